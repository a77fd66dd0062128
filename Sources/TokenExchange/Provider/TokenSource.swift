/// Where a provider's token endpoint is.
public enum TokenEndpoint: Sendable, Equatable {
    /// At this address.
    case known(EndpointURL)
    /// Where the discovery document at this address says. If an issuer is given, the document must name it
    /// (RFC 8414 §3.3).
    case discovered(at: EndpointURL, issuer: String? = nil)
}

/// What a client asks for a token with.
public enum TokenGrant: Sendable, Equatable {
    /// As itself: `client_credentials`, authenticated with an assertion (RFC 7523 §2.2). The client's identifier is
    /// the assertion's issuer.
    case clientCredentials
    /// With an assertion as the grant (RFC 7523 §2.1).
    case jwtBearer
}

/// Everything about a client and its provider that stays the same from one token to the next, except the key.
public struct TokenSource: Sendable, Equatable {
    /// Where the token endpoint is.
    public var endpoint: TokenEndpoint
    /// What the client asks with.
    public var grant: TokenGrant
    /// What its assertions say.
    public var assertion: AssertionContent
    /// What else goes with each request.
    public var options: TokenRequest.Options
    /// How many seconds one exchange may take, discovery included.
    public var timeout: Int64
    /// How large answers may be.
    public var limits: AnswerLimits

    /// The given values.
    public init(
        endpoint: TokenEndpoint, grant: TokenGrant = .clientCredentials, assertion: AssertionContent,
        options: TokenRequest.Options = TokenRequest.Options(), timeout: Int64 = 30,
        limits: AnswerLimits = AnswerLimits()
    ) {
        self.endpoint = endpoint
        self.grant = grant
        self.assertion = assertion
        self.options = options
        self.timeout = timeout
        self.limits = limits
    }

    /// The request that carries `assertion` to `endpoint`.
    public func request(
        to endpoint: EndpointURL, with assertion: ClientAssertion
    ) throws(TokenExchangeError) -> TokenRequest {
        switch grant {
        case .clientCredentials:
            try .clientCredentials(
                at: endpoint, clientID: self.assertion.issuer, assertion: assertion, options: options)
        case .jwtBearer: try .jwtBearer(at: endpoint, assertion: assertion, options: options)
        }
    }
}
