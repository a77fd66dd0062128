import Testing
import TokenExchange

@testable import URLSessionTransport

/// Answers that are read, and answers that are refused, however their bytes are cut.
@Suite struct HTTPAnswerParserTests {
    private static let pieceSizes = [1, 2, 3, 7, 1 << 20]

    /// Reads `text` in pieces of `size` bytes, then the end of the connection.
    private func parse(_ text: String, pieces size: Int) throws(HTTPAnswerError) -> HTTPResponse? {
        var parser = HTTPAnswerParser(maximumBodyByteCount: 10)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try parser.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        try parser.finish()
        return parser.answer
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 3\r\n\r\nabc", "abc"),
        ("HTTP/1.1 200\r\nA:b\r\nContent-Length: 0\r\n\r\n", ""),
        ("HTTP/1.0 200 x y\r\nA: \t b \r\n\r\nabc", "abc"),
        ("HTTP/1.1 200 OK\r\nA: b\r\n\r\n", ""),
        ("HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 10\r\n\r\n0123456789", "0123456789"),
        (
            "HTTP/1.1 200 OK\r\nA: b\r\nTransfer-Encoding: Chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n",
            "0123456789"
        ),
        ("HTTP/1.1 200 OK\r\nA: b\r\nTransfer-Encoding: chunked\r\n\r\n1;c=d\r\na\r\n0\r\nA: e\r\n\r\n", "a"),
        ("HTTP/1.1 102 x\r\nA: c\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 1\r\n\r\nabc", "a"),
    ])
    func isRead(text: String, body: String) throws {
        for size in Self.pieceSizes {
            let answer = try parse(text, pieces: size)
            #expect(answer?.status == 200)
            #expect(answer?.headers["a"] == "b")
            #expect(answer?.body == Array(body.utf8))
        }
    }

    @Test(
        arguments: [
            ("", .broken),
            ("HTTP/1.1 200 OK\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nA: b\r\n", .broken),
            ("HTTP/1.1 200 OK\nA: b\n\n", .broken),
            ("HTTP/2 200 OK\r\n\r\n", .broken),
            ("HTTP/1.1 20 OK\r\n\r\n", .broken),
            ("HTTP/1.1 2000\r\n\r\n", .broken),
            ("HTTP/1.1 099 x\r\n\r\n", .broken),
            ("HTTP/1.1  200 OK\r\n\r\n", .broken),
            ("HTTP/1.1 101 Switching\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\n: b\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nA : b\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nA: \u{0}\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", .broken),
            ("HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nContent-Length: +3\r\n\r\nabc", .broken),
            ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", .broken),
            ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n00000001\r\na\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", .broken),
            ("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n", .tooLarge),
            ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", .tooLarge),
            ("HTTP/1.1 200 OK\r\n\r\n0123456789a", .tooLarge),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n", .tooLarge),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n5\r\n", .tooLarge),
        ] as [(String, HTTPAnswerError)])
    func isRefused(text: String, error: HTTPAnswerError) {
        for size in Self.pieceSizes {
            #expect(throws: error) { try parse(text, pieces: size) }
        }
    }

    @Test func theHeadHasALimit() throws {
        let start = "HTTP/1.1 200 OK\r\n"
        let count = HTTPAnswerParser.maximumHeadByteCount - start.utf8.count - "A: \r\n\r\n".utf8.count
        let longest = start + "A: " + String(repeating: "b", count: count) + "\r\n\r\n"
        #expect(try parse(longest, pieces: 1 << 20)?.status == 200)
        #expect(throws: HTTPAnswerError.broken) {
            try parse(longest.replacing("A: ", with: "AA: "), pieces: 1 << 20)
        }
    }
}
