import ConstantTime
import DER

extension RSAPrivateKey {
    /// The key in a PEM text (RFC 7468): a block `PRIVATE KEY` (PKCS#8) or `RSA PRIVATE KEY` (PKCS#1).
    ///
    /// The text must be PEM to the letter. For text that a person pasted, see ``init(credential:policy:)``.
    ///
    /// - Parameters:
    ///   - pemRepresentation: the text. It may hold other blocks too, but only one private key. The string is the
    ///     caller's, and is not wiped.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``, which says what is wrong in which line, or what the text holds instead.
    public init(pemRepresentation: String, policy: RSAKeyPolicy = .default) throws(RSAKeyError) {
        let document = try parsedText(needed: .privateKey) { () throws(PEMError) in
            try PEMDocument(parsing: pemRepresentation)
        }
        try self.init(encoding: KeyBlock(in: document, needed: .privateKey).encoding, policy: policy)
    }

    /// The key in what a person pasted: PEM with all the damage that copying, quoting and environment variables do
    /// to it, or DER.
    ///
    /// - Parameters:
    ///   - credential: the bytes of the file or of the variable. They are the caller's to wipe.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``, which says what could not be mended.
    public init(credential: [UInt8], policy: RSAKeyPolicy = .default) throws(RSAKeyError) {
        try self.init(encoding: pastedKey(credential, needed: .privateKey), policy: policy)
    }

    /// The key as PEM, PKCS#8 (`BEGIN PRIVATE KEY`), not encrypted. The string will not be wiped.
    public var pemRepresentation: String {
        PEMBlock(label: "PRIVATE KEY", contents: pkcs8).pemRepresentation
    }

    /// The key as PEM, PKCS#1 (`BEGIN RSA PRIVATE KEY`), not encrypted. The string will not be wiped.
    public var pkcs1PEMRepresentation: String {
        PEMBlock(label: "RSA PRIVATE KEY", contents: pkcs1).pemRepresentation
    }
}
