package import TokenExchange

/// A strict, bounded reader of one HTTP/1.1 answer (RFC 9112), fed with bytes as they arrive.
///
/// It looks at every byte once and holds no more than the limits allow. What it does not understand it refuses.
package struct HTTPAnswerParser {
    private enum Stage {
        case statusLine
        case fields
        case body(HTTPBodyReader)
        case complete
    }

    /// The most bytes of the status line and the header fields together, interim answers included.
    package static let maximumHeadByteCount = 64 * 1024

    private let maximumBodyByteCount: Int
    private var stage = Stage.statusLine
    private var lines = LineReader(limit: maximumHeadByteCount)
    private var status = 0
    private var headers: [HTTPHeader] = []
    private var body: [UInt8] = []

    package init(maximumBodyByteCount: Int) {
        self.maximumBodyByteCount = maximumBodyByteCount
    }

    /// The answer, once it is whole.
    package var answer: HTTPResponse? {
        guard case .complete = stage else { return nil }
        return HTTPResponse(status: status, headers: headers, body: body)
    }

    /// Takes the next bytes. After an error the parser must not be used again.
    package mutating func append(_ bytes: [UInt8]) throws(HTTPAnswerError) {
        var rest = bytes[...]
        while !rest.isEmpty || isAtBoundary {
            switch stage {
            case .statusLine:
                guard let line = try lines.next(&rest) else { return }
                status = try Self.status(line)
                stage = .fields
            case .fields:
                guard let line = try lines.next(&rest) else { return }
                if line.isEmpty { try endFields() } else { headers.append(try Self.field(line)) }
            case .body(var reader):
                let isEnd = try reader.read(&rest, into: &body, limit: maximumBodyByteCount)
                stage = isEnd ? .complete : .body(reader)
                if !isEnd { return }
            case .complete: return
            }
        }
    }

    /// Takes the end of the connection, which ends a body that has no length.
    package mutating func finish() throws(HTTPAnswerError) {
        switch stage {
        case .complete: return
        case .body(.untilClose): stage = .complete
        default: throw .broken
        }
    }

    /// Whether there may be something to do without more bytes: a body of no bytes.
    private var isAtBoundary: Bool {
        if case .body(.remaining(0)) = stage { true } else { false }
    }

    /// RFC 9110 §15.2: interim answers come before the answer. Switching protocols was not asked for.
    private mutating func endFields() throws(HTTPAnswerError) {
        if (100..<200).contains(status) {
            guard status != 101 else { throw .broken }
            headers = []
            stage = .statusLine
            return
        }
        let reader = try HTTPBodyReader(status: status, headers: headers)
        if case .remaining(let count) = reader, count > maximumBodyByteCount { throw .tooLarge }
        stage = .body(reader)
    }

    /// `HTTP/1.1 200 OK` (RFC 9112 §4); the reason may be missing.
    private static func status(_ line: [UInt8]) throws(HTTPAnswerError) -> Int {
        guard line.count >= 12, line.starts(with: Array("HTTP/1.".utf8)), line[7].isDigit, line[8] == 0x20,
            line[9..<12].allSatisfy({ $0.isDigit }), line.count == 12 || line[12] == 0x20
        else { throw .broken }
        let status = line[9..<12].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard status >= 100 else { throw .broken }
        return status
    }

    /// `Name: value` (RFC 9112 §5); no white space before the colon and no folding.
    private static func field(_ line: [UInt8]) throws(HTTPAnswerError) -> HTTPHeader {
        guard let colon = line.firstIndex(of: 0x3a), colon > 0,
            line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7f }),
            line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 })
        else { throw .broken }
        var value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        while let last = value.last, last == 0x20 || last == 0x09 { value = value.dropLast() }
        return HTTPHeader(
            String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
    }
}

/// Why an answer is not accepted.
package enum HTTPAnswerError: Error, Equatable {
    /// It is not HTTP, or breaks off.
    case broken
    /// The body is too long.
    case tooLarge
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
}
