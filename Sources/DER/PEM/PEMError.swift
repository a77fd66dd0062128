public import Base64Coding

/// Why a text is not PEM in the strict form of RFC 7468, and in which line.
public struct PEMError: Error, Equatable, Sendable {
    /// The rule that the text breaks.
    public enum Kind: Equatable, Sendable {
        /// The text is larger than ``PEMDocument/maximumByteCount``.
        case inputTooLarge
        /// No line `-----BEGIN …-----`.
        case noBlock
        /// A line with `-----BEGIN` or `-----END` that has something else in it, or a label against the grammar.
        case malformedBoundary
        /// A line `-----END …-----` without the line that begins the block.
        case unexpectedEnd
        /// A block that nothing ends; the line is that of its beginning.
        case missingEnd
        /// The two boundaries of a block have different labels.
        case labelMismatch(begin: String, end: String)
        /// Headers in a block (`Name: value`), which RFC 7468 section 2 does not allow.
        case headers
        /// Headers that say the block is encrypted: `Proc-Type: 4,ENCRYPTED` or `DEK-Info` (RFC 1421).
        case encryptedHeaders
        /// The two characters `\n` where a line should end.
        case escapedLineBreaks
        /// A space or tab in the body of a block.
        case whiteSpace
        /// A line of the body that has not 64 characters and is not the last, or has more than 64.
        case lineLength
        /// A block without content.
        case emptyBody
        /// The body is not base64.
        case base64(Base64Error.Kind)
    }

    /// The rule that the text breaks.
    public let kind: Kind

    /// The line, counted from 1.
    public let line: Int

    /// The error `kind` in `line`.
    public init(_ kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }
}

extension PEMError: CustomStringConvertible {
    /// What is wrong, where, and how to mend it. Of the text it names labels only.
    public var description: String { "line \(line): \(kind.text)" }
}

extension PEMError.Kind {
    fileprivate var text: String {
        switch self {
        case .inputTooLarge: "the text is too large for a key or certificate file"
        case .noBlock: "no line \"-----BEGIN …-----\" found"
        case .malformedBoundary:
            "a BEGIN or END line has to be a line of its own, with five hyphens at both ends"
        case .unexpectedEnd: "an END line without its BEGIN line"
        case .missingEnd: "the END line is missing: the text is cut off"
        case .labelMismatch(let begin, let end): "BEGIN \(begin) is ended by END \(end)"
        case .headers: "headers inside the block; remove the lines with a colon and the empty line after them"
        case .encryptedHeaders: "encrypted; decrypt it with: openssl pkey -in FILE -out NEWFILE"
        case .escapedLineBreaks: "literal \"\\n\" instead of a line break"
        case .whiteSpace: "white space in the base64 text"
        case .lineLength: "base64 lines have 64 characters, only the last may be shorter"
        case .emptyBody: "nothing between the BEGIN and the END line"
        case .base64(let kind): "\(kind)"
        }
    }
}
