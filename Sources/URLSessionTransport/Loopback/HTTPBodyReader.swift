import TokenExchange

/// Reads a body by the rule that its header fields give (RFC 9112 §6.3).
enum HTTPBodyReader {
    /// So many bytes are still to come.
    case remaining(Int)
    /// Everything until the connection closes.
    case untilClose
    /// In chunks (RFC 9112 §7.1).
    case chunks(ChunkReader)

    init(status: Int, headers: [HTTPHeader]) throws(HTTPAnswerError) {
        let codings = headers.filter { $0.name.lowercased() == "transfer-encoding" }
        let lengths = headers.filter { $0.name.lowercased() == "content-length" }
        if status == 204 || status == 304 {
            self = .remaining(0)
        } else if let coding = codings.first {
            // A message with two ways to find its end is refused.
            guard codings.count == 1, coding.value.lowercased() == "chunked", lengths.isEmpty else {
                throw .broken
            }
            self = .chunks(ChunkReader())
        } else if let length = lengths.first {
            guard lengths.allSatisfy({ $0.value == length.value }), !length.value.isEmpty,
                length.value.utf8.allSatisfy({ $0.isDigit })
            else { throw .broken }
            // A length that is no Int is too large for any limit.
            self = .remaining(Int(length.value) ?? .max)
        } else {
            self = .untilClose
        }
    }

    /// Moves bytes of the body from `rest` to `body`.
    ///
    /// - Returns: whether the body has ended.
    mutating func read(
        _ rest: inout ArraySlice<UInt8>, into body: inout [UInt8], limit: Int
    ) throws(HTTPAnswerError) -> Bool {
        switch self {
        case .remaining(let count):
            let piece = rest.prefix(count)
            body += piece
            rest = rest.dropFirst(piece.count)
            self = .remaining(count - piece.count)
            return count == piece.count
        case .untilClose:
            guard rest.count <= limit - body.count else { throw .tooLarge }
            body += rest
            rest = []
            return false
        case .chunks(var reader):
            defer { self = .chunks(reader) }
            return try reader.read(&rest, into: &body, limit: limit)
        }
    }
}

/// Reads the chunked coding. Extensions and trailer fields are skipped.
struct ChunkReader {
    private enum Stage {
        case size
        case content(Int)
        case contentEnd
        case trailer
    }

    /// The most bytes of all size lines and trailer fields together.
    private static let maximumLineByteCount = 64 * 1024

    private var stage = Stage.size
    private var lines = LineReader(limit: maximumLineByteCount)

    mutating func read(
        _ rest: inout ArraySlice<UInt8>, into body: inout [UInt8], limit: Int
    ) throws(HTTPAnswerError) -> Bool {
        while !rest.isEmpty {
            switch stage {
            case .size:
                guard let line = try lines.next(&rest) else { return false }
                let size = try Self.size(line)
                guard size <= limit - body.count else { throw .tooLarge }
                stage = size == 0 ? .trailer : .content(size)
            case .content(let count):
                let piece = rest.prefix(count)
                body += piece
                rest = rest.dropFirst(piece.count)
                stage = count == piece.count ? .contentEnd : .content(count - piece.count)
            case .contentEnd:
                guard let line = try lines.next(&rest) else { return false }
                guard line.isEmpty else { throw .broken }
                stage = .size
            case .trailer:
                guard let line = try lines.next(&rest) else { return false }
                if line.isEmpty { return true }
            }
        }
        return false
    }

    /// One to seven hexadecimal digits, before the end of the line or an extension.
    private static func size(_ line: [UInt8]) throws(HTTPAnswerError) -> Int {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
        guard (1...7).contains(digits.count), digits.allSatisfy({ $0.isHexadecimalDigit }),
            let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .broken }
        return size
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
