/// One field of an HTTP message: a name, compared without regard to case, and a value (RFC 9110 §5).
public struct HTTPHeader: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// A field.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension [HTTPHeader] {
    /// The value of the first field called `name`, whatever the case of its letters.
    public subscript(name: String) -> String? {
        first { $0.name.equalsIgnoringASCIICase(name) }?.value
    }
}

extension HTTPHeader: CustomStringConvertible {
    /// The name, and how long the value is: a value may be an access token.
    public var description: String { "\(name): (\(value.utf8.count) bytes)" }
}

#if !hasFeature(Embedded)
    extension HTTPHeader: CustomDebugStringConvertible, CustomReflectable {
        /// The same text as the description.
        public var debugDescription: String { description }
        /// A mirror without the value.
        public var customMirror: Mirror { Mirror(self, children: ["field": description]) }
    }
#endif
