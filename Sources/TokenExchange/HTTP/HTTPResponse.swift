/// An answer as a value. Its body may hold an access token, so the description has no more than its size.
public struct HTTPResponse: Sendable, Equatable {
    /// The status code, 200 for example.
    public let status: Int
    /// The fields.
    public let headers: [HTTPHeader]
    /// The body.
    public let body: [UInt8]

    /// An answer.
    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension HTTPResponse: CustomStringConvertible {
    /// The status and the size of the body.
    public var description: String { "HTTP status \(status) (body of \(body.count) bytes)" }
}

#if !hasFeature(Embedded)
    extension HTTPResponse: CustomDebugStringConvertible, CustomReflectable {
        /// The same text as the description.
        public var debugDescription: String { description }
        /// A mirror without header values and body.
        public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
    }
#endif
