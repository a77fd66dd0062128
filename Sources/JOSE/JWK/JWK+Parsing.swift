import Base64Coding
public import ConstantTime
import RSA

extension JWK {
    /// Reads a key.
    ///
    /// - Parameters:
    ///   - bytes: JSON in UTF-8. The array is the caller's to wipe.
    ///   - limits: how large the text may be.
    public init(parsing bytes: [UInt8], limits: JSONLimits = .default) throws(JWKError) {
        let members: JWKMembers?
        do throws(JSONError) {
            var reader = try JSONReader(bytes, limits: limits)
            let first = try reader.tokenizer.next()
            if case .beginObject = first {
                members = try JWKMembers(reading: &reader)
            } else {
                try reader.skipValue(startingWith: first)
                members = nil
            }
            try reader.finish()
        } catch {
            throw .json(error)
        }
        guard let members else { throw .notAnObject }
        try self.init(members)
    }

    /// Reads a key. The text is the caller's; the copy that this makes of it is wiped.
    public init(parsing text: String, limits: JSONLimits = .default) throws(JWKError) {
        guard text.utf8.count <= limits.maximumByteCount else {
            throw .json(JSONError(.tooLarge, offset: limits.maximumByteCount))
        }
        self = try withWipedCopy(of: text) { (bytes) throws(JWKError) in
            try JWK(parsing: bytes, limits: limits)
        }
    }

    /// Reads a key from a text that is secret. The copy that this makes of it is wiped.
    public init(parsing secret: SecretBytes, limits: JSONLimits = .default) throws(JWKError) {
        guard secret.count <= limits.maximumByteCount else {
            throw .json(JSONError(.tooLarge, offset: limits.maximumByteCount))
        }
        self = try withWipedCopy(of: secret) { (bytes) throws(JWKError) in
            try JWK(parsing: bytes, limits: limits)
        }
    }

    /// The key with these members.
    init(_ members: JWKMembers) throws(JWKError) {
        guard let type = try Self.string("kty", of: members.open) else { throw .memberMissing("kty") }
        guard type.isIdentical(to: "RSA") else { throw .keyTypeNotSupported(type) }
        for name in ["use", "alg", "kid"] { _ = try Self.string(name, of: members.open) }
        if let operations = members.open["key_ops"], operations.arrayValue == nil {
            throw .memberMalformed("key_ops")
        }
        let modulus = try Self.number("n", of: members.open)
        let publicExponent = try Self.number("e", of: members.open)
        self.init(
            modulus: modulus, publicExponent: publicExponent, json: members.open,
            privateNumbers: try JWKPrivateNumbers(members, modulus: modulus, publicExponent: publicExponent))
    }

    /// A member that must be a string if it is there.
    private static func string(_ name: String, of object: JSONObject) throws(JWKError) -> String? {
        guard let value = object[name] else { return nil }
        guard let string = value.stringValue else { throw .memberMalformed(name) }
        return string
    }

    /// A number (RFC 7518 section 2, Base64urlUInt): big-endian, in as few bytes as it takes.
    private static func number(_ name: String, of object: JSONObject) throws(JWKError) -> [UInt8] {
        guard let text = try string(name, of: object) else { throw .memberMissing(name) }
        let bytes: [UInt8]
        do throws(Base64Error) {
            bytes = try Base64URL.decode(text)
        } catch {
            throw .encoding(member: name, error)
        }
        guard let first = bytes.first, first != 0 else { throw .numberNotMinimal(member: name) }
        return bytes
    }
}
