import JOSE
import LocalIdentityProvider
import RSA
import TokenExchange
import URLSessionTransport

/// The steps of `rs256 demo`. Every one of them is checked; the first that fails ends the demonstration.
struct Demonstration {
    /// Who asks for the token.
    private static let clientID = "service-account@example.com"

    let console: Console
    let provider: LocalIdentityProvider
    let endpoints: ProviderEndpoints
    let transport = CountingTransport(URLSessionTransport())
    private let clientKey: RSAPrivateKey
    private let narrator: Narrator

    /// Starts the identity provider.
    init(_ console: Console) throws(CommandFailure) {
        self.console = console
        narrator = Narrator(console)
        clientKey = try PublishedTestKeys.clientKey()
        provider = LocalIdentityProvider(
            clients: [RegisteredClient(id: Self.clientID, key: clientKey.publicKey)],
            signingKey: try PublishedTestKeys.providerKey(),
            settings: ProviderSettings(audiences: [MarketingCloudIntelligence.audience]))
        do throws(LocalIdentityProviderError) {
            endpoints = try provider.start()
        } catch {
            throw CommandFailure(.network, "\(error)")
        }
    }

    /// Stops the identity provider.
    func end() {
        provider.stop()
    }

    /// Goes through all steps.
    func run() async throws(CommandFailure) {
        try introduce()
        let discovery = try url(endpoints.discovery)
        let source = TokenSource.marketingCloudIntelligence(
            endpoint: .discovered(at: discovery), clientID: Self.clientID)
        let tokenEndpoint = try await discover(discovery)
        let assertion = try sign(source)
        let request = try exchangeStep { () throws(TokenExchangeError) in
            try source.request(to: tokenEndpoint, with: assertion)
        }
        let token = try await exchange(request)
        try await verify(token)
        try await refuseReplay(of: request)
        try await cache(source)
        try conclude(token)
    }
}

extension Demonstration {
    private func introduce() throws(CommandFailure) {
        try console.print(console.style.bold("From a private key to an access token") + ", on this machine")
        try console.print("The keys are test keys that are printed in RFCs: they protect nothing.")
        try narrator.step("The identity provider")
        try console.print("listens at \(endpoints.issuer)")
        try console.print("knows \(Self.clientID) and its public key of \(clientKey.keySizeInBits) bits")
    }

    /// Asks where the token endpoint is.
    private func discover(_ url: EndpointURL) async throws(CommandFailure) -> EndpointURL {
        try narrator.step("Discovery")
        try console.print("GET \(url)")
        let response = try await send(DiscoveryDocument.request(at: url))
        let document = try exchangeStep { () throws(TokenExchangeError) in
            try DiscoveryDocument(reading: response, from: url)
        }
        try narrator.show(response)
        return document.tokenEndpoint
    }

    /// Signs the assertion.
    private func sign(_ source: TokenSource) throws(CommandFailure) -> ClientAssertion {
        try narrator.step("The assertion")
        let clock = ContinuousClock()
        let start = clock.now
        let assertion: ClientAssertion
        do throws(JWTError) {
            assertion = try ClientAssertion(source.assertion, issuedAt: Clock.now, key: clientKey)
        } catch {
            throw CommandFailure(.unreadable, "the assertion cannot be signed: \(error)")
        }
        let duration = clock.now - start
        try console.write(RequestDisplay.text(assertion))
        try console.print("written, signed and checked in \(TimeInWords.measured(duration))")
        return assertion
    }

    /// Sends the request and reads the token.
    private func exchange(_ request: TokenRequest) async throws(CommandFailure) -> AccessToken {
        try narrator.step("The request")
        try console.write(RequestDisplay.text(request))
        let requestedAt = Clock.now
        let response = try await send(request.httpRequest)
        let token = try exchangeStep { () throws(TokenExchangeError) in
            try AccessToken(reading: response, requestedAt: requestedAt)
        }
        try narrator.show(response)
        return token
    }

    /// Verifies the access token as the service that it is for would do it.
    private func verify(_ token: AccessToken) async throws(CommandFailure) {
        try narrator.step("The access token")
        try console.print("GET \(endpoints.keySet)")
        let request = HTTPRequest(method: .get, endpoint: try url(endpoints.keySet))
        let response = try await send(request)
        let keys: JWKSet
        do throws(JWKError) {
            keys = try JWKSet(parsing: response.body)
        } catch {
            throw CommandFailure(.network, "the JWK set: \(error)")
        }
        let policy = JWTPolicy(
            issuer: endpoints.issuer, audience: endpoints.issuer, subject: Self.clientID, now: Clock.now,
            requiredClaims: ["exp"], expectedType: "at+jwt")
        let verified: JWTVerified
        do throws(JWTError) {
            verified = try JWT.verify(token.value, using: keys, policy: policy)
        } catch {
            throw CommandFailure(.invalid, "the access token is not valid: \(error)")
        }
        try console.print("claims " + JSONDisplay.text(.object(verified.claims.object)))
        try console.print(
            console.style.green("verified")
                + ": the signature with the key \(verified.header.keyID ?? "") of the set, issuer, audience, times"
        )
    }

    /// Sends the same assertion once more, which a careful provider must not accept.
    private func refuseReplay(of request: TokenRequest) async throws(CommandFailure) {
        try narrator.step("The same assertion once more")
        let response = try await send(request.httpRequest)
        guard let refusal = TokenErrorResponse(reading: response) else {
            throw CommandFailure(.invalid, "the provider accepted an assertion twice")
        }
        try narrator.show(response)
        try console.print(
            console.style.green("refused") + ", as it should be: \(Printable.line(refusal.error))")
    }

    /// Shows what a program does: it asks a token provider, again and again.
    private func cache(_ source: TokenSource) async throws(CommandFailure) {
        try narrator.step("The same in a program")
        let provider = TokenProvider(source: source, key: clientKey, transport: transport, now: { Clock.now })
        var tokens: [AccessToken] = []
        for call in ["first", "second"] {
            let before = transport.count
            let clock = ContinuousClock()
            let start = clock.now
            do throws(TokenExchangeError) {
                tokens.append(try await provider.token())
            } catch {
                throw failure(error)
            }
            let requests = TimeInWords.counted(UInt64(transport.count - before), "request")
            let time = TimeInWords.measured(clock.now - start)
            try console.print("\(call) call of token(): \(requests), \(time)")
            guard transport.count - before == (call == "first" ? 2 : 0) else {
                throw CommandFailure(.invalid, "the \(call) call made \(requests)")
            }
        }
        guard tokens.first == tokens.last, let token = tokens.first else {
            throw CommandFailure(.invalid, "the second call gave another token")
        }
        let left = TimeInWords.length(UInt64(max(0, token.refreshAt - token.requestedAt)))
        try console.print("the token is kept and handed out again for \(left); then a new one is fetched")
    }

    private func conclude(_ token: AccessToken) throws(CommandFailure) {
        try console.print("\n" + console.style.bold("The access token, verified"))
        try console.print(token.value)
        try console.print("\n" + console.style.bold("What to try next"))
        let next = [
            ("rs256 key inspect FILE", "is your key usable?"),
            ("rs256 token --env us1 --client-id ID --key FILE --dry-run", "what would be sent"),
            ("rs256 idp", "this identity provider, for your own client"),
            ("rs256 token --help", "other providers, other ways to give the key"),
        ]
        for line in next { try console.print("  \(line.0)\n      \(console.style.faint(line.1))") }
    }
}

extension Demonstration {
    /// Sends a request of the demonstration.
    private func send(_ request: HTTPRequest) async throws(CommandFailure) -> HTTPResponse {
        let limits = HTTPLimits(
            deadline: .now + .seconds(10), maximumBodyByteCount: AnswerLimits().bodyByteCount)
        do throws(HTTPTransportError) {
            return try await transport.send(request, limits: limits)
        } catch {
            throw CommandFailure(.network, "\(error)")
        }
    }

    private func exchangeStep<Result>(
        _ step: () throws(TokenExchangeError) -> Result
    ) throws(CommandFailure) -> Result {
        do throws(TokenExchangeError) {
            return try step()
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: TokenExchangeError) -> CommandFailure {
        CommandFailure(TokenCommand.exitCode(error), "\(error)")
    }

    private func url(_ text: String) throws(CommandFailure) -> EndpointURL {
        do throws(EndpointURLError) {
            return try EndpointURL(parsing: text)
        } catch {
            throw CommandFailure(.network, "\(error)")
        }
    }
}
