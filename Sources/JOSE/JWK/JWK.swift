import Base64Coding
import ConstantTime
public import RSA

/// An RSA key as a JSON Web Key (RFC 7517, RFC 7518 section 6.3), public or private.
///
/// Reading checks the form only: canonical base64url, no leading zero bytes, all members there that belong
/// together. Whether the numbers are a key is checked when ``publicKey(policy:)`` or ``privateKey(policy:)`` makes
/// one of them. Private numbers are in memory that is wiped, and are neither printed nor part of ``json``.
public struct JWK: Sendable {
    /// n as big-endian bytes without leading zeros.
    public let modulus: [UInt8]

    /// e as big-endian bytes without leading zeros.
    public let publicExponent: [UInt8]

    /// The members that are no secret, in their order.
    public private(set) var json: JSONObject

    /// The secret numbers of a private key.
    let privateNumbers: JWKPrivateNumbers?

    /// A public key, for RS256 signatures.
    ///
    /// - Parameter keyID: `kid`, the name that the signer uses for this key; ``thumbprint()`` is one that anyone can
    ///   compute.
    public init(_ key: RSAPublicKey, keyID: String? = nil) {
        self.init(key, keyID, nil)
    }

    /// A private key, for RS256 signatures.
    ///
    /// - Parameter keyID: `kid`, the name that the signer uses for this key; ``thumbprint()`` is one that anyone can
    ///   compute.
    public init(_ key: RSAPrivateKey, keyID: String? = nil) {
        self.init(key.publicKey, keyID, .all(key.components))
    }

    private init(_ key: RSAPublicKey, _ keyID: String?, _ privateNumbers: JWKPrivateNumbers?) {
        modulus = key.modulus
        publicExponent = key.exponent
        json = ["kty": "RSA"]
        json["kid"] = keyID.map(JSONValue.string)
        json["use"] = "sig"
        json["alg"] = "RS256"
        json["n"] = .string(Base64URL.encode(modulus))
        json["e"] = .string(Base64URL.encode(publicExponent))
        self.privateNumbers = privateNumbers
    }

    init(modulus: [UInt8], publicExponent: [UInt8], json: JSONObject, privateNumbers: JWKPrivateNumbers?) {
        self.modulus = modulus
        self.publicExponent = publicExponent
        self.json = json
        self.privateNumbers = privateNumbers
    }

    /// `kid`: the name of the key (RFC 7517 section 4.5).
    public var keyID: String? {
        get { json["kid"]?.stringValue }
        set { json["kid"] = newValue.map(JSONValue.string) }
    }

    /// `use`: what the key is for, `sig` or `enc` (RFC 7517 section 4.2).
    public var use: String? { json["use"]?.stringValue }

    /// `alg`: the algorithm that the key is for (RFC 7517 section 4.4).
    public var algorithm: String? { json["alg"]?.stringValue }

    /// Whether the key may verify RS256 signatures, according to `use`, `key_ops` and `alg`; each may be left out.
    public var isForVerifying: Bool { isFor("verify") }

    /// Whether the key may make RS256 signatures, according to `use`, `key_ops` and `alg`; each may be left out. Whether
    /// it has the private numbers for it is another question.
    public var isForSigning: Bool { isFor("sign") }

    private func isFor(_ operation: JSONValue) -> Bool {
        let operations = json["key_ops"]?.arrayValue
        return (use ?? "sig").isIdentical(to: "sig") && (algorithm ?? "RS256").isIdentical(to: "RS256")
            && (operations?.contains(operation) ?? true)
    }

    /// Whether there are private numbers.
    public var isPrivate: Bool { privateNumbers != nil }

    /// The key without its private numbers.
    public var publicHalf: JWK {
        JWK(modulus: modulus, publicExponent: publicExponent, json: json, privateNumbers: nil)
    }

    /// The key for verifying. Of a key pair that may sign it is the other half.
    ///
    /// - Throws: ``RSAKeyError`` if the policy refuses it, or if it is for something else than RS256 signatures: see
    ///   ``isForVerifying``.
    public func publicKey(policy: RSAKeyPolicy = .default) throws(RSAKeyError) -> RSAPublicKey {
        guard isForVerifying || isPrivate && isForSigning else {
            throw .unsuitable(.rsaKeyForAnotherUse, needed: .publicKey)
        }
        return try publicKeyForAnyUse(policy: policy)
    }

    /// The public key, whatever it is for.
    func publicKeyForAnyUse(policy: RSAKeyPolicy) throws(RSAKeyError) -> RSAPublicKey {
        try RSAPublicKey(modulus: modulus, exponent: publicExponent, policy: policy)
    }
}

extension JWK: CustomStringConvertible, CustomDebugStringConvertible {
    /// Which half it is and its `kid`, never the numbers.
    public var description: String {
        "JWK(\(isPrivate ? "private, redacted" : "public"), kid: \(keyID?.quoted ?? "none"))"
    }

    /// Which half it is and its `kid`, never the numbers.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension JWK: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
