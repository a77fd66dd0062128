#if !hasFeature(Embedded)
    public import JOSE
    public import RSA

    extension TokenProvider {
        /// A provider of tokens for Marketing Cloud Intelligence, in one of its environments.
        ///
        /// - Parameters:
        ///   - environment: which one; its documented token endpoint is used.
        ///   - clientID: the service account's identifier.
        ///   - key: the private key that came with the API token.
        ///   - transport: what sends the requests.
        ///   - serialization: `.pythonJWT` for assertions that are byte for byte those of the help page's code.
        ///   - timeout: how many seconds one exchange may take.
        ///   - now: the time in seconds since 1970.
        public static func marketingCloudIntelligence(
            environment: MarketingCloudIntelligence.Environment, clientID: String, key: RSAPrivateKey,
            transport: any HTTPTransport, serialization: JWTSerialization = .compact, timeout: Int64 = 30,
            now: @escaping @Sendable () -> Int64
        ) -> TokenProvider {
            marketingCloudIntelligence(
                endpoint: .known(environment.tokenEndpoint), clientID: clientID, key: key,
                transport: transport, serialization: serialization, timeout: timeout, now: now)
        }

        /// A provider of tokens for Marketing Cloud Intelligence.
        ///
        /// - Parameters:
        ///   - endpoint: `.discovered(at:)` with the `discoveryEndpoint` that came with the API token.
        ///   - clientID: the service account's identifier.
        ///   - key: the private key that came with the API token.
        ///   - transport: what sends the requests.
        ///   - serialization: `.pythonJWT` for assertions that are byte for byte those of the help page's code.
        ///   - timeout: how many seconds one exchange may take.
        ///   - now: the time in seconds since 1970.
        public static func marketingCloudIntelligence(
            endpoint: TokenEndpoint, clientID: String, key: RSAPrivateKey, transport: any HTTPTransport,
            serialization: JWTSerialization = .compact, timeout: Int64 = 30,
            now: @escaping @Sendable () -> Int64
        ) -> TokenProvider {
            TokenProvider(
                source: .marketingCloudIntelligence(
                    endpoint: endpoint, clientID: clientID, serialization: serialization, timeout: timeout),
                key: key, transport: transport, now: now)
        }
    }
#endif
