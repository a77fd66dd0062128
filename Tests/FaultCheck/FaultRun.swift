#if RS256_FAULTS
    import BigMod
    import RSA
    import TestSupport

    /// A number of signatures with one error in each.
    struct FaultRun {
        let key: RSAPrivateKey

        /// How many signatures are made together, of so many messages.
        let batch: Int

        private var messages: [[UInt8]] { (0..<batch).map { Array("message \($0)".utf8) } }

        /// The signatures of all messages; nil where none was released.
        private func sign() -> [[UInt8]?] {
            guard batch > 1 else { return [try? key.signature(for: messages[0])] }
            return RSABatch.sign(messages.map { RSASignatureRequest(key: key, message: $0) }).map {
                try? $0.get()
            }
        }

        /// What became of the signatures.
        struct Outcome {
            var harmless = 0, refused = 0, wrong = 0, leaked = 0
        }

        /// With the check on: a signature is right, or it is not released.
        func checkOn(_ count: Int) throws {
            let outcome = try run(count, checked: true)
            print(
                "\(count) faults: \(outcome.refused) signatures refused, \(outcome.harmless) not affected,",
                "\(outcome.wrong) wrong signatures released")
            precondition(outcome.wrong == 0, "a faulty signature was released")
            precondition(outcome.refused > count / 2, "most faults had no effect: they are not being made")
        }

        /// With the check off: gcd(s^e − EM, n) is a prime for most wrong signatures (Boneh, DeMillo and Lipton).
        func checkOff(_ count: Int) throws {
            let outcome = try run(count, checked: false)
            let percent = outcome.wrong == 0 ? 0 : outcome.leaked * 100 / outcome.wrong
            print(
                "\(count) faults with the check off: \(outcome.wrong) wrong signatures released,",
                "\(outcome.leaked) of them (\(percent) %) give a prime away")
            precondition(percent >= 90, "the control does not leak: the faults are not where they should be")
        }

        private func run(_ count: Int, checked: Bool) throws -> Outcome {
            var generator = SplitMix64(seed: checked ? 1 : 2)
            let right = sign().compactMap(\.self)
            precondition(right.count == batch, "not every signature was released")
            unsafe Fault.stepCount = 0
            unsafe RSAPrivateKey.releasesUnverified = true
            _ = sign()
            let steps = unsafe Fault.stepCount
            unsafe RSAPrivateKey.releasesUnverified = !checked
            print(
                "\(key.signingEngine.name) engine: \(steps) places for a fault in a batch of \(batch) before it is verified"
            )

            var outcome = Outcome()
            for i in 0..<count {
                let undo = plant(i, steps: steps, checked: checked, &generator)
                unsafe Fault.stepCount = 0
                let signatures = sign()
                // A fault in a stored number concerns all of them, one in a step of the computation one alone.
                let isStored = unsafe Fault.planned == nil
                unsafe Fault.planned = nil
                undo()
                let missing = signatures.count { $0 == nil }
                precondition(isStored || missing < 2, "a fault in one signature kept others back")
                if missing > 0 { outcome.refused += 1 }
                let wrong = zip(signatures, right).filter { $0 != nil && $0 != $1 }
                if wrong.isEmpty && missing == 0 { outcome.harmless += 1 }
                if !wrong.isEmpty { outcome.wrong += 1 }
                if wrong.contains(where: { $0.map { [right = $1] in givesPrimeAway($0, right) } == true }) {
                    outcome.leaked += 1
                }
            }
            return outcome
        }

        /// Plants one error: in a step of the computation, or in a number where it is stored. Returns what mends it.
        private func plant(
            _ i: Int, steps: Int, checked: Bool, _ generator: inout SplitMix64
        ) -> () -> Void {
            let step = Int(generator.next() % UInt64(steps))
            let bit = Int(generator.next() % 1024)
            switch i % 5 {
            case 0, 1: unsafe Fault.planned = Fault(.flip(bit: bit), step: step)
            case 2: unsafe Fault.planned = Fault(.skip, step: step)
            case 3: unsafe Fault.planned = Fault(.repeat, step: step)
            default:
                // The public numbers belong to the check; with the check off they play no part.
                let numbers = key.storedNumbers + (checked ? key.storedPublicNumbers : [])
                let number = numbers[Int(generator.next() % UInt64(numbers.count))]
                number.flipBit(bit)
                return { number.flipBit(bit) }
            }
            return {}
        }

        /// Whether the difference of two signatures of one message shares a prime with n. Both are roots of the same
        /// EM, so this is the same as gcd(s^e − EM, n) without knowing the message.
        private func givesPrimeAway(_ wrong: [UInt8], _ right: [UInt8]) -> Bool {
            let n = Nat(bigEndian: key.publicKey.modulus)
            let a = Nat(bigEndian: wrong, count: n.count), b = Nat(bigEndian: right, count: n.count)
            let isLess = a.isLess(than: b)
            let difference = Nat.select(isLess, b.subtracting(a), a.subtracting(b))
            let divisor = difference.greatestCommonDivisor(n)
            let bits = divisor.announcedBitLength()
            return bits > 1 && bits < n.announcedBitLength()
        }
    }
#endif
