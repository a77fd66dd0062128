#if RS256_FAULTS
    #if RS256_AVX512
        import BigModAVX512
    #endif

    // Errors of the machine, made on purpose (.ci/faults). None of this is compiled into the product.

    /// An error in one Montgomery step of a computation.
    package struct Fault: Sendable {
        /// What goes wrong.
        package enum Kind: Sendable {
            /// A bit of the result is flipped after the step.
            case flip(bit: Int)
            /// The step does not happen: the result keeps what was there.
            case skip
            /// The step happens twice.
            case `repeat`
        }

        /// What goes wrong, and in which step, counted from 0.
        package let kind: Kind, step: Int

        /// The fault `kind` in step number `step`.
        package init(_ kind: Kind, step: Int) {
            self.kind = kind
            self.step = step
        }

        /// The fault to come. The check runs on one thread.
        nonisolated(unsafe) package static var planned: Fault?

        /// How many Montgomery steps there have been since this was set to 0.
        nonisolated(unsafe) package static var stepCount = 0

        /// Runs a Montgomery step with the fault that is planned for it, if any.
        static func inject(into result: Limbs, _ step: () -> Void) {
            defer { unsafe stepCount &+= 1 }
            guard let fault = unsafe planned, unsafe fault.step == stepCount else { return step() }
            switch fault.kind {
            case .flip(let bit):
                step()
                let position = bit % (result.count &* Limb.bitWidth)
                result[position / Limb.bitWidth] ^= 1 &<< Limb(truncatingIfNeeded: position % Limb.bitWidth)
            case .skip: break
            case .repeat:
                step()
                step()
            }
        }
    }

    #if RS256_AVX512 && !RS256_LIMB32 && !RS256_LIMB8
        extension Fault {
            /// Lets the AVX-512 kernels make errors, too.
            static func reachKernels() { unsafe avx512FaultHook = injectIntoKernel }

            /// The same for a multiplication of a kernel, whose numbers lie word by word in turn: one of them is hit.
            private static func injectIntoKernel(
                _ words: UnsafeMutablePointer<UInt64>, _ count: Int, _ numbers: Int, _ step: () -> Void
            ) {
                // The words are the kernel's, and alive during the call.
                let all = unsafe Limbs(start: words, count: count)
                guard let fault = unsafe planned, unsafe fault.step == stepCount, numbers > 1 else {
                    return inject(into: all, step)
                }
                defer { unsafe stepCount &+= 1 }
                let hit = fault.step % numbers
                let before = (0..<count).map { all[$0] }
                step()
                let after = (0..<count).map { all[$0] }
                switch fault.kind {
                case .flip(let bit):
                    all[bit / 52 % (count / numbers) &* numbers &+ hit] ^= 1 &<< Limb(bit % 52)
                case .skip:
                    for i in 0..<count where i % numbers == hit { all[i] = before[i] }
                case .repeat:
                    step()
                    for i in 0..<count where i % numbers != hit { all[i] = after[i] }
                }
            }
        }
    #endif

    extension Nat {
        /// Flips a bit of the number where it is stored.
        package func flipBit(_ bit: Int) {
            withLimbs { limbs in
                let position = bit % (count &* Limb.bitWidth)
                limbs[position / Limb.bitWidth] ^= 1 &<< Limb(truncatingIfNeeded: position % Limb.bitWidth)
            }
        }
    }

    extension Modulus {
        /// The numbers that this modulus keeps.
        package var storedNumbers: [Nat] { [value, rSquared] }
    }

    extension PublicModulus {
        /// The number that this modulus keeps.
        package var storedNumbers: [Nat] { [value] }
    }
#endif
