import LocalIdentityProvider
import TokenExchange
import URLSessionTransport

/// The rules for HTTP messages: how the bytes are cut into pieces does not matter, and what was read is written and read
/// again as the same.
enum HTTPProperties {
    // MARK: - Requests

    static func checkRequest(_ input: [UInt8]) throws(Violation) {
        var limits = HTTPRequestLimits()
        if input.choice(of: 4) == 0 {
            limits.requestLine = 32
            limits.headerSection = 48
            limits.fieldCount = 3
            limits.body = 8
        }
        let whole = request([input[...]], limits)
        let middle = input.count / 2
        try require(
            request([input[..<middle], input[middle...]], limits) == whole, "two pieces are like one")
        try require(
            request(input.indices.map { input[$0...$0] }, limits) == whole, "single bytes are like one piece")
        if case .success(let request?) = whole { try checkRequest(request, limits) }
    }

    /// The request in these pieces; nil if it is not complete.
    private static func request(
        _ pieces: [ArraySlice<UInt8>], _ limits: HTTPRequestLimits
    ) -> Result<IncomingRequest?, HTTPRequestError> {
        var parser = HTTPRequestParser(limits: limits)
        do throws(HTTPRequestError) {
            for piece in pieces {
                if case .complete(let request) = try parser.append(piece) { return .success(request) }
            }
            return .success(nil)
        } catch {
            return .failure(error)
        }
    }

    private static func checkRequest(
        _ request: IncomingRequest, _ limits: HTTPRequestLimits
    ) throws(Violation) {
        try require(
            request.fields.count <= limits.fieldCount && request.body.count <= limits.body, "limits are kept")
        try require(request.fields.count { $0.name == "host" } == 1, "there is one host")
        var text = "\(request.method) \(request.path)"
        if let query = request.query { text += "?" + query }
        text += " HTTP/1.1\r\n"
        for field in request.fields { text += "\(field.name): \(field.value)\r\n" }
        let written = Array((text + "\r\n").utf8) + request.body
        // The space after a colon may be one byte too many.
        var roomy = limits
        roomy.headerSection += limits.fieldCount
        try require(
            Self.request([written[...]], roomy) == .success(request), "what was written is read as the same")
    }

    // MARK: - Answers

    private static let maximumBodyByteCount = 64

    static func checkAnswer(_ input: [UInt8]) throws(Violation) {
        let whole = answer([input[...]])
        let middle = input.count / 2
        try require(answer([input[..<middle], input[middle...]]) == whole, "two pieces are like one")
        try require(answer(input.indices.map { input[$0...$0] }) == whole, "single bytes are like one piece")
        guard case .success(let answer) = whole else { return }
        try require(answer.body.count <= maximumBodyByteCount, "the limit is kept")
        try require((200...999).contains(answer.status), "an interim answer is not the answer")

        var text = "HTTP/1.1 \(answer.status) X\r\n"
        for field in answer.headers
        where !["content-length", "transfer-encoding"].contains(field.name.lowercased()) {
            text += "\(field.name): \(field.value)\r\n"
        }
        if answer.status != 204 && answer.status != 304 {
            text += "Transfer-Encoding: chunked\r\n"
            let size = String(answer.body.count, radix: 16)
            text += "\r\n" + (answer.body.isEmpty ? "" : "\(size)\r\n")
        } else {
            text += "\r\n"
        }
        var written = Array(text.utf8) + answer.body
        if answer.status != 204 && answer.status != 304 {
            written += Array((answer.body.isEmpty ? "" : "\r\n").utf8) + Array("0\r\n\r\n".utf8)
        }
        let again = try succeeding("what was written is read") { try Self.answer([written[...]]).get() }
        try require(
            again.status == answer.status && again.body == answer.body, "what was written is read as the same"
        )
    }

    private static func answer(_ pieces: [ArraySlice<UInt8>]) -> Result<HTTPResponse, HTTPAnswerError> {
        var parser = HTTPAnswerParser(maximumBodyByteCount: maximumBodyByteCount)
        do throws(HTTPAnswerError) {
            for piece in pieces {
                try parser.append(Array(piece))
                if let answer = parser.answer { return .success(answer) }
            }
            try parser.finish()
            return parser.answer.map { .success($0) } ?? .failure(.broken)
        } catch {
            return .failure(error)
        }
    }
}
