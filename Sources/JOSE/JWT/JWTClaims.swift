/// The claims of a token: JSON members in the order in which they are signed (RFC 7519 section 4).
///
/// Times are in whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (NumericDate).
public struct JWTClaims: Sendable, Equatable {
    /// The members.
    public var object: JSONObject

    /// No claims.
    public init() {
        object = JSONObject()
    }

    /// These claims.
    public init(_ object: JSONObject) {
        self.object = object
    }

    /// Any claim; writing nil removes it.
    public subscript(name: String) -> JSONValue? {
        get { object[name] }
        set { object[name] = newValue }
    }

    /// `iss`: who issued the token.
    public var issuer: String? {
        get { object["iss"]?.stringValue }
        set { object["iss"] = newValue.map(JSONValue.string) }
    }

    /// `sub`: whom the token is about.
    public var subject: String? {
        get { object["sub"]?.stringValue }
        set { object["sub"] = newValue.map(JSONValue.string) }
    }

    /// `aud`: for whom the token is meant. One audience is written as a string, several as an array; an empty list
    /// removes the claim. Reads as an empty list if the claim is neither a string nor an array of strings.
    public var audience: [String] {
        get { audienceIfWellFormed ?? [] }
        set {
            switch newValue.count {
            case 0: object["aud"] = nil
            case 1: object["aud"] = .string(newValue[0])
            default: object["aud"] = .array(newValue.map(JSONValue.string))
            }
        }
    }

    /// `exp`: from when on the token is not accepted any more. A fraction of a second reads as rounded down.
    public var expiration: Int64? {
        get { date("exp") }
        set { setDate("exp", newValue) }
    }

    /// `nbf`: before when the token is not accepted. A fraction of a second reads as rounded down.
    public var notBefore: Int64? {
        get { date("nbf") }
        set { setDate("nbf", newValue) }
    }

    /// `iat`: when the token was issued. A fraction of a second reads as rounded down.
    public var issuedAt: Int64? {
        get { date("iat") }
        set { setDate("iat", newValue) }
    }

    /// `jti`: a name for this one token, to recognise it when it comes again.
    public var jwtID: String? {
        get { object["jti"]?.stringValue }
        set { object["jti"] = newValue.map(JSONValue.string) }
    }
}

extension JWTClaims {
    /// `aud`; nil if it is not there, or neither a string nor an array of strings.
    var audienceIfWellFormed: [String]? {
        switch object["aud"] {
        case .string(let audience)?: return [audience]
        case .array(let elements)?:
            let audiences = elements.compactMap { $0.stringValue }
            return audiences.count == elements.count ? audiences : nil
        default: return nil
        }
    }

    private func date(_ name: String) -> Int64? {
        object[name]?.numberValue?.floor
    }

    private mutating func setDate(_ name: String, _ seconds: Int64?) {
        object[name] = seconds.map { .number(JSONNumber($0)) }
    }
}

extension JWTClaims: ExpressibleByDictionaryLiteral {
    /// These claims. Of several with the same name the last value counts, at the first place.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(JSONObject(elements.map { (name: $0.0, value: $0.1) }))
    }
}
