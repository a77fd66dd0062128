/// A request as a value: any HTTP client can send it.
///
/// The URL's query, the header values and the body may carry an assertion or a token, so the description has
/// none of them.
public struct HTTPRequest: Sendable, Equatable {
    /// The methods that a token exchange needs.
    public enum Method: String, Sendable {
        /// Fetches a document.
        case get = "GET"
        /// Sends parameters.
        case post = "POST"
    }

    /// The method.
    public let method: Method
    /// Where the request goes, with its query.
    public let endpoint: EndpointURL
    /// The fields, without `Host` and `Content-Length`, which belong to whoever sends the request.
    public let headers: [HTTPHeader]
    /// The body; empty for none.
    public let body: [UInt8]

    /// A request.
    public init(method: Method, endpoint: EndpointURL, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.method = method
        self.endpoint = endpoint
        self.headers = headers
        self.body = body
    }

    /// The whole URL, with the query.
    public var url: String { endpoint.absoluteString }
}

extension HTTPRequest: CustomStringConvertible {
    /// The method, the URL without its query, and the size of the body.
    public var description: String { "\(method.rawValue) \(endpoint) (body of \(body.count) bytes)" }
}

#if !hasFeature(Embedded)
    extension HTTPRequest: CustomDebugStringConvertible, CustomReflectable {
        /// The same text as the description.
        public var debugDescription: String { description }
        /// A mirror without query, header values and body.
        public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
    }
#endif
