public import Base64Coding

/// Why no key can be read from what was pasted, and in which line.
public struct CredentialError: Error, Equatable, Sendable {
    /// What is in the way.
    public enum Kind: Equatable, Sendable {
        /// The text is larger than ``PEMDocument/maximumByteCount``.
        case inputTooLarge
        /// Nothing but white space.
        case empty
        /// No `-----BEGIN …-----` in it.
        case noBlock
        /// Text in UTF-16 or UTF-32: every other byte is zero.
        case notUTF8
        /// Typographic dashes where the hyphens of a boundary should be.
        case typographicDashes
        /// Base64 text of a whole PEM file.
        case base64OfPEM
        /// Base64 text without the boundaries around it.
        case boundariesMissing
        /// A public key in the form of OpenSSH: `ssh-rsa AAAA…`.
        case openSSHPublicKey
        /// A key file of PuTTY.
        case puttyKey
        /// A boundary that is damaged: fewer than five hyphens, or other characters in it.
        case malformedBoundary
        /// An end without a beginning.
        case unexpectedEnd
        /// The end is missing; the line is that of the beginning.
        case missingEnd
        /// The two boundaries have different labels.
        case labelMismatch(begin: String, end: String)
        /// The block is encrypted in the traditional form: `Proc-Type: 4,ENCRYPTED`.
        case encrypted
        /// Headers in the block.
        case headers
        /// A block without content.
        case emptyBody
        /// The text between the boundaries is not base64.
        case base64(Base64Error.Kind)
    }

    /// What is in the way.
    public let kind: Kind

    /// The line, counted from 1, after escaped line breaks were made real ones.
    public let line: Int

    /// The error `kind` in `line`.
    public init(_ kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }
}

extension CredentialError: CustomStringConvertible {
    /// What is wrong, where, and what to do. Of the text it names labels only.
    public var description: String { "line \(line): \(kind.text)" }
}

extension CredentialError.Kind {
    fileprivate var text: String {
        switch self {
        case .inputTooLarge: "the text is too large for a key"
        case .empty: "nothing there; the file or variable is empty"
        case .noBlock: "no \"-----BEGIN …-----\" found; this is not a PEM key"
        case .notUTF8: "the text is UTF-16 or binary; save it as UTF-8"
        case .typographicDashes:
            "typographic dashes in place of hyphens; a word processor changed the key, copy it from its source"
        case .base64OfPEM: "the PEM text is encoded in base64 once more; decode it with: base64 -d"
        case .boundariesMissing:
            "base64 without its \"-----BEGIN …-----\" and \"-----END …-----\" lines; add them"
        case .openSSHPublicKey: "OpenSSH public key; convert it with: ssh-keygen -e -m PKCS8 -f FILE"
        case .puttyKey: "PuTTY key file; export it in PuTTYgen as an OpenSSL key"
        case .malformedBoundary: "damaged BEGIN or END line; it has five hyphens at both ends"
        case .unexpectedEnd: "an END line without its BEGIN line; the beginning is cut off"
        case .missingEnd: "the END line is missing; the key is cut off, copy all of it"
        case .labelMismatch(let begin, let end): "BEGIN \(begin) is ended by END \(end)"
        case .encrypted: "encrypted; decrypt it with: openssl pkey -in FILE -out NEWFILE"
        case .headers: "headers inside the key; remove the lines with a colon"
        case .emptyBody: "nothing between the BEGIN and the END line"
        case .base64(let kind): "\(kind)"
        }
    }
}
