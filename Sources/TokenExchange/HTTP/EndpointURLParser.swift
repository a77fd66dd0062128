/// Reads an ``EndpointURL`` in one pass over its bytes (RFC 3986 §3, with the restrictions of the type).
struct EndpointURLParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        // One byte more than is read tells that the text is too long, without a copy of it.
        bytes = Array(text.utf8.prefix(EndpointURL.maximumByteCount + 1))
    }

    mutating func parse() throws(EndpointURLError) -> EndpointURL {
        guard bytes.count <= EndpointURL.maximumByteCount else {
            throw EndpointURLError(.tooLong, offset: EndpointURL.maximumByteCount)
        }
        let scheme = try readScheme()
        let hostOffset = position
        let host = try readHost()
        let port = try readPort()
        guard scheme == .https || Host.isLoopback(host) else {
            throw EndpointURLError(.insecure, offset: hostOffset)
        }
        let path = try readComponent(endingAt: UInt8(ascii: "?"))
        var query: String?
        if position < bytes.count {
            position += 1
            query = try readComponent(endingAt: nil)
        }
        return EndpointURL(
            scheme: scheme, host: host, port: port, path: path == "" ? "/" : path, query: query)
    }

    private mutating func readScheme() throws(EndpointURLError) -> EndpointURL.Scheme {
        if take(caseInsensitive: "https://") { return .https }
        if take(caseInsensitive: "http://") { return .http }
        throw EndpointURLError(.scheme, offset: 0)
    }

    private mutating func take(caseInsensitive prefix: StaticString) -> Bool {
        let expected = Array(prefix.description.utf8)
        guard bytes.count - position >= expected.count else { return false }
        for i in 0..<expected.count where bytes[position + i].lowercasedASCII != expected[i] { return false }
        position += expected.count
        return true
    }

    /// Everything up to the port or the path. An `@` anywhere before the path makes it user information.
    private mutating func readHost() throws(EndpointURLError) -> String {
        let start = position
        var end = start
        while end < bytes.count, !bytes[end].endsAuthority { end += 1 }
        for i in start..<end where bytes[i] == UInt8(ascii: "@") {
            throw EndpointURLError(.userInformation, offset: start)
        }
        if start < end, bytes[start] == UInt8(ascii: "[") {
            position = start + 1
            while position < end, bytes[position] != UInt8(ascii: "]") { position += 1 }
            guard position < end else { throw EndpointURLError(.host, offset: start) }
            position += 1
        } else {
            while position < end, bytes[position] != UInt8(ascii: ":") { position += 1 }
        }
        let host = bytes[start..<position].map { $0.lowercasedASCII }
        guard Host.isValid(host) else { throw EndpointURLError(.host, offset: start) }
        guard position == end || bytes[position] == UInt8(ascii: ":") else {
            throw EndpointURLError(.host, offset: position)
        }
        return String(decoding: host, as: UTF8.self)
    }

    private mutating func readPort() throws(EndpointURLError) -> Int? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
        position += 1
        let start = position
        var port = 0
        while position < bytes.count, !bytes[position].endsAuthority {
            guard bytes[position].isASCIIDigit, position - start < 5 else {
                throw EndpointURLError(.port, offset: start)
            }
            port = port * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        guard (1...65535).contains(port) else { throw EndpointURLError(.port, offset: start) }
        return port
    }

    /// A path or a query: `*( pchar / "/" / "?" )`, a path without the question mark (RFC 3986 §3.3, §3.4).
    private mutating func readComponent(endingAt terminator: UInt8?) throws(EndpointURLError) -> String {
        let start = position
        while position < bytes.count, bytes[position] != terminator {
            let byte = bytes[position]
            if byte == UInt8(ascii: "%") {
                guard position + 2 < bytes.count, bytes[position + 1].isHexadecimalDigit,
                    bytes[position + 2].isHexadecimalDigit
                else { throw EndpointURLError(.percentEncoding, offset: position) }
                position += 3
            } else if byte == UInt8(ascii: "#") {
                throw EndpointURLError(.fragment, offset: position)
            } else {
                guard byte.isAllowedInQuery else { throw EndpointURLError(.character, offset: position) }
                position += 1
            }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var endsAuthority: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
    }

    /// `pchar` without the percent sign, and `/` and `?`.
    fileprivate var isAllowedInQuery: Bool {
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: "?")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
