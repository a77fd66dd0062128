public import ConstantTime
public import RSA

/// A set of RSA keys (RFC 7517 section 5).
///
/// Other key types, keys with missing or malformed members and keys that the policy refuses are left out, as that
/// section asks; ``skipped`` tells which and why. Malformed JSON spoils the whole set.
public struct JWKSet: Sendable {
    /// The keys, in the order of the set.
    public private(set) var keys: [JWK] = []

    /// The keys that were left out: their index in the set, from 0, and the reason.
    public private(set) var skipped: [(index: Int, reason: JWKError)] = []

    /// The keys that may verify RS256 signatures, ready for use.
    private var verifying: [(keyID: String?, key: RSAPublicKey)] = []

    /// A set of these keys. Those that `policy` refuses are left out.
    public init(_ keys: [JWK], policy: RSAKeyPolicy = .default) {
        for key in keys { add(key, policy) }
    }

    /// Reads a set.
    ///
    /// - Parameters:
    ///   - bytes: JSON in UTF-8. If private keys are in it, the array is the caller's to wipe.
    ///   - policy: the keys that are accepted.
    ///   - limits: how large the text may be.
    /// - Throws: ``JWKError/json(_:)``, ``JWKError/notAnObject`` or ``JWKError/keysMissing``.
    public init(
        parsing bytes: [UInt8], policy: RSAKeyPolicy = .default, limits: JSONLimits = .default
    ) throws(JWKError) {
        for element in try JWKSetElements.read(bytes, limits: limits) {
            do throws(JWKError) {
                guard let element else { throw .notAnObject }
                add(try JWK(element), policy)
            } catch {
                skip(error)
            }
        }
    }

    /// Reads a set. The text is the caller's; the copy that this makes of it is wiped.
    ///
    /// - Throws: ``JWKError/json(_:)``, ``JWKError/notAnObject`` or ``JWKError/keysMissing``.
    public init(
        parsing text: String, policy: RSAKeyPolicy = .default, limits: JSONLimits = .default
    ) throws(JWKError) {
        guard text.utf8.count <= limits.maximumByteCount else {
            throw .json(JSONError(.tooLarge, offset: limits.maximumByteCount))
        }
        self = try withWipedCopy(of: text) { (bytes) throws(JWKError) in
            try JWKSet(parsing: bytes, policy: policy, limits: limits)
        }
    }

    private mutating func add(_ jwk: JWK, _ policy: RSAKeyPolicy) {
        do throws(RSAKeyError) {
            let key = try jwk.publicKeyForAnyUse(policy: policy)
            keys.append(jwk)
            if jwk.isForVerifying { verifying.append((jwk.keyID, key)) }
        } catch {
            skip(.key(error))
        }
    }

    private mutating func skip(_ reason: JWKError) {
        skipped.append((keys.count + skipped.count, reason))
    }

    /// The keys whose `kid` is exactly `keyID`.
    public subscript(keyID: String) -> [JWK] {
        keys.filter { $0.keyID?.isIdentical(to: keyID) ?? false }
    }

    /// The keys that may verify RS256 signatures: those with this `kid`; all of them if it is nil.
    public func verificationKeys(for keyID: String?) -> [RSAPublicKey] {
        guard let keyID else { return verifying.map { $0.key } }
        return verifying.compactMap { entry in
            entry.keyID.map { $0.isIdentical(to: keyID) } ?? false ? entry.key : nil
        }
    }
}

extension JWKSet {
    /// The set as JSON, without private numbers.
    public var json: JSONObject {
        ["keys": .array(keys.map { .object($0.json) })]
    }

    /// The set as JSON text, without private numbers: what an issuer publishes.
    public func serialized(_ style: JSONStyle = .compact) -> [UInt8] {
        json.serialized(style)
    }

    /// The set with the private numbers of the keys that have them as JSON text, in memory that is wiped when
    /// released. Keep the text as safe as the keys.
    public func serializedPrivateKeys() -> SecretBytes {
        var text = SecretText()
        text.append(Array("{\"keys\":[".utf8))
        for (index, key) in keys.enumerated() {
            if index > 0 { text.append([.comma]) }
            if let secret = key.secretText { text.append(secret) } else { text.append(key.serialized()) }
        }
        text.append([.rightBracket, .rightBrace])
        return text.joined()
    }
}

extension JWKSet: CustomStringConvertible, CustomDebugStringConvertible {
    /// How many keys there are, never their numbers.
    public var description: String { "JWKSet(\(keys.count) keys, \(skipped.count) skipped)" }

    /// How many keys there are, never their numbers.
    public var debugDescription: String { description }
}
