/// The header of a token: JSON members in the order in which they are signed (RFC 7515 section 4).
///
/// Keys and references to keys in a header (`jwk`, `jku`, `x5u`, `x5c`) are data like any other here: no key is
/// ever taken from a token.
public struct JOSEHeader: Sendable, Equatable {
    /// The members.
    public var object: JSONObject

    /// A header without members. Signing adds `alg`.
    public init() {
        object = JSONObject()
    }

    /// A header with these members.
    public init(_ object: JSONObject) {
        self.object = object
    }

    /// The value of any member; writing nil removes it.
    public subscript(name: String) -> JSONValue? {
        get { object[name] }
        set { object[name] = newValue }
    }

    /// `alg`: the algorithm. Signing writes `RS256`; verifying accepts nothing else.
    public var algorithm: String? { object["alg"]?.stringValue }

    /// `kid`: which of the signer's keys it is (RFC 7515 section 4.1.4).
    public var keyID: String? {
        get { object["kid"]?.stringValue }
        set { object["kid"] = newValue.map(JSONValue.string) }
    }

    /// `typ`: the media type of the whole token, usually `JWT` (RFC 7515 section 4.1.9).
    public var type: String? {
        get { object["typ"]?.stringValue }
        set { object["typ"] = newValue.map(JSONValue.string) }
    }

    /// `cty`: the media type of the payload (RFC 7515 section 4.1.10).
    public var contentType: String? {
        get { object["cty"]?.stringValue }
        set { object["cty"] = newValue.map(JSONValue.string) }
    }

    /// `x5t`: the SHA-1 digest of the signer's certificate, in base64url (RFC 7515 section 4.1.7).
    public var x5t: String? {
        get { object["x5t"]?.stringValue }
        set { object["x5t"] = newValue.map(JSONValue.string) }
    }

    /// `x5t#S256`: the SHA-256 digest of the signer's certificate, in base64url (RFC 7515 section 4.1.8).
    public var x5tS256: String? {
        get { object["x5t#S256"]?.stringValue }
        set { object["x5t#S256"] = newValue.map(JSONValue.string) }
    }
}

extension JOSEHeader: ExpressibleByDictionaryLiteral {
    /// A header with these members. Of several with the same name the last value counts, at the first place.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(JSONObject(elements.map { (name: $0.0, value: $0.1) }))
    }
}

extension JOSEHeader {
    /// The only algorithm there is here: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3).
    static let rs256 = "RS256"

    /// Checks that the header asks for RS256 and for nothing that is not understood.
    func checkForRS256() throws(JWSError) {
        switch object["alg"] {
        case nil: throw .algorithmMissing
        case .string(let algorithm)?:
            guard algorithm.isIdentical(to: Self.rs256) else { throw .algorithmRefused(algorithm) }
        default: throw .parameterNotString("alg")
        }
        // RFC 7515 section 4.1.11: extensions that are not understood invalidate the token. None is.
        guard object["crit"] == nil else { throw .criticalExtensions }
        for name in ["kid", "typ", "cty"] {
            if let value = object[name], value.stringValue == nil { throw .parameterNotString(name) }
        }
    }
}
