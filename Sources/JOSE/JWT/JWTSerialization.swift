/// How a token is written. Both forms are valid and say the same; their bytes and signatures differ.
public enum JWTSerialization: Sendable, Equatable {
    /// JSON without spaces, characters as they are. The header begins with `alg` and `typ` unless the caller has
    /// put them elsewhere.
    case compact

    /// Byte for byte what the Python library `jwt` 1.3.1 (GehirnInc/python-jwt) makes from the same header and
    /// claims: `typ` and `alg` behind the caller's header members, the payload as `json.dumps` writes it.
    case pythonJWT
}

extension JWTSerialization {
    var headerStyle: JSONStyle { self == .compact ? .compact : .compactASCII }

    var payloadStyle: JSONStyle { self == .compact ? .compact : .python }

    /// `header` with the members that are written without being asked for.
    func completed(_ header: JOSEHeader) -> JOSEHeader {
        var header = header
        switch self {
        case .compact:
            header.object.prepend("typ", "JWT")
            header.object.prepend("alg", .string(JOSEHeader.rs256))
        case .pythonJWT:
            // As that library does: a type of the caller's is replaced, in its place.
            header.type = "JWT"
            header["alg"] = header["alg"] ?? .string(JOSEHeader.rs256)
        }
        return header
    }
}
