public import RSA

/// JSON Web Token (RFC 7519), signed with RS256.
///
///     let token = try JWT.sign(["iss": "me", "aud": "you", "exp": 1_700_000_300], using: privateKey)
///
///     let policy = JWTPolicy(issuer: "me", audience: "you", now: secondsSince1970)
///     let claims = try JWT.verify(token, using: publicKey, policy: policy).claims
public enum JWT {
    /// Signs claims.
    ///
    /// - Parameters:
    ///   - claims: written in their order.
    ///   - header: more members for the header, such as `kid`. `alg` is added, and `typ` unless it is there; a token
    ///     without `typ` can be made with ``JWS/sign(payload:header:using:headerStyle:)``.
    ///   - key: the private key.
    ///   - serialization: how the JSON is written.
    /// - Throws: ``JWTError/token(_:)`` if the header asks for another algorithm or for extensions, or if signing
    ///   fails.
    public static func sign(
        _ claims: JWTClaims, header: JOSEHeader = JOSEHeader(), using key: RSAPrivateKey,
        serialization: JWTSerialization = .compact
    ) throws(JWTError) -> String {
        do throws(JWSError) {
            return try JWS.sign(
                payload: claims.object.serialized(serialization.payloadStyle),
                header: serialization.completed(header), using: key, headerStyle: serialization.headerStyle)
        } catch {
            throw .token(error)
        }
    }

    /// Verifies a token with a key that the caller trusts: the signature first, then the claims.
    ///
    /// - Parameters:
    ///   - token: the compact form.
    ///   - key: the issuer's public key.
    ///   - policy: what the claims have to say, and what time it is.
    public static func verify(
        _ token: String, using key: RSAPublicKey, policy: JWTPolicy
    ) throws(JWTError) -> JWTVerified {
        let verified: JWSVerified
        do throws(JWSError) {
            verified = try JWS.verify(token, using: key, maximumSize: policy.maximumTokenSize)
        } catch {
            throw .token(error)
        }
        return try checked(verified, policy)
    }

    /// Verifies a token with the key of a set that its `kid` names; without `kid`, with any RS256 key of the set.
    ///
    /// - Parameters:
    ///   - token: the compact form.
    ///   - keys: the issuer's public keys.
    ///   - policy: what the claims have to say, and what time it is.
    public static func verify(
        _ token: String, using keys: JWKSet, policy: JWTPolicy
    ) throws(JWTError) -> JWTVerified {
        let verified: JWSVerified
        do throws(JWSError) {
            verified = try JWS.verify(token, using: keys, maximumSize: policy.maximumTokenSize)
        } catch {
            throw .token(error)
        }
        return try checked(verified, policy)
    }

    /// Takes a token apart without verifying anything: anyone can have written it. Only for showing it to people, or
    /// for finding out which issuer's key it takes to verify it.
    ///
    /// - Parameters:
    ///   - token: the compact form, of any algorithm.
    ///   - maximumSize: in bytes; larger tokens are refused before anything else.
    public static func decodeWithoutVerifying(
        _ token: String, maximumSize: Int = JWS.defaultMaximumSize
    ) throws(JWTError) -> UnverifiedJWT {
        let parts: CompactJWS
        do throws(JWSError) {
            parts = try CompactJWS(token, maximumSize: maximumSize)
        } catch {
            throw .token(error)
        }
        return UnverifiedJWT(
            header: parts.header, claims: try claims(parts.payload), signature: parts.signature)
    }

    private static func checked(_ verified: JWSVerified, _ policy: JWTPolicy) throws(JWTError) -> JWTVerified
    {
        let claims = try claims(verified.payload)
        try policy.check(claims, header: verified.header)
        return JWTVerified(header: verified.header, claims: claims)
    }

    /// The claims in a payload (RFC 7519 section 7.2, step 10).
    private static func claims(_ payload: [UInt8]) throws(JWTError) -> JWTClaims {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: payload, limits: JSONLimits(maximumByteCount: payload.count))
        } catch {
            throw .claims(error)
        }
        guard let object = value.objectValue else { throw .claimsNotObject }
        return JWTClaims(object)
    }
}

/// What a verified token says.
public struct JWTVerified: Sendable, Equatable {
    /// The header that was signed.
    public let header: JOSEHeader

    /// The claims that were signed and that the policy accepted.
    public let claims: JWTClaims
}
