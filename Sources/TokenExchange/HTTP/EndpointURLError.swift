/// Why a text is not the address of an endpoint, and where.
public struct EndpointURLError: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Kind: Equatable, Sendable {
        /// The text is longer than ``EndpointURL/maximumByteCount``.
        case tooLong
        /// It does not begin with `https://` or `http://`.
        case scheme
        /// `http` to a host that is not loopback.
        case insecure
        /// A user name or a password before the host.
        case userInformation
        /// The host is missing, or is neither a name, an IPv4 address nor an IPv6 address in brackets.
        case host
        /// The port is not a number from 1 to 65535.
        case port
        /// A fragment, which RFC 6749 §3.2 forbids.
        case fragment
        /// A byte that RFC 3986 does not allow at this place, white space and letters outside ASCII among them.
        case character
        /// A percent sign without two hexadecimal digits.
        case percentEncoding
    }

    /// What is wrong.
    public let kind: Kind
    /// Where, in bytes from the start of the text.
    public let offset: Int

    /// An error of `kind` at `offset`.
    public init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension EndpointURLError: CustomStringConvertible {
    /// What is wrong, where, and how to mend it. The text itself is not repeated.
    public var description: String { "URL, byte \(offset): \(explanation)" }

    private var explanation: String {
        switch kind {
        case .tooLong: "longer than \(EndpointURL.maximumByteCount) bytes"
        case .scheme: "must begin with https:// (or with http:// for a loopback address)"
        case .insecure: "http is accepted for 127.0.0.0/8, [::1] and localhost only; use https"
        case .userInformation: "a user name or password is not allowed in an endpoint's address"
        case .host: "this is not a host name, an IPv4 address or an IPv6 address in brackets"
        case .port: "the port must be a number from 1 to 65535"
        case .fragment: "a fragment (#…) is not allowed in an endpoint's address"
        case .character: "this character must be percent-encoded"
        case .percentEncoding: "a percent sign must be followed by two hexadecimal digits"
        }
    }
}
