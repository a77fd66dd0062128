import Testing

@testable import LocalIdentityProvider

/// Requests that are read, and requests that are refused, however their bytes are cut.
@Suite struct HTTPRequestParserTests {
    /// Reads `text` in pieces of `size` bytes; nil for a request that is not whole.
    private func parse(
        _ text: String, pieces size: Int, limits: HTTPRequestLimits = HTTPRequestLimits()
    ) throws(HTTPRequestError) -> IncomingRequest? {
        var parser = HTTPRequestParser(limits: limits)
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let end = min(start + size, bytes.count)
            if case .complete(let request) = try parser.append(bytes[start..<end]) { return request }
            start = end
        }
        return nil
    }

    private static let pieceSizes = [1, 2, 3, 7, 1 << 20]

    @Test(arguments: pieceSizes)
    func aGetIsRead(size: Int) throws {
        let request = try parse("GET /a/b?c=d%20e HTTP/1.1\r\nHost: x\r\nX-Y:  v w \t\r\n\r\n", pieces: size)
        #expect(
            request
                == IncomingRequest(
                    method: "GET", path: "/a/b", query: "c=d%20e",
                    fields: [.init(name: "host", value: "x"), .init(name: "x-y", value: "v w")], body: []))
    }

    @Test(arguments: pieceSizes)
    func aPostIsRead(size: Int) throws {
        let request = try parse(
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 005\r\n\r\na=b&cPOST / HTTP/1.1\r\n", pieces: size)
        #expect(request?.method == "POST")
        #expect(request?.query == nil)
        #expect(request?.body == Array("a=b&c".utf8))
    }

    @Test func everyPrefixIsIncomplete() throws {
        let text = "POST /?q HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
        for count in 0..<text.utf8.count {
            let prefix = String(decoding: text.utf8.prefix(count), as: UTF8.self)
            #expect(try parse(prefix, pieces: 1 << 20) == nil)
        }
        #expect(try parse(text, pieces: 1 << 20) != nil)
    }

    @Test func aClientThatWaitsIsToldToContinue() throws {
        let head = "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
        var waiting = HTTPRequestParser()
        #expect(try waiting.append(Array(head.utf8)) == .awaitsContinue)
        #expect(try waiting.append([0x61]) == .incomplete)
        guard case .complete(let request) = try waiting.append([0x62]) else {
            Issue.record("the request is whole")
            return
        }
        #expect(request.body == [0x61, 0x62])

        var eager = HTTPRequestParser()
        guard case .complete = try eager.append(Array((head + "ab").utf8)) else {
            Issue.record("the body has come with the head")
            return
        }
    }

    @Test(
        arguments: [
            ("GET  / HTTP/1.1\r\n", .badRequest),
            ("GET / HTTP/1.1 \r\n", .badRequest),
            ("GET /\r\n", .badRequest),
            ("GET / HTTP/1.1\n", .badRequest),
            ("\r\n", .badRequest),
            ("get / HTTP/1.1\r\n", .badRequest),
            ("G@T / HTTP/1.1\r\n", .badRequest),
            (" / HTTP/1.1\r\n", .badRequest),
            ("GET / HTTP/1.0\r\n", .versionNotSupported),
            ("GET / HTTP/2.0\r\n", .versionNotSupported),
            ("GET / SIP/2.0\r\n", .badRequest),
            ("GET http://x/ HTTP/1.1\r\n", .badRequest),
            ("OPTIONS * HTTP/1.1\r\n", .badRequest),
            ("GET /\u{e4} HTTP/1.1\r\n", .badRequest),
            ("GET /#a HTTP/1.1\r\n", .badRequest),
            ("GET /\u{0} HTTP/1.1\r\n", .badRequest),
            ("GET / HTTP/1.1\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost : x\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost x\r\n", .badRequest),
            ("GET / HTTP/1.1\r\n: x\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\ry\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\u{0}\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: \r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x1\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n", .contentTooLarge),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", .contentTooLarge),
            ("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", .notImplemented),
            (
                "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\nContent-Length: 1\r\n\r\n",
                .notImplemented
            ),
            ("GET / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n", .expectationFailed),
        ] as [(String, HTTPStatus)])
    func isRefused(text: String, status: HTTPStatus) throws {
        let whole = try #require(throws: HTTPRequestError.self) { try parse(text, pieces: 1 << 20) }
        #expect(whole.status == status)
        for size in Self.pieceSizes {
            #expect(throws: whole) { try parse(text, pieces: size) }
        }
    }

    @Test(arguments: pieceSizes)
    func everyPartHasALimit(size: Int) throws {
        var limits = HTTPRequestLimits()
        limits.requestLine = 40
        limits.headerSection = 40
        limits.fieldCount = 3
        limits.body = 4
        let line = "GET /" + String(repeating: "a", count: 24)
        let rows: [(String, HTTPStatus?)] = [
            (line + " HTTP/1.1\r\nHost: x\r\n\r\n", nil),
            (line + "a HTTP/1.1\r\nHost: x\r\n\r\n", .uriTooLong),
            (String(repeating: "a", count: 100), .uriTooLong),
            ("GET / HTTP/1.1\r\nHost: x\r\nA: " + String(repeating: "b", count: 24) + "\r\n\r\n", nil),
            (
                "GET / HTTP/1.1\r\nHost: x\r\nA: " + String(repeating: "b", count: 25) + "\r\n\r\n",
                .headerFieldsTooLarge
            ),
            ("GET / HTTP/1.1\r\n" + String(repeating: "b", count: 100), .headerFieldsTooLarge),
            ("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\nA: b\r\n\r\n", nil),
            ("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\nA: b\r\nA: b\r\n\r\n", .headerFieldsTooLarge),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd", nil),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde", .contentTooLarge),
        ]
        for (text, status) in rows {
            guard let status else {
                #expect(try parse(text, pieces: size, limits: limits) != nil, "\(text)")
                continue
            }
            let error = #expect(throws: HTTPRequestError.self) {
                try parse(text, pieces: size, limits: limits)
            }
            #expect(error?.status == status)
        }
    }
}
