import Base64Coding
public import RSA

/// JSON Web Signature in its compact form (RFC 7515), with RS256 and nothing else.
///
/// The algorithm is fixed by the caller's choice of this function, not by the token: `alg` has to say `RS256`, and
/// a token that says anything else is refused before its signature is looked at.
public enum JWS {
    /// How large a token may be unless the caller says otherwise, in bytes. HTTP servers accept headers of 8 to
    /// 16 KiB.
    public static let defaultMaximumSize = 1 << 16

    /// Signs a payload.
    ///
    /// - Parameters:
    ///   - payload: any bytes.
    ///   - header: its members are signed in their order. Without `alg`, `"alg":"RS256"` is put before them.
    ///   - key: the private key.
    ///   - headerStyle: how the header is written as JSON.
    /// - Throws: ``JWSError`` if the header asks for another algorithm or for extensions, or if signing fails.
    public static func sign(
        payload: [UInt8], header: JOSEHeader = JOSEHeader(), using key: RSAPrivateKey,
        headerStyle: JSONStyle = .compact
    ) throws(JWSError) -> String {
        let signingInput = try signingInput(payload, header, headerStyle)
        do throws(RSASigningError) {
            return compact(signingInput, try key.signature(for: signingInput))
        } catch {
            throw .signing(error)
        }
    }

    /// What is signed (RFC 7515 section 5.1, step 5): header and payload in base64url, with a dot between them.
    static func signingInput(
        _ payload: [UInt8], _ header: JOSEHeader, _ headerStyle: JSONStyle
    ) throws(JWSError) -> [UInt8] {
        var header = header
        header.object.prepend("alg", .string(JOSEHeader.rs256))
        try header.checkForRS256()
        return Base64URL.encodeASCII(header.object.serialized(headerStyle)) + [UInt8(ascii: ".")]
            + Base64URL.encodeASCII(payload)
    }

    /// The compact form of what was signed and its signature (RFC 7515 section 7.1).
    static func compact(_ signingInput: [UInt8], _ signature: [UInt8]) -> String {
        String(decoding: signingInput, as: UTF8.self) + "." + Base64URL.encode(signature)
    }

    /// Verifies a token with a key that the caller trusts.
    ///
    /// - Parameters:
    ///   - token: the compact form.
    ///   - key: the signer's public key.
    ///   - maximumSize: in bytes; larger tokens are refused before anything else.
    /// - Returns: header and payload, of which every byte was signed.
    public static func verify(
        _ token: String, using key: RSAPublicKey, maximumSize: Int = defaultMaximumSize
    ) throws(JWSError) -> JWSVerified {
        try CompactJWS(token, maximumSize: maximumSize).verified { _ in [key] }
    }

    /// Verifies a token with the key of a set that its `kid` names; without `kid`, with any RS256 key of the set.
    ///
    /// - Parameters:
    ///   - token: the compact form.
    ///   - keys: the signer's public keys.
    ///   - maximumSize: in bytes; larger tokens are refused before anything else.
    /// - Returns: header and payload, of which every byte was signed.
    public static func verify(
        _ token: String, using keys: JWKSet, maximumSize: Int = defaultMaximumSize
    ) throws(JWSError) -> JWSVerified {
        try CompactJWS(token, maximumSize: maximumSize).verified { keys.verificationKeys(for: $0.keyID) }
    }
}

/// What a verified JWS says.
public struct JWSVerified: Sendable, Equatable {
    /// The header that was signed.
    public let header: JOSEHeader

    /// The payload that was signed.
    public let payload: [UInt8]
}

extension CompactJWS {
    /// Header and payload, if one of the keys that `candidates` gives for the header verifies them.
    fileprivate func verified(
        candidates: (JOSEHeader) -> [RSAPublicKey]
    ) throws(JWSError) -> JWSVerified {
        try header.checkForRS256()
        let keys = candidates(header)
        guard !keys.isEmpty else { throw .noMatchingKey }
        guard keys.contains(where: { $0.isValidSignature(signature, for: signingInput) }) else {
            throw .signatureInvalid
        }
        return JWSVerified(header: header, payload: payload)
    }
}
