/// The rules for header fields (RFC 9112 §5 and §6).
enum HTTPFieldRules {
    /// One field line: a token, a colon at once, and a value of visible ASCII, spaces and tabs.
    static func field(_ line: [UInt8]) throws(HTTPRequestError) -> IncomingRequest.Field {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            line[..<colon].allSatisfy(\.isTokenByte)
        else { throw HTTPRequestError(.badRequest, "a header field is not NAME: VALUE on one line") }
        let value = line[(colon + 1)...].trimmingBlanks()
        guard value.allSatisfy(\.isFieldValueByte) else {
            throw HTTPRequestError(
                .badRequest, "a header field's value has a byte that is not printable ASCII")
        }
        return IncomingRequest.Field(
            name: String(decoding: line[..<colon].map(\.lowercased), as: UTF8.self),
            value: String(decoding: value, as: UTF8.self))
    }

    /// How many bytes the body has, once the header section is whole (RFC 9112 §6.3).
    ///
    /// Without a length there is no body. Transfer codings are not spoken: a message with two ways to find its
    /// end is how requests are smuggled.
    static func contentLength(
        _ fields: [IncomingRequest.Field], limit: Int
    ) throws(HTTPRequestError) -> Int {
        guard fields.filter({ $0.name == "host" }).count == 1 else {
            throw HTTPRequestError(.badRequest, "there must be exactly one Host field")
        }
        guard !fields.contains(where: { $0.name == "transfer-encoding" }) else {
            throw HTTPRequestError(.notImplemented, "transfer codings are not accepted; send Content-Length")
        }
        let lengths = fields.filter { $0.name == "content-length" }
        guard let length = lengths.first?.value.utf8 else { return 0 }
        guard lengths.count == 1, !length.isEmpty, length.allSatisfy(\.isDigit) else {
            throw HTTPRequestError(.badRequest, "Content-Length must occur once and be a number")
        }
        let significant = length.drop { $0 == UInt8(ascii: "0") }
        guard significant.count <= 9 else {
            throw HTTPRequestError(.contentTooLarge, "the body is longer than \(limit) bytes")
        }
        let value = significant.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard value <= limit else {
            throw HTTPRequestError(.contentTooLarge, "the body is longer than \(limit) bytes")
        }
        return value
    }

    /// Whether the client waits for `100 Continue` (RFC 9110 §10.1.1).
    static func awaitsContinue(_ fields: [IncomingRequest.Field]) throws(HTTPRequestError) -> Bool {
        guard let expectation = fields.first(where: { $0.name == "expect" })?.value else { return false }
        guard expectation.utf8.map(\.lowercased) == Array("100-continue".utf8) else {
            throw HTTPRequestError(.expectationFailed, "the only expectation that is met is 100-continue")
        }
        return true
    }
}

extension ArraySlice<UInt8> {
    fileprivate func trimmingBlanks() -> ArraySlice<UInt8> {
        var trimmed = drop(while: \.isBlank)
        while let last = trimmed.last, last.isBlank { trimmed = trimmed.dropLast() }
        return trimmed
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isFieldValueByte: Bool { (0x20...0x7e).contains(self) || self == 0x09 }

    fileprivate var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    /// `tchar` of RFC 9110 §5.6.2.
    fileprivate var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "^")...UInt8(ascii: "z"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
