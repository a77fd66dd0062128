import Base64Coding
public import ConstantTime

/// Reads keys as people paste them: from a web page, an environment variable, a JSON file, a YAML secret.
///
/// Mended are: `\n` and `\r\n` as characters, with any number of backslashes in front, and the other escapes of
/// JSON; CRLF and lone CR; spaces in place of line breaks, or no line breaks at all; lines of any length; a
/// missing line break at the end; text before and after the key, such as `KEY=` and quotation marks; a byte order
/// mark; invisible spaces from web pages. What cannot be mended is explained by a ``CredentialError``.
///
/// The characters of the key are never guessed at: they have to be canonical base64 as they are.
public enum PastedCredential {
    /// `pasted` as clean PEM: all its blocks, 64 columns, LF at the end of each line.
    ///
    /// - Complexity: O(n), and O(1) for a text above ``PEMDocument/maximumByteCount``.
    public static func normalize(_ pasted: [UInt8]) throws(CredentialError) -> SecretBytes {
        try document(pasted).encoded()
    }

    /// The blocks of `pasted`, at least one.
    ///
    /// - Complexity: O(n), and O(1) for a text above ``PEMDocument/maximumByteCount``.
    public static func document(_ pasted: [UInt8]) throws(CredentialError) -> PEMDocument {
        guard pasted.count <= PEMDocument.maximumByteCount else {
            throw CredentialError(.inputTooLarge, line: 1)
        }
        let original = PEMText(SecretSlice(SecretBytes(copying: pasted)))
        guard !original.layout.contains(0) else { throw CredentialError(.notUTF8, line: 1) }
        var reader = CredentialReader(PEMText(original.unescaped()))
        return PEMDocument(try reader.blocks())
    }

    /// Whether `bytes` are DER rather than text: a SEQUENCE whose length takes more than one byte, as that of
    /// every key does. No text starts so.
    public static func isDER(_ bytes: [UInt8]) -> Bool {
        bytes.count > 2 && revealed(bytes[0], as: .textLayout) == DERTag.sequence.rawValue
            && revealed(bytes[1], as: .textLayout) > 0x80
    }
}
