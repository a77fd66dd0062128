import ConstantTime
import DER

extension RSAPublicKey {
    /// The key in a PEM text (RFC 7468): the first block `PUBLIC KEY`, `RSA PUBLIC KEY` or `CERTIFICATE`.
    ///
    /// The text must be PEM to the letter. For text that a person pasted, see ``init(credential:policy:)``.
    ///
    /// - Parameters:
    ///   - pemRepresentation: the text.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``, which says what is wrong in which line, or what the text holds instead.
    public init(pemRepresentation: String, policy: RSAKeyPolicy = .default) throws(RSAKeyError) {
        let document = try parsedText(needed: .publicKey) { () throws(PEMError) in
            try PEMDocument(parsing: pemRepresentation)
        }
        try self.init(encoding: KeyBlock(in: document, needed: .publicKey).encoding, policy: policy)
    }

    /// The key in what a person pasted: PEM with all the damage that copying, quoting and environment variables do
    /// to it, or DER.
    ///
    /// - Parameters:
    ///   - credential: the bytes of the file or of the variable.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``, which says what could not be mended.
    public init(credential: [UInt8], policy: RSAKeyPolicy = .default) throws(RSAKeyError) {
        try self.init(encoding: pastedKey(credential, needed: .publicKey), policy: policy)
    }

    /// The key as PEM, SubjectPublicKeyInfo (`BEGIN PUBLIC KEY`).
    public var pemRepresentation: String {
        PEMBlock(label: "PUBLIC KEY", contents: SecretBytes(copying: derRepresentation)).pemRepresentation
    }

    /// The key as PEM, PKCS#1 (`BEGIN RSA PUBLIC KEY`).
    public var pkcs1PEMRepresentation: String {
        PEMBlock(label: "RSA PUBLIC KEY", contents: SecretBytes(copying: pkcs1DERRepresentation))
            .pemRepresentation
    }
}
