import ConstantTime
import JOSE
import RSA
import Synchronization
import TestSupport
import Testing
import TokenExchange

@testable import LocalIdentityProvider
@testable import URLSessionTransport

/// Nothing that Swift prints by itself of a provider, of what it reports, or of its errors shows a private key, an
/// assertion or an access token.
@Suite(.serialized) struct RedactionTests {
    private static let clientID = "client@example"

    /// Knows both private keys.
    private let canary: Canary

    init() throws {
        var canary = Canary()
        for key in [try TestKeys.client.get(), try TestKeys.provider.get()] {
            let numbers = key.components
            for number in [
                numbers.privateExponent, numbers.prime1, numbers.prime2, numbers.exponent1, numbers.exponent2,
                numbers.coefficient,
            ] {
                canary.add(number.copied())
            }
        }
        self.canary = canary
    }

    /// The canary, and the signature of a token.
    private func canary(with token: String) throws -> Canary {
        var canary = canary
        canary.add(text: String(try #require(token.split(separator: ".").last)))
        return canary
    }

    private func provider(
        onEvent: @escaping @Sendable (ProviderEvent) -> Void = { _ in }
    ) throws -> LocalIdentityProvider {
        LocalIdentityProvider(
            clients: [RegisteredClient(id: Self.clientID, key: try TestKeys.client.get().publicKey)],
            signingKey: try TestKeys.provider.get(), onEvent: onEvent)
    }

    /// Fails for each value that shows a secret. The canary stays out of the expectation, whose failure would print it.
    private func expectNothing(
        of canary: Canary, in values: [Any], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for value in values {
            let isVisible = canary.isVisible(in: value)
            #expect(!isVisible, "\(type(of: value)) shows a secret", sourceLocation: sourceLocation)
        }
    }

    /// The control: an event that repeats an assertion is found.
    @Test func leaksAreFound() throws {
        let assertion = try ClientAssertion(
            AssertionContent(clientID: "a", audience: "b"), issuedAt: 1, key: TestKeys.client.get())
        let event = ProviderEvent(
            method: "POST", path: "/us1/token", status: 400, outcome: .failure("what is \(assertion.token)?"))
        let isFound = try canary(with: assertion.token).isVisible(in: event)
        #expect(isFound)
    }

    @Test func providers() throws {
        let provider = try provider()
        let client = RegisteredClient(id: Self.clientID, key: try TestKeys.client.get().publicKey)
        expectNothing(of: canary, in: [provider, [provider], client, ProviderSettings(audiences: ["a"])])
        let endpoints = try provider.start()
        defer { provider.stop() }
        expectNothing(of: canary, in: [provider, endpoints])
        do throws(LocalIdentityProviderError) {
            _ = try provider.start()
            Issue.record("started twice")
        } catch {
            expectNothing(of: canary, in: [error])
        }
    }

    /// Requests that are granted, and in every way refused, with the assertion in the body, in the query and in the path.
    @Test func events() async throws {
        let events = Mutex<[ProviderEvent]>([])
        let provider = try provider { event in events.withLock { $0.append(event) } }
        let endpoints = try provider.start()
        defer { provider.stop() }
        let transport = URLSessionTransport()
        let endpoint = try EndpointURL(parsing: endpoints.token)
        var tokens: [String] = []
        for (key, audience, clientID) in [
            (TestKeys.client, endpoints.issuer, Self.clientID),
            (TestKeys.provider, endpoints.issuer, Self.clientID),
            (TestKeys.client, "https://other.example", Self.clientID),
            (TestKeys.client, endpoints.issuer, "nobody"),
        ] {
            for placement in [TokenRequest.ParameterPlacement.body, .query] {
                let assertion = try ClientAssertion(
                    AssertionContent(clientID: clientID, audience: audience), issuedAt: SystemClock.now(),
                    key: key.get())
                let request = try TokenRequest.clientCredentials(
                    at: endpoint, clientID: clientID, assertion: assertion,
                    options: TokenRequest.Options(placement: placement)
                ).httpRequest
                tokens.append(assertion.token)
                // The second time it is a replay.
                for _ in 0..<2 {
                    let response = try await transport.send(request, limits: limits)
                    if let token = try? AccessToken(reading: response, requestedAt: 1) {
                        tokens.append(token.value)
                        expectNothing(of: try canary(with: token.value), in: [token, response])
                    }
                }
            }
        }
        let assertion = try #require(tokens.first)
        for request in [
            HTTPRequest(method: .post, endpoint: endpoint, body: Array(assertion.utf8)),
            HTTPRequest(method: .get, endpoint: try EndpointURL(parsing: endpoints.token + "?" + assertion)),
            HTTPRequest(
                method: .post, endpoint: endpoint,
                headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(
                    "grant_type=\(assertion)&client_assertion_type=\(assertion)&client_assertion=x".utf8)),
            HTTPRequest(
                method: .post, endpoint: endpoint,
                headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
                body: Array("grant_type=client_credentials&client_assertion=%zz\(assertion)".utf8)),
        ] {
            _ = try await transport.send(request, limits: limits)
        }
        #expect(tokens.count >= 9, "at least one token must have been issued, or there is none to look for")
        let seen = events.withLock { $0 }
        #expect(seen.count == 20)
        for token in tokens {
            expectNothing(of: try canary(with: token), in: [seen, provider, transport])
        }
    }

    private var limits: HTTPLimits {
        HTTPLimits(deadline: .now + .seconds(600), maximumBodyByteCount: 100_000)
    }
}
