import Base64Coding
public import ConstantTime

/// One block of a PEM text: a label and the bytes that its base64 stands for.
public struct PEMBlock: Sendable {
    /// What the bytes are: "PRIVATE KEY", "RSA PRIVATE KEY", "PUBLIC KEY", "CERTIFICATE".
    public let label: String

    /// The bytes, DER as a rule. Wiped when the last reference goes away.
    public let contents: SecretBytes

    /// The line of the text that the block begins in, counted from 1.
    public let line: Int

    /// A block to be written, or one that was read in the given line.
    ///
    /// - Precondition: `label` follows the grammar of RFC 7468 section 3: printable ASCII with single spaces or
    ///   hyphens between, at most 64 characters.
    public init(label: String, contents: SecretBytes, line: Int = 1) {
        precondition(PEMBoundary.isLabel(label.utf8), "malformed PEM label")
        self.label = label
        self.contents = contents
        self.line = line
    }

    /// The characters in a line of the body, as writers must have it (RFC 7468 section 2).
    static let columnCount = 64

    /// The block as text with LF at the end of each line. A private key in a `String` is not wiped.
    public var pemRepresentation: String {
        String(decoding: encoded().copied(), as: UTF8.self)
    }

    /// The block as ASCII with LF at the end of each line, in memory that is wiped when released.
    public func encoded() -> SecretBytes {
        let body = Base64.encodeASCII(SecretSlice(contents))
        let head = [UInt8]("-----BEGIN \(label)-----\n".utf8)
        let tail = [UInt8]("-----END \(label)-----\n".utf8)
        let lineCount = (body.count + Self.columnCount - 1) / Self.columnCount
        let text = SecretBytes(count: head.count + body.count + lineCount + tail.count)
        unsafe text.withMutableBytes { text in
            unsafe text.copyBytes(from: head)
            var written = head.count
            unsafe body.withBytes { body in
                for start in stride(from: 0, to: body.count, by: Self.columnCount) {
                    let line = unsafe UnsafeRawBufferPointer(
                        rebasing: body[start..<min(start + Self.columnCount, body.count)])
                    unsafe copySecret(line, to: UnsafeMutableRawBufferPointer(rebasing: text[written...]))
                    written += line.count
                    unsafe text[written] = UInt8(ascii: "\n")
                    written += 1
                }
            }
            unsafe UnsafeMutableRawBufferPointer(rebasing: text[written...]).copyBytes(from: tail)
        }
        return text
    }
}
