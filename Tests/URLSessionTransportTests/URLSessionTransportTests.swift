import Testing
import TokenExchange

@testable import LocalIdentityProvider
@testable import URLSessionTransport

/// Every way in which a request over loopback can end, and the value that says so, by each route.
@Suite(.serialized) struct URLSessionTransportTests {
    private func request(_ port: UInt16) throws -> HTTPRequest {
        HTTPRequest(method: .get, endpoint: try EndpointURL(parsing: "http://127.0.0.1:\(port)/"))
    }

    /// Without a hurry: the tests of all targets share a few threads, and a step may have to wait behind all of them.
    private func limits(seconds: Double = 600) -> HTTPLimits {
        HTTPLimits(deadline: .now + .seconds(seconds), maximumBodyByteCount: 1000)
    }

    /// A port that nothing listens on: its socket is closed before this returns.
    private func closedPort() throws -> UInt16 {
        try Socket.listening(port: 0).localPort()
    }

    /// The answer of a server that follows `script`.
    private func exchange(
        _ script: ScriptedServer.Script, by route: Route, _ limits: HTTPLimits? = nil
    ) async throws -> Result<HTTPResponse, HTTPTransportError> {
        let server = try ScriptedServer(script)
        defer { server.stop() }
        let request = try request(server.port)
        do throws(HTTPTransportError) {
            return .success(try await route.transport.send(request, limits: limits ?? self.limits()))
        } catch {
            return .failure(error)
        }
    }

    private func kind(_ result: Result<HTTPResponse, HTTPTransportError>) -> HTTPTransportError.Kind? {
        if case .failure(let error) = result { error.kind } else { nil }
    }

    @Test(arguments: Route.allCases)
    func anAnswerArrivesWithStatusHeadersAndBody(route: Route) async throws {
        let answer = try await exchange(
            .answer("HTTP/1.1 200 OK\r\nX-Test: yes\r\nContent-Length: 5\r\n\r\nhello"), by: route
        ).get()
        #expect(answer.status == 200)
        #expect(answer.headers["x-test"] == "yes")
        #expect(answer.body == Array("hello".utf8))
    }

    /// The forms that a body may have (RFC 9112 §6.3).
    @Test(
        arguments: [
            "HTTP/1.1 200 OK\r\n\r\nabc",
            "HTTP/1.0 200 OK\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef",
            "HTTP/1.1 200 \r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nab\r\n01\r\nc\r\n0\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
            "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
        ], Route.allCases)
    func everyFormOfBodyIsRead(text: String, route: Route) async throws {
        let answer = try await exchange(.answer(text), by: route).get()
        #expect(answer.status == 200)
        #expect(answer.body == Array("abc".utf8))
    }

    @Test(arguments: [204, 400, 401, 404, 500, 503], Route.allCases)
    func aStatusIsNoTransportError(status: Int, route: Route) async throws {
        let answer = try await exchange(
            .answer("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n"), by: route
        ).get()
        #expect(answer.status == status)
        #expect(answer.body.isEmpty)
    }

    @Test(arguments: [301, 302, 303, 307, 308], Route.allCases)
    func redirectsAreNotFollowed(status: Int, route: Route) async throws {
        let target = try ScriptedServer(.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        defer { target.stop() }
        let location = "http://127.0.0.1:\(target.port)/"
        let answer = try await exchange(
            .answer("HTTP/1.1 \(status) Moved\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n"),
            by: route
        ).get()
        #expect(answer.status == status)
        #expect(answer.headers["Location"] == location)
        #expect(target.requests.isEmpty)
    }

    @Test(arguments: Route.allCases)
    func theRequestIsSentAsItWasMade(route: Route) async throws {
        let server = try ScriptedServer(
            .answer("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"))
        defer { server.stop() }
        let request = HTTPRequest(
            method: .post, endpoint: try EndpointURL(parsing: "http://127.0.0.1:\(server.port)/a/b?x=%20y"),
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
            body: Array("p=q".utf8))
        let transport = route.transport
        for _ in 0..<2 { _ = try await transport.send(request, limits: limits()) }
        #expect(server.requests.count == 2)
        for head in server.requests {
            let head = head.lowercased()
            #expect(head.hasPrefix("post /a/b?x=%20y http/1.1\r\n"))
            #expect(head.contains("\r\nhost: 127.0.0.1:\(server.port)\r\n"))
            #expect(head.contains("\r\ncontent-type: application/x-www-form-urlencoded\r\n"))
            #expect(head.contains("\r\ncontent-length: 3\r\n"))
            #expect(!head.contains("cookie"))
        }
    }

    @Test(arguments: Route.allCases)
    func aHeaderFieldCannotBeSmuggledIn(route: Route) async throws {
        let request = HTTPRequest(
            method: .get, endpoint: try EndpointURL(parsing: "http://127.0.0.1:1/"),
            headers: [HTTPHeader("X", "y\r\nZ: w")])
        let reason = HTTPTransportError.Kind.other(reason: "a header field has a control character")
        await #expect(throws: HTTPTransportError(reason, at: request.endpoint)) {
            _ = try await route.transport.send(request, limits: limits())
        }
    }

    @Test(arguments: Route.allCases)
    func aBodyOfExactlyTheLimitIsTaken(route: Route) async throws {
        let body = String(repeating: "x", count: 1000)
        let answer = try await exchange(
            .answer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n\(body)"), by: route
        ).get()
        #expect(answer.body.count == 1000)
    }

    @Test(
        arguments: [
            ScriptedServer.Script.answer(
                "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + String(repeating: "x", count: 1001)),
            .silent("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n"),
            .endless("HTTP/1.1 200 OK\r\n\r\n"),
            .endless("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"),
            .endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n"),
        ], Route.allCases)
    func aLongerBodyIsRefused(script: ScriptedServer.Script, route: Route) async throws {
        #expect(kind(try await exchange(script, by: route)) == .bodyTooLarge(limit: 1000))
    }

    @Test(
        arguments: [
            ScriptedServer.Script.silent(""),
            .silent("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"),
            .silent("HTTP/1.1 20"),
        ], Route.allCases)
    func aSlowServerMeetsTheDeadline(script: ScriptedServer.Script, route: Route) async throws {
        #expect(kind(try await exchange(script, by: route, limits(seconds: 0.2))) == .timedOut)
    }

    @Test(arguments: Route.allCases)
    func aDeadlineInThePastSendsNothing(route: Route) async throws {
        #expect(kind(try await exchange(.silent(""), by: route, limits(seconds: -1))) == .timedOut)
    }

    @Test(
        arguments: [
            "", "SSH-2.0-OpenSSH_9.0\r\n", "HTTP/1.1 20", "HTTP/1.1 two hundred\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        ], Route.allCases)
    func anAnswerThatBreaksOffOrIsNotHTTPIsRefused(text: String, route: Route) async throws {
        #expect(kind(try await exchange(.answer(text), by: route)) == .brokenAnswer)
    }

    @Test(arguments: Route.allCases)
    func aClosedPortIsReported(route: Route) async throws {
        let request = try request(closedPort())
        await #expect(throws: HTTPTransportError(.cannotConnect, at: request.endpoint)) {
            _ = try await route.transport.send(request, limits: limits())
        }
    }

    @Test func aNameWithoutAddressIsReported() async throws {
        let endpoint = try EndpointURL(parsing: "https://host.invalid/")
        await #expect(throws: HTTPTransportError(.hostNotFound, at: endpoint)) {
            _ = try await URLSessionTransport().send(
                HTTPRequest(method: .get, endpoint: endpoint), limits: limits())
        }
    }

    @Test func tlsToAServerThatSpeaksNoneIsReported() async throws {
        let server = try ScriptedServer(
            .greeting("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"))
        defer { server.stop() }
        let endpoint = try EndpointURL(parsing: "https://127.0.0.1:\(server.port)/")
        let error = await #expect(throws: HTTPTransportError.self) {
            _ = try await URLSessionTransport().send(
                HTTPRequest(method: .get, endpoint: endpoint), limits: limits())
        }
        guard case .secureConnectionFailed = error?.kind else {
            Issue.record("not a failure of TLS: \(String(describing: error))")
            return
        }
    }

    @Test(arguments: Route.allCases)
    func aCancelledTaskEndsAtOnce(route: Route) async throws {
        let server = try ScriptedServer(.silent(""))
        defer { server.stop() }
        let request = try request(server.port)
        let task = Task { try await route.transport.send(request, limits: limits()) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect(throws: HTTPTransportError(.cancelled, at: request.endpoint)) {
            _ = try await task.value
        }
    }

    /// A provider that answers `invalid_client` may ask for credentials at the same time (RFC 6749 §5.2).
    @Test(
        arguments: ["Basic realm=\"x\"", "Bearer error=\"x\"", "Digest realm=\"x\", nonce=\"y\""],
        Route.allCases)
    func anAnswerThatAsksForCredentialsArrives(challenge: String, route: Route) async throws {
        let answer = try await exchange(
            .answer("HTTP/1.1 401 U\r\nWWW-Authenticate: \(challenge)\r\nContent-Length: 2\r\n\r\n{}"),
            by: route
        ).get()
        #expect(answer.status == 401)
        #expect(answer.body == Array("{}".utf8))
    }

    /// The transport must not wait for a session that is busy with what the server sends.
    @Test func manyHeaderFieldsMeetTheDeadline() async throws {
        let server = try ScriptedServer(
            .silent("HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 10_000)))
        defer { server.stop() }
        let request = try request(server.port)
        await #expect(throws: HTTPTransportError(.timedOut, at: request.endpoint)) {
            _ = try await Route.urlSession.transport.send(request, limits: limits(seconds: 0.2))
        }
        // Foundation on Linux does not survive a connection that closes within the fields.
        while server.connectionCount > 0 { try await Task.sleep(for: .milliseconds(10)) }
    }

    #if os(Linux)
        /// Where `URLSession` on Linux would end the process.
        @Test(arguments: [
            "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nX: y", "HTTP/1.1 200 OK\r\nX: y\r\n\r",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n",
        ])
        func aConnectionThatClosesWithinTheFieldsIsReported(text: String) async throws {
            #expect(kind(try await exchange(.answer(text), by: .usual)) == .brokenAnswer)
        }
    #endif
}
