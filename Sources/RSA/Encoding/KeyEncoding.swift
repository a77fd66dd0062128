import ConstantTime
import DER

/// The structures in which RSA keys are written, told apart by the tags that they begin with.
enum KeyEncoding: Equatable {
    /// RSAPrivateKey (RFC 8017 appendix A.1.2).
    case pkcs1PrivateKey
    /// PrivateKeyInfo (RFC 5208 section 5) around the former.
    case pkcs8PrivateKey
    /// RSAPublicKey (RFC 8017 appendix A.1.1).
    case pkcs1PublicKey
    /// SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) around the former.
    case subjectPublicKeyInfo
    /// Certificate (RFC 5280 section 4.1) around the former.
    case certificate
    /// Something that is recognised, so that the error can name it.
    case other(KeyMaterial)

    /// What `encoding` is.
    ///
    /// - Returns: nil when it is a SEQUENCE of nothing known.
    /// - Throws: what is wrong with the frame of the encoding; the details are left to the one who reads it.
    static func identify(_ encoding: SecretSlice) throws(DERError) -> KeyEncoding? {
        var outer = DERReader(encoding)
        var content = try outer.readSequence()
        try outer.finish()
        var tags: [DERTag] = []
        var rest = content
        // The longest structure, a multi-prime key, has ten elements.
        while !rest.isAtEnd, tags.count < 10 { tags.append(try rest.readElement().tag) }
        switch tags.prefix(3) {
        case [.integer, .integer]:
            return .pkcs1PublicKey
        case [.integer, .integer, .integer]:
            let isDSA = tags.count == 6 && tags.allSatisfy { $0 == .integer }
            return isDSA ? .other(.dsaKey) : .pkcs1PrivateKey
        case [.integer, .sequence, .octetString]:
            _ = try content.readElement()
            return try wrapped(.pkcs8PrivateKey, in: &content)
        case [.sequence, .bitString]:
            return try wrapped(.subjectPublicKeyInfo, in: &content)
        case [.sequence, .octetString]:
            return .other(.encryptedPrivateKey)
        case [.sequence, .sequence, .bitString]:
            // A certificate's first part has at least six elements, a certification request's at most four.
            var inner = try content.readSequence()
            var count = 0
            while !inner.isAtEnd, count < 6 {
                _ = try inner.readElement()
                count &+= 1
            }
            return count == 6 ? .certificate : .other(.certificateRequest)
        default:
            // ECPrivateKey (RFC 5915): version 1, then an OCTET STRING.
            return tags.starts(with: [.integer, .octetString]) ? .other(.ellipticCurveKey) : nil
        }
    }

    /// `encoding` if the algorithm identifier that comes next says RSA, else what it says.
    private static func wrapped(
        _ encoding: KeyEncoding, in content: inout DERReader
    ) throws(DERError) -> KeyEncoding {
        var algorithm = try content.readSequence()
        let identifier = try algorithm.readObjectIdentifier()
        return identifier == .rsaEncryption ? encoding : .other(KeyMaterial(algorithm: identifier))
    }
}
