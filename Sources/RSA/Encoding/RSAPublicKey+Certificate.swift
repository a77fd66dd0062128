import DER

extension RSAPublicKey {
    /// The subject's key in an X.509 certificate (RFC 5280 section 4.1).
    ///
    /// Only the way to the key is read. Whether the certificate is valid, and whom it names, is a question for the
    /// one who trusts it.
    init(certificate reader: DERReader, policy: RSAKeyPolicy) throws(RSAKeyError) {
        var outer = reader
        let (info, version) = try encoded { () throws(DERError) in
            // Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }
            var certificate = try outer.readSequence()
            try outer.finish()
            var toBeSigned = try certificate.readSequence()
            _ = try certificate.readSequence()
            _ = try certificate.readPartialBitString()
            try certificate.finish()
            // TBSCertificate ::= SEQUENCE { [0] version DEFAULT v1, serialNumber, signature, issuer, validity,
            // subject, subjectPublicKeyInfo, … }
            var version: UInt32 = 0
            if toBeSigned.nextTag == .constructed(0) {
                var tagged = try toBeSigned.readExplicit(0)
                version = try tagged.readSmallInteger()
                try tagged.finish()
            }
            _ = try toBeSigned.readElement(.integer)
            for _ in 0..<4 { _ = try toBeSigned.readSequence() }
            return (try toBeSigned.readSequence(), version)
        }
        // v1, v2, v3.
        guard version <= 2 else { throw .unsupportedVersion }
        try self.init(subjectPublicKeyInfoContent: info, policy: policy)
    }
}
