import ConstantTime
import DER

extension RSAPublicKey {
    /// The key in a DER encoding: SubjectPublicKeyInfo, PKCS#1 RSAPublicKey, or an X.509 certificate, whose
    /// signature and validity are not looked at.
    ///
    /// - Parameters:
    ///   - derRepresentation: the encoding, with nothing after it.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``, which names what the encoding holds instead.
    public init(derRepresentation: [UInt8], policy: RSAKeyPolicy = .default) throws(RSAKeyError) {
        try self.init(encoding: copied(derRepresentation), policy: policy)
    }

    /// The same for bytes that are in a wiped buffer already.
    init(encoding: SecretSlice, policy: RSAKeyPolicy) throws(RSAKeyError) {
        let form = try encoded { () throws(DERError) in try KeyEncoding.identify(encoding) }
        let reader = DERReader(encoding)
        switch form {
        case .pkcs1PublicKey: try self.init(pkcs1: reader, policy: policy)
        case .certificate: try self.init(certificate: reader, policy: policy)
        case .subjectPublicKeyInfo, nil: try self.init(subjectPublicKeyInfo: reader, policy: policy)
        case .pkcs1PrivateKey, .pkcs8PrivateKey: throw .unsuitable(.rsaPrivateKey, needed: .publicKey)
        case .other(let material): throw .unsuitable(material, needed: .publicKey)
        }
    }

    /// RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } (RFC 8017 appendix A.1.1).
    private init(pkcs1 reader: DERReader, policy: RSAKeyPolicy) throws(RSAKeyError) {
        var outer = reader
        let (modulus, exponent) = try encoded { () throws(DERError) in
            var key = try outer.readSequence()
            try outer.finish()
            let modulus = try key.readUnsignedInteger()
            let exponent = try key.readUnsignedInteger()
            try key.finish()
            return (modulus, exponent)
        }
        try self.init(modulus: modulus, exponent: exponent, policy: policy)
    }

    /// SubjectPublicKeyInfo ::= SEQUENCE { algorithm, subjectPublicKey BIT STRING } (RFC 5280 section 4.1.2.7).
    private init(subjectPublicKeyInfo reader: DERReader, policy: RSAKeyPolicy) throws(RSAKeyError) {
        var outer = reader
        let info = try encoded { () throws(DERError) in
            let info = try outer.readSequence()
            try outer.finish()
            return info
        }
        try self.init(subjectPublicKeyInfoContent: info, policy: policy)
    }

    /// What is inside the outer SEQUENCE of a SubjectPublicKeyInfo.
    init(subjectPublicKeyInfoContent reader: DERReader, policy: RSAKeyPolicy) throws(RSAKeyError) {
        var info = reader
        try info.readRSAAlgorithmIdentifier(needed: .publicKey)
        let key = try encoded { () throws(DERError) in
            let key = try info.readBitString()
            try info.finish()
            return key
        }
        try self.init(pkcs1: DERReader(key), policy: policy)
    }

    /// The key with these numbers, whose lengths are capped before they are copied.
    init(modulus: SecretSlice, exponent: SecretSlice, policy: RSAKeyPolicy) throws(RSAKeyError) {
        try Self.checkLengths(modulus: modulus.count, exponent: exponent.count, policy: policy)
        try self.init(
            modulus: modulus.revealedAsPublicKey(), exponent: exponent.revealedAsPublicKey(), policy: policy)
    }

    /// Checks that numbers of so many bytes, without leading zeros, can be a key.
    static func checkLengths(modulus: Int, exponent: Int, policy: RSAKeyPolicy) throws(RSAKeyError) {
        guard modulus <= (policy.modulusBitLengths.upperBound + 7) / 8 else {
            throw .modulusBitLength(modulus &* 8, allowed: policy.modulusBitLengths)
        }
        guard exponent <= 8 else { throw .publicExponentOutOfRange(allowed: policy.publicExponents) }
    }
}

// MARK: - Writing

extension RSAPublicKey {
    /// SubjectPublicKeyInfo, the usual form (`BEGIN PUBLIC KEY`).
    public var derRepresentation: [UInt8] {
        var writer = DERWriter()
        writer.appendSequence { info in
            info.appendRSAAlgorithmIdentifier()
            info.appendBitString(SecretSlice(SecretBytes(copying: pkcs1DERRepresentation)))
        }
        return writer.bytes
    }

    /// PKCS#1 RSAPublicKey (`BEGIN RSA PUBLIC KEY`).
    public var pkcs1DERRepresentation: [UInt8] {
        var writer = DERWriter()
        writer.appendSequence { key in
            key.appendUnsignedInteger(modulus)
            key.appendUnsignedInteger(exponent)
        }
        return writer.bytes
    }
}

extension SecretSlice {
    /// The bytes of a number of the public key, which may have been read from between secret ones.
    fileprivate func revealedAsPublicKey() -> [UInt8] {
        var bytes = copied()
        unsafe bytes.withUnsafeMutableBytes { unsafe reveal($0, as: .publicKey) }
        return bytes
    }
}
