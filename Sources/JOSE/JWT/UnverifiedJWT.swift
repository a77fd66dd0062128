/// What a token says that nobody has verified.
///
/// It does not print its parts: together they are the token, which may be a credential.
public struct UnverifiedJWT: Sendable, Equatable {
    /// The header.
    public let header: JOSEHeader

    /// The claims.
    public let claims: JWTClaims

    /// The bytes in the place of the signature.
    public let signature: [UInt8]
}

extension UnverifiedJWT: CustomStringConvertible, CustomDebugStringConvertible {
    /// Never the parts.
    public var description: String { "UnverifiedJWT(redacted)" }

    /// Never the parts.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension UnverifiedJWT: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
