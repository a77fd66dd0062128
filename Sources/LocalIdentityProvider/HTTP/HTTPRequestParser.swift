/// A strict, bounded reader of one HTTP/1.1 request (RFC 9112), fed with bytes as they arrive.
///
/// It holds no more than the limits allow, looks at every byte once however the bytes are cut into pieces, and
/// refuses what two servers might read differently: bare line feeds, folded fields, white space before a
/// colon, repeated or signed lengths, transfer codings.
package struct HTTPRequestParser {
    /// How far the request has come.
    package enum Progress: Equatable {
        /// More bytes are needed.
        case incomplete
        /// More bytes are needed, and the client waits for `100 Continue` before it sends them. Reported once.
        case awaitsContinue
        /// The request is here; bytes behind it are ignored.
        case complete(IncomingRequest)
    }

    private enum Stage {
        case requestLine
        case fields
        case body
    }

    private let limits: HTTPRequestLimits
    private var stage = Stage.requestLine
    /// Bytes of the current stage that have arrived.
    private var buffer: [UInt8] = []
    /// Where the current line starts in `buffer`, and how far it has been searched for its end.
    private var lineStart = 0
    private var searched = 0
    private var line = HTTPRequestLine(method: "", path: "", query: nil)
    private var fields: [IncomingRequest.Field] = []
    private var contentLength = 0

    /// Whether the first byte of a request has arrived.
    private(set) var hasBegun = false

    package init(limits: HTTPRequestLimits = HTTPRequestLimits()) {
        self.limits = limits
    }

    /// Takes the next bytes. After an error or a complete request the parser must not be used again.
    package mutating func append(_ bytes: some Collection<UInt8>) throws(HTTPRequestError) -> Progress {
        hasBegun = hasBegun || !bytes.isEmpty
        buffer.append(contentsOf: bytes)
        while stage != .body {
            guard let lineBytes = try nextLine() else { return .incomplete }
            switch stage {
            case .requestLine:
                line = try HTTPRequestLine(parsing: lineBytes)
                startStage(.fields)
            case .fields where lineBytes.isEmpty:
                contentLength = try HTTPFieldRules.contentLength(fields, limit: limits.body)
                let awaitsContinue = try HTTPFieldRules.awaitsContinue(fields)
                startStage(.body)
                if awaitsContinue, buffer.count < contentLength { return .awaitsContinue }
            case .fields, .body:
                guard fields.count < limits.fieldCount else {
                    throw HTTPRequestError(.headerFieldsTooLarge, "more than \(limits.fieldCount) fields")
                }
                fields.append(try HTTPFieldRules.field(lineBytes))
            }
        }
        guard buffer.count >= contentLength else { return .incomplete }
        return .complete(
            IncomingRequest(
                method: line.method, path: line.path, query: line.query, fields: fields,
                body: Array(buffer.prefix(contentLength))))
    }

    /// Drops the bytes of the stage that is over.
    private mutating func startStage(_ next: Stage) {
        buffer.removeFirst(lineStart)
        lineStart = 0
        searched = 0
        stage = next
    }

    /// The next line without its CR LF, or nil if its end has not arrived.
    private mutating func nextLine() throws(HTTPRequestError) -> [UInt8]? {
        while searched < buffer.count, buffer[searched] != UInt8(ascii: "\n") { searched += 1 }
        let isWhole = searched < buffer.count
        // The end of the line that counts is its line feed, so that the limit does not depend on how the bytes
        // were cut.
        try checkSize(isWhole ? searched + 1 : searched)
        guard isWhole else { return nil }
        guard searched > lineStart, buffer[searched - 1] == UInt8(ascii: "\r") else {
            throw HTTPRequestError(.badRequest, "a line must end with CR LF")
        }
        let content = Array(buffer[lineStart..<searched - 1])
        searched += 1
        lineStart = searched
        return content
    }

    private func checkSize(_ byteCount: Int) throws(HTTPRequestError) {
        switch stage {
        case .requestLine where byteCount > limits.requestLine:
            throw HTTPRequestError(.uriTooLong, "the request line is longer than \(limits.requestLine) bytes")
        case .fields where byteCount > limits.headerSection:
            throw HTTPRequestError(
                .headerFieldsTooLarge, "the header fields are longer than \(limits.headerSection) bytes")
        default: return
        }
    }
}
