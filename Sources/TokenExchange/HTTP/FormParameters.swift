/// Named parameters in order, and the two ways in which a request carries them. The values may be secret, so they are
/// not printed.
public struct FormParameters: Sendable, Equatable {
    /// One parameter, as it is before encoding.
    public struct Parameter: Sendable, Equatable {
        /// The name.
        public let name: String
        /// The value.
        public let value: String

        /// A parameter.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The parameters in the order in which they are sent.
    public private(set) var parameters: [Parameter]

    /// The given parameters.
    public init(_ parameters: [Parameter] = []) {
        self.parameters = parameters
    }

    /// Adds a parameter at the end. A name may occur several times.
    public mutating func append(_ name: String, _ value: String) {
        parameters.append(Parameter(name, value))
    }

    /// The value of the first parameter called `name`.
    public subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// The parameters as `application/x-www-form-urlencoded` (RFC 6749, appendix B): UTF-8, a space as `+`,
    /// everything percent-encoded but letters, digits and `*-._`.
    public var formEncoded: String { encoded(.form) }

    /// The parameters as the query of a URL: UTF-8, everything percent-encoded but the unreserved characters of
    /// RFC 3986. A space is `%20`, which readers of forms and readers of URLs understand alike.
    public var queryEncoded: String { encoded(.query) }

    private func encoded(_ alphabet: PercentEncoding) -> String {
        var bytes: [UInt8] = []
        for parameter in parameters {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            alphabet.encode(parameter.name, into: &bytes)
            bytes.append(UInt8(ascii: "="))
            alphabet.encode(parameter.value, into: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension FormParameters: CustomStringConvertible {
    /// The names: a value may be an assertion.
    public var description: String { "FormParameters(\(parameters.map { $0.name }.joined(separator: ", ")))" }
}

extension FormParameters.Parameter: CustomStringConvertible {
    /// The name, and how long the value is.
    public var description: String { "\(name): (\(value.utf8.count) bytes)" }
}

#if !hasFeature(Embedded)
    extension FormParameters: CustomDebugStringConvertible, CustomReflectable {
        /// The same text as the description.
        public var debugDescription: String { description }
        /// A mirror without the values.
        public var customMirror: Mirror { Mirror(self, children: ["parameters": description]) }
    }

    extension FormParameters.Parameter: CustomDebugStringConvertible, CustomReflectable {
        /// The same text as the description.
        public var debugDescription: String { description }
        /// A mirror without the value.
        public var customMirror: Mirror { Mirror(self, children: ["parameter": description]) }
    }
#endif
