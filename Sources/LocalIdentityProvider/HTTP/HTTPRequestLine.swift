/// The first line of a request (RFC 9112 §3): method, target and version, with one space between them.
struct HTTPRequestLine: Equatable {
    let method: String
    let path: String
    let query: String?

    init(method: String, path: String, query: String?) {
        self.method = method
        self.path = path
        self.query = query
    }

    /// The line without its CR LF.
    ///
    /// The target must be in origin form: a path and perhaps a query, in the characters of RFC 3986.
    init(parsing line: [UInt8]) throws(HTTPRequestError) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw HTTPRequestError(.badRequest, "the request line is not METHOD TARGET HTTP/1.1")
        }
        guard (1...20).contains(parts[0].count), parts[0].allSatisfy(\.isUppercaseLetter) else {
            throw HTTPRequestError(.badRequest, "the method is not a word in capital letters")
        }
        guard parts[2].starts(with: Array("HTTP/".utf8)) else {
            throw HTTPRequestError(.badRequest, "the request line does not end with HTTP/1.1")
        }
        guard parts[2].elementsEqual(Array("HTTP/1.1".utf8)) else {
            throw HTTPRequestError(.versionNotSupported, "only HTTP/1.1 is spoken here")
        }
        guard parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy(\.isTargetByte) else {
            throw HTTPRequestError(.badRequest, "the target is not a path with an optional query")
        }
        let target = parts[1].split(
            separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        method = String(decoding: parts[0], as: UTF8.self)
        path = String(decoding: target[0], as: UTF8.self)
        query = target.count == 2 ? String(decoding: target[1], as: UTF8.self) : nil
    }
}

extension UInt8 {
    fileprivate var isUppercaseLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

    /// `pchar`, `/`, `?` and the percent sign, whose two digits the form decoder checks.
    fileprivate var isTargetByte: Bool {
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "$")...UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: "?")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
