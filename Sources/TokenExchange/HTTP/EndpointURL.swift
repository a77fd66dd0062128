/// The address of an endpoint: an absolute `https` URL, strictly read.
///
/// It is a small type of our own and not a general URL: RFC 6749 §3.1 and §3.2 ask for TLS and forbid a
/// fragment, and every freedom beyond that is one that a client and a server may understand differently.
/// There is no user information, no empty port, no character that RFC 3986 does not allow, and no host that
/// only some resolvers read as a number. Plain `http` is accepted for loopback addresses alone (127.0.0.0/8,
/// `[::1]` and `localhost`), where no network carries the bytes.
///
/// The description leaves out the query, because a query may carry an assertion; ``absoluteString`` has it.
public struct EndpointURL: Sendable, Hashable {
    /// How the endpoint is spoken to.
    public enum Scheme: Sendable, Hashable {
        /// HTTP over TLS.
        case https
        /// HTTP in the clear: loopback only.
        case http
    }

    /// The scheme.
    public let scheme: Scheme
    /// The host in lower case: a name, an IPv4 address, or an IPv6 address in brackets.
    public let host: String
    /// The port, if the URL names one: 1...65535.
    public let port: Int?
    /// The path as it stands in the URL, percent-encoded; `/` if the URL has none.
    public let path: String
    /// The query as it stands in the URL, percent-encoded and without its question mark; nil if there is none.
    public let query: String?

    /// The longest text that is read, in bytes.
    public static let maximumByteCount = 4096

    /// The endpoint that `text` is the address of.
    ///
    /// - Throws: ``EndpointURLError`` with the offset of the first byte that is wrong.
    public init(parsing text: String) throws(EndpointURLError) {
        var parser = EndpointURLParser(text)
        self = try parser.parse()
    }

    /// - Precondition: the parts have been checked by the parser.
    init(scheme: Scheme, host: String, port: Int?, path: String, query: String?) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
        self.query = query
    }

    /// The port that a connection goes to: the one that is named, or 443 for `https` and 80 for `http`.
    public var effectivePort: Int { port ?? (scheme == .https ? 443 : 80) }

    /// The scheme, the host and the port if one is named, as in `https://example.com:8443`.
    public var origin: String {
        let start = (scheme == .https ? "https://" : "http://") + host
        guard let port else { return start }
        return start + ":" + String(port)
    }

    /// The whole URL, with the query.
    public var absoluteString: String {
        guard let query else { return origin + path }
        return origin + path + "?" + query
    }

    /// The same endpoint with `encodedQuery` after the query that is there already (RFC 6749 §3.2: it must be
    /// retained).
    ///
    /// - Precondition: `encodedQuery` is percent-encoded.
    func appendingQuery(_ encodedQuery: String) -> EndpointURL {
        let joined: String
        if let query, query != "" { joined = query + "&" + encodedQuery } else { joined = encodedQuery }
        return EndpointURL(scheme: scheme, host: host, port: port, path: path, query: joined)
    }
}

extension EndpointURL: CustomStringConvertible {
    /// The URL without the content of its query.
    public var description: String { origin + path + (query == nil ? "" : "?…") }
}

#if !hasFeature(Embedded)
    extension EndpointURL: CustomDebugStringConvertible, CustomReflectable {
        /// The same text as the description.
        public var debugDescription: String { description }
        /// A mirror without the query.
        public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
    }
#endif
