public import Base64Coding
public import RSA

/// Why a JSON Web Key or a set of them cannot be used.
public enum JWKError: Error, Equatable, Sendable {
    /// The text is not JSON.
    case json(JSONError)
    /// The text is JSON, but no object.
    case notAnObject
    /// A key set has no array `keys` (RFC 7517 section 5.1).
    case keysMissing
    /// The key type (`kty`) is not `RSA`.
    case keyTypeNotSupported(String)
    /// A member that an RSA key must have is missing: `kty`, `n`, `e`, or for a private key `d` or one of
    /// `p`, `q`, `dp`, `dq` and `qi` if another of these is there (RFC 7518 section 6.3.2).
    case memberMissing(String)
    /// A member has a value of the wrong type.
    case memberMalformed(String)
    /// A number is not canonical base64url without padding. The offset is in the member's value.
    case encoding(member: String, Base64Error)
    /// A number is empty or begins with a zero byte (RFC 7518 section 2, Base64urlUInt).
    case numberNotMinimal(member: String)
    /// The numbers are not an acceptable key.
    case key(RSAKeyError)
}

extension JWKError: CustomStringConvertible {
    /// What is wrong, and where. Nothing of the key is in it, except what it names as its type.
    public var description: String {
        switch self {
        case .json(let error): "the JWK is not JSON: \(error)"
        case .notAnObject: "a JWK is a JSON object, this is something else"
        case .keysMissing: "a JWK set has an array of keys named \"keys\"; this has none"
        case .keyTypeNotSupported(let type):
            "the key type (kty) is \(type.quoted), \"RSA\" is needed for RS256"
        case .memberMissing(let name): "the member \"\(name)\" of the JWK is missing"
        case .memberMalformed(let name): "the member \"\(name)\" of the JWK has the wrong type"
        case .encoding(let name, let error): "the member \"\(name)\" of the JWK: \(error)"
        case .numberNotMinimal(let name):
            "the member \"\(name)\" of the JWK is empty or begins with a zero byte (RFC 7518 section 2)"
        case .key(let error): "\(error)"
        }
    }
}
