import JOSE
import RSA
import Synchronization
import Testing
import TokenExchange

@testable import LocalIdentityProvider
@testable import URLSessionTransport

/// The exchanger and the provider against each other, over real sockets.
@Suite(.serialized) struct ExchangeOverLoopbackTests {
    private static let clientID = "client@example"

    /// Seconds for an exchange. The tests of all targets share a few threads, and each step of an exchange may have to
    /// wait behind all of them; how long that takes is not what is tested here.
    private static let unhurried: Int64 = 600

    /// A provider that knows the client.
    private func provider(
        audiences: [String] = [MarketingCloudIntelligence.audience],
        onEvent: @escaping @Sendable (ProviderEvent) -> Void = { _ in }
    ) throws -> LocalIdentityProvider {
        LocalIdentityProvider(
            clients: [
                RegisteredClient(
                    id: Self.clientID, key: try TestKeys.client.get().publicKey, subjects: ["user@example"])
            ],
            signingKey: try TestKeys.provider.get(), settings: ProviderSettings(audiences: audiences),
            onEvent: onEvent)
    }

    /// Fetches the provider's key set and checks `token` with it.
    private func verify(_ token: AccessToken, _ endpoints: ProviderEndpoints) async throws -> JWTVerified {
        let response = try await URLSessionTransport().send(
            HTTPRequest(method: .get, endpoint: EndpointURL(parsing: endpoints.keySet)),
            limits: HTTPLimits(deadline: .now + .seconds(Self.unhurried), maximumBodyByteCount: 10_000))
        return try JWT.verify(
            token.value, using: JWKSet(parsing: response.body),
            policy: JWTPolicy(
                issuer: endpoints.issuer, audience: endpoints.issuer, now: SystemClock.now(),
                expectedType: "at+jwt"))
    }

    /// By the usual way, and through `URLSession` as requests over TLS go.
    @Test(arguments: [false, true])
    func aTokenOfMarketingCloudIntelligence(usesURLSessionAlways: Bool) async throws {
        let events = Mutex<[ProviderEvent]>([])
        let provider = try provider { event in events.withLock { $0.append(event) } }
        let endpoints = try provider.start()
        defer { provider.stop() }
        let tokens = TokenProvider.marketingCloudIntelligence(
            endpoint: .discovered(at: try EndpointURL(parsing: endpoints.discovery)),
            clientID: Self.clientID, key: try TestKeys.client.get(),
            transport: URLSessionTransport(usesURLSessionAlways: usesURLSessionAlways),
            timeout: Self.unhurried, now: SystemClock.now)

        let token = try await tokens.token()
        #expect(token.lifetime == 300)
        #expect(token.scope == nil)
        let claims = try await verify(token, endpoints).claims
        #expect(claims.subject == Self.clientID)
        #expect(claims["client_id"] == .string(Self.clientID))
        #expect(try await tokens.token() == token, "the second call takes the token at hand")
        #expect(
            events.withLock { $0.map(\.description) } == [
                "GET /us1/discovery 200 document",
                "POST /us1/token 200 token for \(Self.clientID)",
                "GET /jwks 200 document",
            ])
    }

    @Test(arguments: [TokenRequest.ParameterPlacement.body, .query], [JWTSerialization.compact, .pythonJWT])
    func aTokenForTheClientItself(
        placement: TokenRequest.ParameterPlacement, serialization: JWTSerialization
    ) async throws {
        let provider = try provider(audiences: [])
        let endpoints = try provider.start()
        defer { provider.stop() }
        let source = TokenSource(
            endpoint: .discovered(
                at: try DiscoveryDocument.wellKnownURL(forIssuer: endpoints.issuer), issuer: endpoints.issuer),
            assertion: AssertionContent(
                clientID: Self.clientID, audience: endpoints.issuer, serialization: serialization),
            options: TokenRequest.Options(placement: placement, scope: "a b"), timeout: Self.unhurried)
        let token = try await TokenProvider(source: source, key: try TestKeys.client.get()).token()
        #expect(token.scope == "a b")
        #expect(try await verify(token, endpoints).claims["scope"] == "a b")
    }

    @Test func aTokenForAnotherSubject() async throws {
        let provider = try provider(audiences: [])
        let endpoints = try provider.start()
        defer { provider.stop() }
        let source = TokenSource(
            endpoint: .known(try EndpointURL(parsing: endpoints.token)), grant: .jwtBearer,
            assertion: AssertionContent(
                issuer: Self.clientID, subject: "user@example", audience: endpoints.token),
            timeout: Self.unhurried)
        let token = try await TokenProvider(source: source, key: try TestKeys.client.get()).token()
        let claims = try await verify(token, endpoints).claims
        #expect(claims.subject == "user@example")
        #expect(claims["client_id"] == .string(Self.clientID))
    }

    @Test func aWrongKeyIsRefused() async throws {
        let provider = try provider()
        let endpoints = try provider.start()
        defer { provider.stop() }
        let tokens = TokenProvider.marketingCloudIntelligence(
            endpoint: .known(try EndpointURL(parsing: endpoints.token)), clientID: Self.clientID,
            key: try TestKeys.provider.get(), timeout: Self.unhurried)
        let error = await #expect(throws: TokenExchangeError.self) { try await tokens.token() }
        guard case .refused(let response) = error else {
            Issue.record("not refused: \(String(describing: error))")
            return
        }
        #expect(response.status == 401)
        #expect(response.error == "invalid_client")
        #expect(response.errorDescription == "the signature does not verify")
    }

    @Test func aWrongPathIsNotMistakenForARefusal() async throws {
        let provider = try provider()
        let endpoints = try provider.start()
        defer { provider.stop() }
        let tokens = TokenProvider.marketingCloudIntelligence(
            endpoint: .known(try EndpointURL(parsing: endpoints.issuer + "/us9/token")),
            clientID: Self.clientID, key: try TestKeys.client.get(), timeout: Self.unhurried)
        await #expect(
            throws: TokenExchangeError.unexpectedStatus(.token, status: 404, contentType: "application/json")
        ) { try await tokens.token() }
    }

    @Test func aStoppedProviderIsReported() async throws {
        let provider = try provider()
        let endpoint = try EndpointURL(parsing: try provider.start().token)
        provider.stop()
        let tokens = TokenProvider.marketingCloudIntelligence(
            endpoint: .known(endpoint), clientID: Self.clientID, key: try TestKeys.client.get(),
            timeout: Self.unhurried)
        await #expect(
            throws: TokenExchangeError.transport(HTTPTransportError(.cannotConnect, at: endpoint))
        ) { try await tokens.token() }
    }
}
