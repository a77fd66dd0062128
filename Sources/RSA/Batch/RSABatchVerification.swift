import BigMod
import ConstantTime

/// A signature that is to be verified.
struct SignatureCandidate {
    let key: RSAPublicKey
    let signature: [UInt8]
    let message: EncodedMessage

    /// Whether it is valid, by itself.
    var isValid: Bool { key.isValidSignature(signature, for: message) }

    /// What keys must have in common to be used side by side.
    fileprivate var kind: Kind {
        Kind(width: key.n.width, exponent: key.e, engine: key.engine)
    }

    fileprivate struct Kind: Equatable {
        let width: Int, exponent: UInt64, engine: Engine
    }

    /// From how many on it is faster to verify eight side by side, some of them for nothing, than one after the other.
    private static let leastCount = 5

    /// Which of the candidates are valid, in their order.
    ///
    /// Eight of one kind are verified side by side where the engine can do that. Each result depends on its candidate alone.
    static func areValid(_ candidates: [SignatureCandidate]) -> [Bool] {
        var results = [Bool](repeating: false, count: candidates.count)
        let kinds = candidates.map { $0.kind }
        for group in kinds.indicesOfEqual(atMost: PublicPower.setCount) {
            let valid =
                group.count < leastCount
                ? nil : verifySideBySide(group.map { candidates[$0] }, kinds[group[0]])
            for (i, index) in group.enumerated() {
                results[index] = valid.map { $0[i] } ?? candidates[index].isValid
            }
        }
        return results
    }

    /// Which of up to eight candidates of one kind are valid; nil when the engine has no kernel for them.
    private static func verifySideBySide(
        _ candidates: [SignatureCandidate], _ kind: Kind
    ) -> [Bool]? {
        let width = kind.width
        let scratchCount = PublicPower.scratchCount(width: width, engine: kind.engine)
        guard scratchCount > 0 else { return nil }
        return withScratch(3 &* width &* candidates.count &+ scratchCount) { memory in
            // Each candidate has three numbers: the signature, its power, and the message that the power should be.
            func number(_ i: Int, _ offset: Int) -> Limbs {
                memory.slice((3 &* i &+ offset) &* width, count: width)
            }
            let isInRange = candidates.enumerated().map { i, candidate in
                candidate.read(into: number(i, 0))
            }
            let powers = candidates.enumerated().map { i, candidate in
                PublicPower(base: number(i, 0), modulus: candidate.key.n, result: number(i, 1))
            }
            let scratch = memory + 3 &* width &* candidates.count
            guard PublicPower.runVarTime(powers, exponent: kind.exponent, by: kind.engine, scratch: scratch)
            else {
                return nil
            }
            return candidates.enumerated().map { i, candidate in
                candidate.message.write(to: number(i, 2), byteCount: candidate.key.byteCount)
                let isEqual = number(i, 1).isEqual(to: number(i, 2)).revealed(as: .signature)
                return isInRange[i] && isEqual
            }
        }
    }

    /// number ← the signature, or zero when it is none: of another length than the modulus, or not less than it. Returns whether
    /// it is one.
    private func read(into number: Limbs) -> Bool {
        number.clear()
        guard signature.count == key.byteCount else { return false }
        // The signature's bytes are read in the closure and not kept.
        unsafe signature.withUnsafeBytes { unsafe number.assign(bigEndian: $0) }
        let isReduced = key.n.value.withLimbs { number.isLess(than: $0) }
        guard isReduced.revealed(as: .signature) else {
            number.clear()
            return false
        }
        return true
    }
}

extension RSAPublicKey {
    /// Which of the signatures are the RS256 signatures of their messages under this key: the same as
    /// ``isValidSignature(_:for:)`` says of each, in the order of the pairs.
    ///
    /// Where the processor allows it, eight are verified side by side, in much less time than one after the other.
    public func areValidSignatures(_ pairs: [(signature: [UInt8], message: [UInt8])]) -> [Bool] {
        SignatureCandidate.areValid(
            pairs.map {
                SignatureCandidate(key: self, signature: $0.signature, message: EncodedMessage($0.message))
            })
    }
}
