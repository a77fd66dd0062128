import RSA
import TestSupport
import Testing
import TokenExchange

@testable import LocalIdentityProvider
@testable import URLSessionTransport

/// Nothing that Swift prints by itself of a transport or of its errors shows the assertion that was sent, wherever it was
/// sent and however the exchange ended; servers send it back here.
@Suite(.serialized) struct RedactionTests {
    private let assertion: ClientAssertion
    private let canary: Canary

    init() throws {
        let key = try RSAPrivateKey(
            pemRepresentation: VectorFile.text("keys/generated/a2-pkcs1.pem"))
        assertion = try ClientAssertion(
            AssertionContent(clientID: "client", audience: "https://idp.example"), issuedAt: 1, key: key)
        var canary = Canary()
        canary.add(text: String(try #require(assertion.token.split(separator: ".").last)))
        self.canary = canary
    }

    private func request(
        _ origin: String, _ placement: TokenRequest.ParameterPlacement
    ) throws -> HTTPRequest {
        try TokenRequest.clientCredentials(
            at: EndpointURL(parsing: origin + "/token"), clientID: "client", assertion: assertion,
            options: TokenRequest.Options(placement: placement)
        ).httpRequest
    }

    /// The error that sending brings.
    private static func error(
        sending request: HTTPRequest, by transport: URLSessionTransport, seconds: Double = 600
    ) async -> HTTPTransportError? {
        do throws(HTTPTransportError) {
            let limits = HTTPLimits(deadline: .now + .seconds(seconds), maximumBodyByteCount: 1000)
            _ = try await transport.send(request, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    /// Fails for each value that shows the assertion. The canary stays out of the expectation, whose failure would print
    /// it.
    private func expectNothing(in values: [Any], sourceLocation: SourceLocation = #_sourceLocation) {
        for value in values {
            let isVisible = canary.isVisible(in: value)
            #expect(!isVisible, "\(type(of: value)) shows a secret", sourceLocation: sourceLocation)
        }
    }

    /// The control: the assertion is in what is sent, and would be found in an error that repeats it.
    @Test func leaksAreFound() throws {
        let request = try request("http://127.0.0.1:1", .query)
        let error = HTTPTransportError(
            .other(reason: "cannot load " + request.url), at: request.endpoint)
        let isFound = canary.isVisible(in: error)
        #expect(isFound)
    }

    @Test(arguments: [TokenRequest.ParameterPlacement.body, .query], Route.allCases)
    func errors(placement: TokenRequest.ParameterPlacement, route: Route) async throws {
        let echo = assertion.token
        let long = String(repeating: echo, count: 4)
        let scripts: [(ScriptedServer.Script, seconds: Double)] = [
            (.answer(echo), 600), (.greeting(echo + "\r\n"), 600),
            (.answer("HTTP/1.1 \(echo)\r\n\r\n"), 600),
            (.answer("HTTP/1.1 200 OK\r\nContent-Length: \(echo)\r\n\r\n"), 600),
            (.answer("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n\(echo)"), 600),
            (.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(echo)\r\n"), 600),
            (.silent("HTTP/1.1 200 OK\r\nContent-Length: \(long.utf8.count)\r\n\r\n\(long)"), 600),
            (.silent("HTTP/1.1 200 OK\r\nX: \(echo)\r\n"), 0.2),
        ]
        var errorCount = 0
        for (script, seconds) in scripts {
            let server = try ScriptedServer(script)
            defer { server.stop() }
            // The session keeps its connection until the transport goes away.
            do {
                let transport = route.transport
                let request = try request("http://127.0.0.1:\(server.port)", placement)
                let error = await Self.error(sending: request, by: transport, seconds: seconds)
                if error != nil { errorCount += 1 }
                expectNothing(in: [error as Any, transport, request])
                if let error { expectNothing(in: [TokenExchangeError.transport(error)]) }
            }
            // Foundation on Linux does not survive a connection that closes within the fields.
            while server.connectionCount > 0 { try await Task.sleep(for: .milliseconds(10)) }
        }
        #expect(errorCount >= 7, "most of these answers are none, or there are no errors to look at")
    }

    /// A transport with a request under way, which is in its session.
    @Test(arguments: Route.allCases) func transportInUse(route: Route) async throws {
        let server = try ScriptedServer(.silent(""))
        defer { server.stop() }
        let request = try request("http://127.0.0.1:\(server.port)", .query)
        let transport = route.transport
        let task = Task { await Self.error(sending: request, by: transport) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        expectNothing(in: [transport, [transport]])
        #expect("\(transport)" == "URLSessionTransport")
        task.cancel()
        expectNothing(in: [try #require(await task.value)])
    }

    /// Failures that come before an answer, by TLS as well: these are the texts of the system.
    @Test(arguments: [TokenRequest.ParameterPlacement.body, .query])
    func errorsOfConnections(placement: TokenRequest.ParameterPlacement) async throws {
        let port = try Socket.listening(port: 0).localPort()
        let server = try ScriptedServer(.greeting(assertion.token + "\r\n"))
        defer { server.stop() }
        for origin in [
            "http://127.0.0.1:\(port)", "https://127.0.0.1:\(port)", "https://127.0.0.1:\(server.port)",
            "https://host.invalid",
        ] {
            for route in Route.allCases {
                let error = await Self.error(sending: try request(origin, placement), by: route.transport)
                expectNothing(in: [try #require(error)])
            }
        }
        let late = await Self.error(
            sending: try request("https://host.invalid", placement), by: URLSessionTransport(), seconds: -1)
        expectNothing(in: [try #require(late)])
    }
}
