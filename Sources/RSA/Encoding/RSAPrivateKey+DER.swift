import ConstantTime
import DER

extension RSAPrivateKey {
    /// The key in a DER encoding: PKCS#8 PrivateKeyInfo or PKCS#1 RSAPrivateKey.
    ///
    /// - Parameters:
    ///   - derRepresentation: the encoding, with nothing after it. The array is the caller's to wipe.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``, which names what the encoding holds instead, or which rule the numbers break.
    public init(derRepresentation: [UInt8], policy: RSAKeyPolicy = .default) throws(RSAKeyError) {
        try self.init(encoding: copied(derRepresentation), policy: policy)
    }

    /// The same for bytes that are in a wiped buffer already.
    init(encoding: SecretSlice, policy: RSAKeyPolicy) throws(RSAKeyError) {
        let form = try encoded { () throws(DERError) in try KeyEncoding.identify(encoding) }
        let reader = DERReader(encoding)
        switch form {
        case .pkcs1PrivateKey: try self.init(pkcs1: reader, policy: policy)
        case .pkcs8PrivateKey, nil: try self.init(pkcs8: reader, policy: policy)
        case .pkcs1PublicKey, .subjectPublicKeyInfo: throw .unsuitable(.rsaPublicKey, needed: .privateKey)
        case .certificate: throw .unsuitable(.certificate, needed: .privateKey)
        case .other(let material): throw .unsuitable(material, needed: .privateKey)
        }
    }

    /// PrivateKeyInfo ::= SEQUENCE { version 0, algorithm, privateKey OCTET STRING, [0] attributes OPTIONAL }
    /// (RFC 5208 section 5).
    private init(pkcs8 reader: DERReader, policy: RSAKeyPolicy) throws(RSAKeyError) {
        var outer = reader
        var (info, version) = try encoded { () throws(DERError) in
            var info = try outer.readSequence()
            try outer.finish()
            let version = try info.readSmallInteger()
            return (info, version)
        }
        guard version == 0 else { throw .unsupportedVersion }
        try info.readRSAAlgorithmIdentifier(needed: .privateKey)
        let key = try encoded { () throws(DERError) in
            let key = try info.readOctetString()
            try info.skipAttributes()
            try info.finish()
            return key
        }
        try self.init(pkcs1: DERReader(key), policy: policy)
    }

    /// RSAPrivateKey ::= SEQUENCE { version 0, n, e, d, p, q, dP, dQ, qInv } (RFC 8017 appendix A.1.2).
    private init(pkcs1 reader: DERReader, policy: RSAKeyPolicy) throws(RSAKeyError) {
        var outer = reader
        var (key, version) = try encoded { () throws(DERError) in
            var key = try outer.readSequence()
            try outer.finish()
            let version = try key.readSmallInteger()
            return (key, version)
        }
        guard version != 1 else { throw .unsuitable(.multiPrimeRSAKey, needed: .privateKey) }
        guard version == 0 else { throw .unsupportedVersion }
        let numbers = try encoded { () throws(DERError) in
            let numbers = PrivateKeyNumbers(
                modulus: try key.readUnsignedInteger(), publicExponent: try key.readUnsignedInteger(),
                privateExponent: try key.readUnsignedInteger(),
                prime1: try key.readUnsignedInteger(), prime2: try key.readUnsignedInteger(),
                exponent1: try key.readUnsignedInteger(), exponent2: try key.readUnsignedInteger(),
                coefficient: try key.readUnsignedInteger())
            try key.finish()
            return numbers
        }
        try self.init(numbers, policy: policy)
    }
}

extension DERReader {
    /// [0] IMPLICIT SET OF SEQUENCE { type OBJECT IDENTIFIER, values SET } OPTIONAL, of which nothing is used (RFC 5208
    /// section 5).
    fileprivate mutating func skipAttributes() throws(DERError) {
        guard nextTag == .constructed(0) else { return }
        var attributes = try readConstructed(.constructed(0))
        while !attributes.isAtEnd {
            var attribute = try attributes.readSequence()
            _ = try attribute.readObjectIdentifier()
            var values = try attribute.readConstructed(.set)
            try values.skipElements()
            try attribute.finish()
        }
    }
}

// MARK: - Writing

extension RSAPrivateKey {
    /// PKCS#8 PrivateKeyInfo, the usual form (`BEGIN PRIVATE KEY`), not encrypted. The array is the caller's to wipe.
    public var derRepresentation: [UInt8] { pkcs8.copied() }

    /// PKCS#1 RSAPrivateKey (`BEGIN RSA PRIVATE KEY`), not encrypted. The array is the caller's to wipe.
    public var pkcs1DERRepresentation: [UInt8] { pkcs1.copied() }

    /// PKCS#8, in memory that is wiped.
    var pkcs8: SecretBytes {
        var writer = DERWriter()
        writer.appendSequence { info in
            info.appendSmallInteger(0)
            info.appendRSAAlgorithmIdentifier()
            info.appendOctetString(SecretSlice(pkcs1))
        }
        return writer.secretBytes
    }

    /// PKCS#1, in memory that is wiped.
    var pkcs1: SecretBytes {
        let numbers = components
        var writer = DERWriter()
        writer.appendSequence { key in
            key.appendSmallInteger(0)
            key.appendUnsignedInteger(numbers.modulus)
            key.appendUnsignedInteger(numbers.publicExponent)
            for number in [
                numbers.privateExponent, numbers.prime1, numbers.prime2,
                numbers.exponent1, numbers.exponent2, numbers.coefficient,
            ] {
                key.appendUnsignedInteger(SecretSlice(number))
            }
        }
        return writer.secretBytes
    }
}
