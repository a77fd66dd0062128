public import ConstantTime

/// Builds DER (X.690), in memory that is wiped.
///
///     var writer = DERWriter()
///     writer.appendSequence { key in
///         key.appendUnsignedInteger(modulus)
///         key.appendUnsignedInteger(exponent)
///     }
///     let bytes = writer.bytes
///
/// Whatever is appended is copied into pieces that are wiped when the writer goes away: a private key may pass
/// through.
public struct DERWriter: Sendable {
    /// What has been written, in order.
    private var pieces: [SecretSlice] = []

    /// How many bytes have been written.
    public private(set) var count = 0

    /// A writer that has written nothing.
    public init() {}

    /// What has been written, in one buffer.
    public var secretBytes: SecretBytes {
        let result = SecretBytes(count: count)
        // The pieces fill the result exactly: `count` is the sum of their counts.
        unsafe result.withMutableBytes { target in
            var position = 0
            for piece in pieces {
                unsafe piece.withBytes { source in
                    unsafe copySecret(
                        source, to: UnsafeMutableRawBufferPointer(rebasing: target[position...]))
                }
                position &+= piece.count
            }
        }
        return result
    }

    /// What has been written, as an ordinary array, which will not be wiped.
    public var bytes: [UInt8] { secretBytes.copied() }

    private mutating func append(_ piece: SecretSlice) {
        pieces.append(piece)
        count &+= piece.count
    }

    private mutating func append(_ bytes: [UInt8]) {
        append(SecretSlice(SecretBytes(copying: bytes)))
    }

    /// Tag and length, the length in its shortest form (X.690 section 10.1).
    private mutating func appendHeader(_ tag: DERTag, contentCount: Int) {
        guard contentCount >= 0x80 else {
            append([tag.rawValue, UInt8(truncatingIfNeeded: contentCount)])
            return
        }
        var lengthBytes: [UInt8] = []
        var rest = contentCount
        while rest != 0 {
            lengthBytes.append(UInt8(truncatingIfNeeded: rest))
            rest = rest &>> 8
        }
        append([tag.rawValue, 0x80 | UInt8(truncatingIfNeeded: lengthBytes.count)] + lengthBytes.reversed())
    }
}

// MARK: - Elements

extension DERWriter {
    /// Appends an element with this tag and this content.
    public mutating func appendElement(_ tag: DERTag, _ content: SecretSlice) {
        appendHeader(tag, contentCount: content.count)
        append(content)
    }

    /// Appends an element whose content `body` writes.
    public mutating func appendConstructed(_ tag: DERTag, _ body: (inout DERWriter) -> Void) {
        var inner = DERWriter()
        body(&inner)
        appendHeader(tag, contentCount: inner.count)
        pieces += inner.pieces
        count &+= inner.count
    }

    /// Appends a SEQUENCE whose content `body` writes.
    public mutating func appendSequence(_ body: (inout DERWriter) -> Void) {
        appendConstructed(.sequence, body)
    }

    /// Appends `[number] EXPLICIT` around what `body` writes.
    ///
    /// - Precondition: `number` is less than 31.
    public mutating func appendExplicit(_ number: UInt8, _ body: (inout DERWriter) -> Void) {
        appendConstructed(.constructed(number), body)
    }

    /// Appends an INTEGER that is not negative, in its shortest form.
    ///
    /// - Parameter magnitude: big-endian bytes. Leading zeros are left out; how many there are is revealed as the
    ///   layout of the encoding. No bytes at all stand for zero.
    public mutating func appendUnsignedInteger(_ magnitude: SecretSlice) {
        var start = 0
        while start < magnitude.count,
            Choice.isZero(UInt(magnitude[start])).revealed(as: .encodingLayout)
        {
            start &+= 1
        }
        let digits = magnitude[start..<magnitude.count]
        // A zero byte in front where the number is zero or would read as negative.
        let needsZero =
            digits.count == 0 || Choice(lowBit: UInt(digits[0]) &>> 7).revealed(as: .encodingLayout)
        appendHeader(.integer, contentCount: digits.count &+ (needsZero ? 1 : 0))
        if needsZero { append([0]) }
        append(digits)
    }

    /// Appends an INTEGER that is not negative.
    ///
    /// - Parameter magnitude: big-endian bytes.
    public mutating func appendUnsignedInteger(_ magnitude: [UInt8]) {
        appendUnsignedInteger(SecretSlice(SecretBytes(copying: magnitude)))
    }

    /// Appends a small INTEGER, such as a version number.
    public mutating func appendSmallInteger(_ value: UInt32) {
        appendUnsignedInteger(
            stride(from: 24 as UInt32, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value &>> $0) })
    }

    /// Appends a BIT STRING of whole bytes.
    public mutating func appendBitString(_ bytes: SecretSlice) {
        appendHeader(.bitString, contentCount: bytes.count &+ 1)
        append([0])
        append(bytes)
    }

    /// Appends an OCTET STRING.
    public mutating func appendOctetString(_ bytes: SecretSlice) {
        appendElement(.octetString, bytes)
    }

    /// Appends a NULL.
    public mutating func appendNull() {
        appendHeader(.null, contentCount: 0)
    }

    /// Appends an OBJECT IDENTIFIER.
    public mutating func appendObjectIdentifier(_ identifier: ObjectIdentifier) {
        appendElement(.objectIdentifier, SecretSlice(SecretBytes(copying: identifier.content)))
    }
}
