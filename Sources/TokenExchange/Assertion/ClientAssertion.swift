public import JOSE
public import RSA

/// A JWT that a client has signed for its identity provider: to prove who it is (RFC 7523 §2.2) or as a grant
/// (§2.1). Whoever has it can use it, so it is never printed.
public struct ClientAssertion: Sendable, Equatable {
    /// What it says.
    public let claims: JWTClaims
    /// The signed JWT in its compact form: the secret that the request carries.
    public let token: String

    /// Signs an assertion with a new random identifier.
    ///
    /// - Parameters:
    ///   - content: what it says, apart from the time and the identifier.
    ///   - issuedAt: the time in seconds since 1970.
    ///   - key: the client's private key.
    ///   - generator: where the identifier's 122 random bits come from; not a generator that can be predicted.
    public init(
        _ content: AssertionContent, issuedAt: Int64, key: RSAPrivateKey,
        using generator: inout some RandomNumberGenerator
    ) throws(JWTError) {
        claims = content.claims(issuedAt: issuedAt, jwtID: JWTIdentifier.random(using: &generator))
        token = try JWT.sign(
            claims, header: content.header, using: key, serialization: content.serialization)
    }

    /// Signs an assertion with a new random identifier from the system's generator.
    ///
    /// - Parameters:
    ///   - content: what it says, apart from the time and the identifier.
    ///   - issuedAt: the time in seconds since 1970.
    ///   - key: the client's private key.
    public init(_ content: AssertionContent, issuedAt: Int64, key: RSAPrivateKey) throws(JWTError) {
        var generator = SystemRandomNumberGenerator()
        try self.init(content, issuedAt: issuedAt, key: key, using: &generator)
    }
}

extension ClientAssertion: CustomStringConvertible, CustomDebugStringConvertible {
    /// That there is one, and how long it is.
    public var description: String { "ClientAssertion(redacted, \(token.utf8.count) bytes)" }
    /// The same text as the description.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension ClientAssertion: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
