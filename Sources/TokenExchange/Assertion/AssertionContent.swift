public import JOSE

/// What a client says in each of its assertions (RFC 7523 §3), apart from the time and the identifier.
public struct AssertionContent: Sendable, Equatable {
    /// `iss`: who signs. For client authentication this is the client's identifier.
    public var issuer: String
    /// `sub`: for client authentication the client's identifier; for a grant, the one whom the token is for. Some
    /// providers, Google among them, take a grant without it.
    public var subject: String?
    /// `aud`: the provider, as the provider names itself. This is configuration: it never comes from discovery,
    /// so that a false discovery document cannot obtain an assertion that another provider accepts.
    public var audience: String
    /// `exp` − `iat` in seconds; nil leaves `exp` out, as the documentation of Marketing Cloud Intelligence does.
    /// RFC 7523 §3 requires `exp`.
    public var lifetime: Int64?
    /// More claims, after those above. One that has the name of a claim that is there already is left out.
    public var additionalClaims: JSONObject
    /// More members of the header, `kid` for example.
    public var header: JOSEHeader
    /// How the JSON is written.
    public var serialization: JWTSerialization

    /// How long assertions are valid unless something else is said: 300 seconds.
    public static let defaultLifetime: Int64 = 300

    /// The content of assertions in which issuer and subject may differ (RFC 7523 §2.1).
    public init(
        issuer: String, subject: String?, audience: String, lifetime: Int64? = defaultLifetime,
        additionalClaims: JSONObject = JSONObject(), header: JOSEHeader = JOSEHeader(),
        serialization: JWTSerialization = .compact
    ) {
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        self.lifetime = lifetime
        self.additionalClaims = additionalClaims
        self.header = header
        self.serialization = serialization
    }

    /// The content of assertions by which a client proves who it is: `iss` = `sub` = `clientID` (RFC 7523 §2.2).
    public init(
        clientID: String, audience: String, lifetime: Int64? = defaultLifetime,
        additionalClaims: JSONObject = JSONObject(), header: JOSEHeader = JOSEHeader(),
        serialization: JWTSerialization = .compact
    ) {
        self.init(
            issuer: clientID, subject: clientID, audience: audience, lifetime: lifetime,
            additionalClaims: additionalClaims, header: header, serialization: serialization)
    }

    /// The claims of one assertion, in the order `iss`, `aud`, `sub`, `iat`, `exp`, `jti`.
    ///
    /// - Parameters:
    ///   - issuedAt: the time in seconds since 1970.
    ///   - jwtID: an identifier that is never used again.
    public func claims(issuedAt: Int64, jwtID: String) -> JWTClaims {
        var claims = JWTClaims()
        claims.issuer = issuer
        claims.audience = [audience]
        claims.subject = subject
        claims.issuedAt = issuedAt
        claims.expiration = lifetime.map { issuedAt.addingWithoutOverflow($0) }
        claims.jwtID = jwtID
        for (name, value) in additionalClaims.members where claims[name] == nil { claims[name] = value }
        return claims
    }
}
