/// What a token has to say to be accepted, and what time it is.
///
/// What is nil is not checked: a service that accepts tokens should expect an issuer and an audience. `exp`, `nbf`
/// and `iat` are always checked if they are there. The registered claims must have the types of RFC 7519 section
/// 4.1, whether they are expected or not.
public struct JWTPolicy: Sendable, Equatable {
    /// What `iss` must be.
    public var issuer: String?

    /// What `aud` must be or contain.
    public var audience: String?

    /// What `sub` must be.
    public var subject: String?

    /// How much the clocks of issuer and verifier may differ, in seconds. A negative leeway counts as none.
    public var leeway: Int64

    /// The current time, in seconds since 1970-01-01T00:00:00Z.
    public var now: Int64

    /// Claims that must be there, with any value but null.
    public var requiredClaims: [String]

    /// How long ago the token may have been issued, in seconds. If set, `iat` must be there.
    public var maximumAge: Int64?

    /// How large the token may be, in bytes.
    public var maximumTokenSize: Int

    /// What `typ` in the header must be, for example `at+jwt`. Compared as media types are (RFC 7515 section 4.1.9):
    /// without regard to case, and `application/` may be left out.
    public var expectedType: String?

    /// A policy.
    public init(
        issuer: String? = nil, audience: String? = nil, subject: String? = nil, leeway: Int64 = 60,
        now: Int64,
        requiredClaims: [String] = [], maximumAge: Int64? = nil,
        maximumTokenSize: Int = JWS.defaultMaximumSize, expectedType: String? = nil
    ) {
        self.issuer = issuer
        self.audience = audience
        self.subject = subject
        self.leeway = leeway
        self.now = now
        self.requiredClaims = requiredClaims
        self.maximumAge = maximumAge
        self.maximumTokenSize = maximumTokenSize
        self.expectedType = expectedType
    }
}
