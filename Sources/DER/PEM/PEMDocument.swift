public import ConstantTime

/// A text of PEM blocks (RFC 7468), read in the strict form of its section 3: nothing but the base64 between the
/// boundaries, 64 characters in each line but the last.
///
/// Text before, between and after the blocks is allowed (section 2 and 5.2), as is a last line without an end.
/// What people paste is mended by ``PastedCredential``, not here.
public struct PEMDocument: Sendable {
    /// The blocks, in the order of the text.
    public let blocks: [PEMBlock]

    /// The largest text that is read, in bytes: 256 KiB. A private key of 16,384 bits takes 13 KB.
    public static let maximumByteCount = 1 << 18

    /// A document to be written.
    public init(_ blocks: [PEMBlock]) {
        self.blocks = blocks
    }

    /// Reads `text`, at least one block.
    ///
    /// - Complexity: O(n), and O(1) for a text above ``maximumByteCount``.
    public init(parsing text: String) throws(PEMError) {
        try Self.checkSize(text.utf8.count)
        var text = text
        let copy = text.withUTF8 { unsafe SecretBytes(copying: UnsafeRawBufferPointer($0)) }
        try self.init(parsing: copy)
    }

    /// Reads `ascii`, at least one block.
    ///
    /// - Complexity: O(n), and O(1) for a text above ``maximumByteCount``.
    public init(parsing ascii: [UInt8]) throws(PEMError) {
        try Self.checkSize(ascii.count)
        try self.init(parsing: SecretBytes(copying: ascii))
    }

    /// Reads a secret text, at least one block. Of the text, only the layout and the labels are revealed.
    ///
    /// - Complexity: O(n), and O(1) for a text above ``maximumByteCount``.
    public init(parsing secret: SecretBytes) throws(PEMError) {
        try Self.checkSize(secret.count)
        var parser = PEMParser(PEMText(SecretSlice(secret)))
        blocks = try parser.parse()
    }

    /// The blocks as text. A private key in a `String` is not wiped.
    public var pemRepresentation: String {
        blocks.map { $0.pemRepresentation }.joined()
    }

    /// The blocks as ASCII, in memory that is wiped when released.
    public func encoded() -> SecretBytes {
        let parts = blocks.map { $0.encoded() }
        let text = SecretBytes(count: parts.reduce(0) { $0 + $1.count })
        unsafe text.withMutableBytes { text in
            var written = 0
            for part in parts {
                unsafe part.withBytes {
                    unsafe copySecret($0, to: UnsafeMutableRawBufferPointer(rebasing: text[written...]))
                }
                written += part.count
            }
        }
        return text
    }

    private static func checkSize(_ count: Int) throws(PEMError) {
        guard count <= maximumByteCount else { throw PEMError(.inputTooLarge, line: 1) }
    }
}
