import DER

extension DERReader {
    /// Reads the AlgorithmIdentifier of an RSA key: rsaEncryption with NULL parameters (RFC 3279 section 2.3.1).
    mutating func readRSAAlgorithmIdentifier(needed half: RSAKeyHalf) throws(RSAKeyError) {
        var algorithm = try encoded { () throws(DERError) in try readSequence() }
        let identifier = try encoded { () throws(DERError) in try algorithm.readObjectIdentifier() }
        guard identifier == .rsaEncryption else {
            throw .unsuitable(KeyMaterial(algorithm: identifier), needed: half)
        }
        guard algorithm.nextTag == .null else { throw .algorithmParameters }
        try encoded { () throws(DERError) in
            try algorithm.readNull()
            try algorithm.finish()
        }
    }
}

extension DERWriter {
    /// Appends the AlgorithmIdentifier of an RSA key.
    mutating func appendRSAAlgorithmIdentifier() {
        appendSequence { algorithm in
            algorithm.appendObjectIdentifier(.rsaEncryption)
            algorithm.appendNull()
        }
    }
}
