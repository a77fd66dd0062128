import ConstantTime
import DER

/// The DER of the key in what a person pasted, PEM or DER.
func pastedKey(_ credential: [UInt8], needed half: RSAKeyHalf) throws(RSAKeyError) -> SecretSlice {
    if PastedCredential.isDER(credential) { return try copied(credential) }
    let document: PEMDocument
    do {
        document = try PastedCredential.document(credential)
    } catch {
        // However a private key is encrypted, the advice is the same.
        throw error.kind == .encrypted ? .unsuitable(.encryptedPrivateKey, needed: half) : .credential(error)
    }
    return try KeyBlock(in: document, needed: half).encoding
}
