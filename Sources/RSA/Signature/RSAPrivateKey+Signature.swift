#if RS256_FAULTS
    package import BigMod
#else
    import BigMod
#endif

/// Why no signature came out.
public enum RSASigningError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The finished signature did not verify. It was thrown away: a signature with an error in one half gives
    /// away the primes (Boneh, DeMillo and Lipton, 1997).
    case faultDetected

    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .faultDetected:
            "the signature did not verify and was not released: the memory or the processor made an error, "
                + "or the numbers p and q of the key are not prime. Load the key again; if it happens again, "
                + "replace the key or the machine"
        }
    }
}

extension RSAPrivateKey {
    /// The RS256 signature of `message`: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 8.2.1).
    ///
    /// The result is the same for the same message every time. The time does not depend on the key's numbers nor
    /// on the message, only on their lengths. Before the signature leaves, it is verified against a separate copy
    /// of the public key.
    ///
    /// - Parameter message: of any length. It is hashed here.
    /// - Returns: as many bytes as the modulus has.
    /// - Complexity: two exponentiations of half the modulus's length.
    public func signature(for message: [UInt8]) throws(RSASigningError) -> [UInt8] {
        let encoded = EncodedMessage(message)
        let result = exponentiate(encoded)
        #if RS256_FAULTS
            if unsafe Self.releasesUnverified { return result }
        #endif
        guard publicKey.isValidSignature(result, for: encoded) else { throw .faultDetected }
        return result
    }

    #if RS256_FAULTS
        /// Whether signatures are released without being verified: what the fault check compares with. Not compiled
        /// into the product.
        nonisolated(unsafe) package static var releasesUnverified = false

        /// The numbers that a signature is computed from, where they are stored.
        package var storedNumbers: [Nat] {
            let crt = storage.crt
            return [crt.dP, crt.dQ, crt.qInv, crt.qInvForm] + crt.p.storedNumbers + crt.q.storedNumbers
        }

        /// The numbers that a signature is verified with, where they are stored.
        package var storedPublicNumbers: [Nat] { publicKey.n.storedNumbers }
    #endif

    /// EM^d mod n, not yet verified.
    private func exponentiate(_ encoded: EncodedMessage) -> [UInt8] {
        let crt = storage.crt
        let width = crt.width
        let count = Exponentiation.scratchCount(width: width, setCount: 2, engine: engine)
        return withScratch(6 &* width &+ max(crt.scratchCount, count)) { memory in
            let message = memory.slice(0, count: 2 &* width)
            let signature = memory.slice(2 &* width, count: 2 &* width)
            let m1 = memory.slice(4 &* width, count: width)
            let m2 = memory.slice(5 &* width, count: width)
            let scratch = memory + 6 &* width
            encoded.write(to: message, byteCount: publicKey.byteCount)
            withExtendedLifetime(crt) {
                let set = crt.exponentiations(message, m1, m2)
                Exponentiation.run(set.p, set.q, by: engine, scratch: scratch)
            }
            crt.recombine(signature, m1, m2, scratch: scratch)
            return signature.bytes(publicKey.byteCount)
        }
    }
}

extension Limbs {
    /// The big-endian bytes of a finished signature, `byteCount` of them.
    func bytes(_ byteCount: Int) -> [UInt8] {
        // The uninitialised capacity is filled completely before anyone sees the array.
        unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            unsafe store(bigEndian: UnsafeMutableRawBufferPointer(buffer))
            count = byteCount
        }
    }
}
