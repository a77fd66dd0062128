/// The rules that a local identity provider follows.
public struct ProviderSettings: Sendable {
    /// What `aud` of an assertion may be. If empty: the provider's own issuer or its token endpoint. For clients
    /// of Marketing Cloud Intelligence: `https://idp.intelligence.salesforce.com`.
    public var audiences: [String]
    /// The oldest assertion that is accepted, in seconds since its `iat`.
    public var maximumAssertionAge: Int64
    /// By how many seconds the clocks of client and provider may differ.
    public var leeway: Int64
    /// How many seconds an access token is valid.
    public var tokenLifetime: Int64
    /// `token_type` of the answer; nil leaves it out, as Marketing Cloud Intelligence does. RFC 6749 §5.1 wants it.
    public var tokenType: String?
    /// How many assertions are remembered so that none is accepted twice. When so many have come within their
    /// lifetimes, more are answered with status 503.
    public var replayCapacity: Int

    /// The given rules.
    public init(
        audiences: [String] = [], maximumAssertionAge: Int64 = 300, leeway: Int64 = 60,
        tokenLifetime: Int64 = 300, tokenType: String? = nil, replayCapacity: Int = 10_000
    ) {
        self.audiences = audiences
        self.maximumAssertionAge = maximumAssertionAge
        self.leeway = leeway
        self.tokenLifetime = tokenLifetime
        self.tokenType = tokenType
        self.replayCapacity = replayCapacity
    }
}
