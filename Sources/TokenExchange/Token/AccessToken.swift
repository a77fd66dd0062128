public import JOSE

/// A bearer token (RFC 6750), and until when it can be used. It is never printed.
public struct AccessToken: Sendable, Equatable {
    /// The token: visible ASCII characters.
    public let value: String
    /// How many seconds it is valid, counted from ``requestedAt``.
    public let lifetime: Int64
    /// When it was asked for, in seconds since 1970. The provider counts from some moment after that.
    public let requestedAt: Int64
    /// What it is for, if the provider says so (RFC 6749 §3.3).
    public let scope: String?
    /// What else the provider said, `instance_url` of Salesforce for example. It may hold other secrets.
    public let otherMembers: JSONObject

    /// How long a token is taken to be valid whose provider does not say: 300 seconds, which is also what
    /// Marketing Cloud Intelligence gives.
    public static let defaultLifetime: Int64 = 300

    init(value: String, lifetime: Int64, requestedAt: Int64, scope: String?, otherMembers: JSONObject) {
        self.value = value
        self.lifetime = lifetime
        self.requestedAt = requestedAt
        self.scope = scope
        self.otherMembers = otherMembers
    }

    /// From when on it is not valid any more, in seconds since 1970.
    public var expiresAt: Int64 { requestedAt.addingWithoutOverflow(lifetime) }

    /// From when on a new one should be fetched: when 60 seconds or a fifth of the lifetime is left, whichever is
    /// less. A token of 300 seconds is used for 240.
    public var refreshAt: Int64 { expiresAt.addingWithoutOverflow(-min(60, lifetime / 5)) }

    /// Whether a new one should be fetched.
    ///
    /// - Parameter now: the time in seconds since 1970. A time before the request means that a clock was set
    ///   back; nothing is known about the token then, so a new one should be fetched.
    public func needsRefresh(at now: Int64) -> Bool {
        now >= refreshAt || now < requestedAt
    }

    /// The header field that a request to the protected resource carries (RFC 6750 §2.1).
    public var authorization: HTTPHeader { HTTPHeader("Authorization", "Bearer " + value) }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible {
    /// That there is one, and how long it lives.
    public var description: String { "AccessToken(redacted, \(value.utf8.count) bytes, \(lifetime) s)" }
    /// The same text as the description.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension AccessToken: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
