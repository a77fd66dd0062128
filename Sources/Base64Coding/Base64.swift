public import ConstantTime

/// Base64 with `+` and `/` (RFC 4648 section 4), padded by default.
///
/// Table-free and without branches on the data, because private keys pass through it. Decoding is strict: no
/// white space, no character outside the alphabet, exact padding, unused bits zero. So every text that is
/// accepted is the only encoding of its bytes.
public enum Base64 {
    /// The largest text that is decoded, in bytes: 16 MiB, a hundred times what any key, certificate or token takes.
    public static let maximumByteCount = Base64Alphabet.maximumByteCount

    /// The encoding of `bytes`.
    ///
    /// - Parameter padding: whether to complete the last group of four with `=`, as RFC 4648 asks.
    /// - Complexity: O(n).
    public static func encode(_ bytes: [UInt8], padding: Bool = true) -> String {
        unsafe Base64Alphabet.standard.string(for: bytes.span.bytes, padding: padding)
    }

    /// The encoding of `bytes`.
    ///
    /// - Parameter padding: whether to complete the last group of four with `=`, as RFC 4648 asks.
    /// - Complexity: O(n).
    public static func encode(_ bytes: RawSpan, padding: Bool = true) -> String {
        Base64Alphabet.standard.string(for: bytes, padding: padding)
    }

    /// The encoding of `bytes`, as ASCII.
    ///
    /// - Parameter padding: whether to complete the last group of four with `=`, as RFC 4648 asks.
    /// - Complexity: O(n).
    public static func encodeASCII(_ bytes: [UInt8], padding: Bool = true) -> [UInt8] {
        unsafe Base64Alphabet.standard.ascii(for: bytes.span.bytes, padding: padding)
    }

    /// The encoding of `bytes`, as ASCII.
    ///
    /// - Parameter padding: whether to complete the last group of four with `=`, as RFC 4648 asks.
    /// - Complexity: O(n).
    public static func encodeASCII(_ bytes: RawSpan, padding: Bool = true) -> [UInt8] {
        Base64Alphabet.standard.ascii(for: bytes, padding: padding)
    }

    /// The encoding of a secret, as ASCII that is wiped when released. The time depends on the size alone.
    ///
    /// - Parameter padding: whether to complete the last group of four with `=`, as RFC 4648 asks.
    /// - Complexity: O(n).
    public static func encodeASCII(_ secret: SecretSlice, padding: Bool = true) -> SecretBytes {
        Base64Alphabet.standard.ascii(for: secret, padding: padding)
    }

    /// The bytes that `text` encodes.
    ///
    /// - Parameter padding: whether the text has to be padded. If not, it must not be: a text has one form.
    /// - Throws: ``Base64Error`` for anything that `encode` does not produce, and for a larger text.
    /// - Complexity: O(n), and O(1) for a text above ``maximumByteCount``.
    public static func decode(_ text: String, padding: Bool = true) throws(Base64Error) -> [UInt8] {
        try Base64Alphabet.standard.bytes(from: text, padding: padding)
    }

    /// The bytes that an ASCII text encodes.
    ///
    /// - Parameter padding: whether the text has to be padded. If not, it must not be: a text has one form.
    /// - Throws: ``Base64Error`` for anything that `encode` does not produce, and for a larger text.
    /// - Complexity: O(n), and O(1) for a text above ``maximumByteCount``.
    public static func decode(_ ascii: [UInt8], padding: Bool = true) throws(Base64Error) -> [UInt8] {
        try unsafe decode(ascii.span.bytes, padding: padding)
    }

    /// The bytes that an ASCII text encodes.
    ///
    /// - Parameter padding: whether the text has to be padded. If not, it must not be: a text has one form.
    /// - Throws: ``Base64Error`` for anything that `encode` does not produce, and for a larger text.
    /// - Complexity: O(n), and O(1) for a text above ``maximumByteCount``.
    public static func decode(_ ascii: RawSpan, padding: Bool = true) throws(Base64Error) -> [UInt8] {
        try unsafe ascii.withUnsafeBytes { (text) throws(Base64Error) in
            try unsafe Base64Alphabet.standard.bytes(from: text, padding: padding)
        }
    }

    /// The bytes that a secret ASCII text encodes, in memory that is wiped when released.
    ///
    /// The time depends on the size alone, unless the text is refused: then how far it is right shows.
    ///
    /// - Parameter padding: whether the text has to be padded. If not, it must not be: a text has one form.
    /// - Throws: ``Base64Error`` for anything that `encode` does not produce, and for a larger text.
    /// - Complexity: O(n), and O(1) for a text above ``maximumByteCount``.
    public static func decode(_ text: SecretSlice, padding: Bool = true) throws(Base64Error) -> SecretBytes {
        try Base64Alphabet.standard.bytes(from: text, padding: padding)
    }
}
