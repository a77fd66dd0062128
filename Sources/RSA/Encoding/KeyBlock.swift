import ConstantTime
import DER

/// The block of a PEM text that holds the key (RFC 7468 sections 5, 10, 13).
struct KeyBlock {
    /// The DER in the block, of the form that its label announces or of no known form.
    let encoding: SecretSlice

    /// The labels of blocks that hold a private RSA key, and the form that each announces.
    private static let privateLabels: [(label: String, form: KeyEncoding)] = [
        ("PRIVATE KEY", .pkcs8PrivateKey), ("RSA PRIVATE KEY", .pkcs1PrivateKey),
    ]

    /// The same for public keys. X509 CERTIFICATE is the old name (RFC 7468 section 5.1).
    private static let publicLabels: [(label: String, form: KeyEncoding)] = [
        ("PUBLIC KEY", .subjectPublicKeyInfo), ("RSA PUBLIC KEY", .pkcs1PublicKey),
        ("CERTIFICATE", .certificate), ("X509 CERTIFICATE", .certificate),
    ]

    /// Finds the block with the half that is needed: the only private key, or the first public key or certificate, as
    /// certificate chains begin with the one that is meant. Other blocks are passed over.
    init(in document: PEMDocument, needed half: RSAKeyHalf) throws(RSAKeyError) {
        let labels = half == .privateKey ? Self.privateLabels : Self.publicLabels
        let blocks = document.blocks.filter { block in labels.contains { $0.label == block.label } }
        guard let block = blocks.first else {
            let label = document.blocks.first?.label ?? ""
            throw .unsuitable(KeyMaterial(pemLabel: label), needed: half)
        }
        if half == .privateKey, blocks.count > 1 { throw .severalKeys(line: blocks[1].line) }
        encoding = SecretSlice(block.contents)

        let encoding = self.encoding
        let form = try encoded { () throws(DERError) in try KeyEncoding.identify(encoding) }
        let announced = labels.first { $0.label == block.label }?.form
        switch form {
        case nil, announced: return
        case .other(let material): throw .unsuitable(material, needed: half)
        default: throw .labelMismatch(label: block.label, line: block.line)
        }
    }
}

/// The document that `body` parses; an error of the text becomes an error of the key.
func parsedText(
    needed half: RSAKeyHalf, _ body: () throws(PEMError) -> PEMDocument
) throws(RSAKeyError) -> PEMDocument {
    do {
        return try body()
    } catch {
        // However a private key is encrypted, the advice is the same.
        throw error.kind == .encryptedHeaders ? .unsuitable(.encryptedPrivateKey, needed: half) : .text(error)
    }
}
