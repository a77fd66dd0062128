import BigMod
import ConstantTime

extension RSAPublicKey {
    /// Whether `signature` is the RS256 signature of `message` under this key: RSASSA-PKCS1-v1_5 with SHA-256
    /// (RFC 8017 section 8.2.2).
    ///
    /// - Parameters:
    ///   - signature: exactly as many bytes as the modulus has.
    ///   - message: of any length. It is hashed here.
    /// - Returns: false for everything but the one signature that is right. There is no second reason to be told
    ///   apart: a verifier that explains why a forgery failed helps the forger.
    /// - Complexity: 17 modular products for the exponent 65537, and one hash.
    public func isValidSignature(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        isValidSignature(signature, for: EncodedMessage(message))
    }

    /// The same for a message that has been hashed already.
    func isValidSignature(_ signature: [UInt8], for message: EncodedMessage) -> Bool {
        guard signature.count == byteCount else { return false }
        let width = n.width
        let scratchCount = n.powerVarTimeScratchCount(by: engine)
        return withScratch(3 &* width &+ scratchCount) { memory in
            let s = memory.slice(0, count: width)
            let recovered = memory.slice(width, count: width)
            let expected = memory.slice(2 &* width, count: width)
            let scratch = memory.slice(3 &* width, count: scratchCount)

            // The signature's bytes are read in the closure and not kept.
            unsafe signature.withUnsafeBytes { unsafe s.assign(bigEndian: $0) }
            let isReduced = n.value.withLimbs { s.isLess(than: $0) }
            guard isReduced.revealed(as: .signature) else { return false }
            n.powerVarTime(recovered, s, exponent: e, by: engine, scratch: scratch)
            message.write(to: expected, byteCount: byteCount)
            return recovered.isEqual(to: expected).revealed(as: .signature)
        }
    }
}
