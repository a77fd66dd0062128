public import JOSE

/// Salesforce Marketing Cloud Intelligence, as its help page describes it.
public enum MarketingCloudIntelligence {
    /// The environments.
    public enum Environment: String, Sendable, CaseIterable {
        /// United States, first.
        case us1
        /// United States, second.
        case us2
        /// Europe, first.
        case eu1
        /// Europe, second.
        case eu2

        /// The documented token endpoint. It may change; the `discoveryEndpoint` that comes with an API token is
        /// the source of truth.
        public var tokenEndpoint: EndpointURL {
            EndpointURL(
                scheme: .https, host: "idp.intelligence.salesforce.com", port: nil,
                path: "/\(rawValue)/token",
                query: nil)
        }
    }

    /// `aud` of the assertions.
    public static let audience = "https://idp.intelligence.salesforce.com"
}

extension TokenSource {
    /// What Marketing Cloud Intelligence documents: the claims `iss`, `aud`, `sub`, `iat` and `jti` without `exp`,
    /// and the parameters in the query.
    ///
    /// - Parameters:
    ///   - endpoint: `.discovered(at:)` with the `discoveryEndpoint` that came with the API token, or
    ///     `.known` with the token endpoint of an ``MarketingCloudIntelligence/Environment``.
    ///   - clientID: the service account's identifier.
    ///   - serialization: `.pythonJWT` for assertions that are byte for byte those of the page's own code.
    ///   - timeout: how many seconds one exchange may take.
    public static func marketingCloudIntelligence(
        endpoint: TokenEndpoint, clientID: String, serialization: JWTSerialization = .compact,
        timeout: Int64 = 30
    ) -> TokenSource {
        TokenSource(
            endpoint: endpoint,
            assertion: AssertionContent(
                clientID: clientID, audience: MarketingCloudIntelligence.audience, lifetime: nil,
                serialization: serialization),
            options: TokenRequest.Options(placement: .query), timeout: timeout)
    }
}
