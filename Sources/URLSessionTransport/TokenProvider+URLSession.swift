public import RSA
public import TokenExchange

extension TokenProvider {
    /// A provider that sends its requests with `URLSession` and reads the system's clock.
    ///
    /// - Parameters:
    ///   - source: the client and its identity provider.
    ///   - key: the client's private key.
    public init(source: TokenSource, key: RSAPrivateKey) {
        self.init(source: source, key: key, transport: URLSessionTransport(), now: SystemClock.now)
    }

    /// A provider of tokens for Marketing Cloud Intelligence that sends its requests with `URLSession` and reads the
    /// system's clock.
    ///
    /// - Parameters:
    ///   - endpoint: `.discovered(at:)` with the `discoveryEndpoint` that came with the API token, or `.known` with
    ///     the token endpoint of an environment.
    ///   - clientID: the service account's identifier.
    ///   - key: the private key that came with the API token.
    ///   - timeout: how many seconds one exchange may take.
    public static func marketingCloudIntelligence(
        endpoint: TokenEndpoint, clientID: String, key: RSAPrivateKey, timeout: Int64 = 30
    ) -> TokenProvider {
        TokenProvider(
            source: .marketingCloudIntelligence(endpoint: endpoint, clientID: clientID, timeout: timeout),
            key: key)
    }
}
