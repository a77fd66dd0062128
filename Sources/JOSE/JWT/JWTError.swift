/// Why a token is not accepted, or cannot be made.
public enum JWTError: Error, Equatable, Sendable {
    /// The token is no RS256 signature that verifies.
    case token(JWSError)
    /// The payload is not JSON. The offset is in the decoded payload.
    case claims(JSONError)
    /// The payload is JSON, but no object.
    case claimsNotObject
    /// A claim that the policy requires is not there, or null.
    case claimMissing(String)
    /// A claim has a value that RFC 7519 section 4.1 does not allow.
    case claimMalformed(String)
    /// `exp` has come: the first second in which the token is not valid any more, and the time of the policy.
    case expired(at: Int64, now: Int64)
    /// `nbf` has not come yet: the first second in which the token is valid, and the time of the policy.
    case notYetValid(from: Int64, now: Int64)
    /// `iat` is in the future.
    case issuedInFuture(at: Int64, now: Int64)
    /// `iat` is longer ago than the policy allows.
    case tooOld(issuedAt: Int64, maximumAge: Int64, now: Int64)
    /// `iss` is another than the policy expects.
    case issuerMismatch(expected: String, found: String)
    /// `sub` is another than the policy expects.
    case subjectMismatch(expected: String, found: String)
    /// The audience that the policy expects is not in `aud`.
    case audienceMismatch(expected: String, found: [String])
    /// `typ` in the header is another than the policy expects, or not there.
    case typeMismatch(expected: String, found: String?)
}

extension JWTError: CustomStringConvertible {
    /// What is wrong. Texts out of the token are quoted and cut.
    public var description: String {
        switch self {
        case .token(let error): "\(error)"
        case .claims(let error): "the claims are not JSON: \(error)"
        case .claimsNotObject: "the claims are not a JSON object"
        case .claimMissing(let name): "the claim \(name.quoted) is missing"
        case .claimMalformed(let name): "the claim \(name.quoted) has the wrong type (RFC 7519 section 4.1)"
        case .expired(let end, let now): "expired: valid until \(end), and it is \(now) (seconds since 1970)"
        case .notYetValid(let start, let now):
            "not yet valid: valid from \(start), and it is \(now) (seconds since 1970)"
        case .issuedInFuture(let time, let now):
            "issued in the future: at \(time), and it is \(now) (seconds since 1970); compare the clocks"
        case .tooOld(let time, let age, let now):
            "too old: issued at \(time), and it is \(now) (seconds since 1970); \(age) seconds are allowed"
        case .issuerMismatch(let expected, let found):
            "the issuer (iss) is \(found.quoted), not \(expected.quoted)"
        case .subjectMismatch(let expected, let found):
            "the subject (sub) is \(found.quoted), not \(expected.quoted)"
        case .audienceMismatch(let expected, let found):
            "the audience (aud) is \(Self.list(found)), without \(expected.quoted)"
        case .typeMismatch(let expected, let found):
            "the type (typ) is \(found?.quoted ?? "missing"), not \(expected.quoted)"
        }
    }

    private static func list(_ audiences: [String]) -> String {
        guard let first = audiences.first else { return "empty" }
        return first.quoted + (audiences.count > 1 ? " and \(audiences.count - 1) more" : "")
    }
}
