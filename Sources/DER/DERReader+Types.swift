public import ConstantTime

// The primitive types. Errors inside an element name the offset where the element starts. Each read works on a copy
// of the cursor and takes it over at the end, so that an error leaves the cursor where it was.

extension DERReader {
    /// Reads an INTEGER that is not negative, in its shortest form (X.690 section 8.3).
    ///
    /// - Returns: the big-endian bytes without the leading zero byte that keeps the number from being negative. Zero
    ///   is one zero byte.
    public mutating func readUnsignedInteger() throws(DERError) -> SecretSlice {
        var cursor = self
        let content = try cursor.readElement(.integer)
        guard content.count > 0 else { throw DERError(.emptyInteger, offset: offset) }
        // Only the sign and whether the first byte is needed are revealed: both are layout.
        let isNegative = Choice(lowBit: UInt(content[0]) &>> 7)
        guard !isNegative.revealed(as: .encodingLayout) else {
            throw DERError(.negativeInteger, offset: offset)
        }
        let startsWithZero = Choice.isZero(UInt(content[0])).revealed(as: .encodingLayout)
        if startsWithZero && content.count > 1 {
            let isNeeded = Choice(lowBit: UInt(content[1]) &>> 7).revealed(as: .encodingLayout)
            guard isNeeded else { throw DERError(.nonMinimalInteger, offset: offset) }
            self = cursor
            return content[1..<content.count]
        }
        self = cursor
        return content
    }

    /// Reads a small, public INTEGER that is not negative, such as a version number.
    public mutating func readSmallInteger() throws(DERError) -> UInt32 {
        var cursor = self
        let content = try cursor.readUnsignedInteger()
        guard content.count <= 4 else { throw DERError(.integerTooLarge, offset: offset) }
        var value: UInt32 = 0
        for i in 0..<content.count { value = value &<< 8 | UInt32(revealed(content[i], as: .encodingLayout)) }
        self = cursor
        return value
    }

    /// Reads a BIT STRING of a whole number of bytes (X.690 sections 8.6 and 11.2).
    public mutating func readBitString() throws(DERError) -> SecretSlice {
        var cursor = self
        let (bytes, unusedBits) = try cursor.readPartialBitString()
        guard unusedBits == 0 else { throw DERError(.partialByte, offset: offset) }
        self = cursor
        return bytes
    }

    /// Reads a BIT STRING of any number of bits: the bytes, and how many bits of the last byte, from the lowest one
    /// up, do not belong to it. They are zero.
    public mutating func readPartialBitString() throws(DERError) -> (bytes: SecretSlice, unusedBits: Int) {
        var cursor = self
        let content = try cursor.readElement(.bitString)
        guard content.count > 0 else { throw DERError(.malformedBitString, offset: offset) }
        let unusedBits = Int(revealed(content[0], as: .encodingLayout))
        guard unusedBits < 8, unusedBits == 0 || content.count > 1 else {
            throw DERError(.malformedBitString, offset: offset)
        }
        let unused = UInt(content[content.count &- 1]) & ((1 &<< UInt(unusedBits)) &- 1)
        guard unusedBits == 0 || Choice.isZero(unused).revealed(as: .encodingLayout) else {
            throw DERError(.unusedBitsNotZero, offset: offset)
        }
        self = cursor
        return (content[1..<content.count], unusedBits)
    }

    /// Reads an OCTET STRING.
    public mutating func readOctetString() throws(DERError) -> SecretSlice {
        try readElement(.octetString)
    }

    /// Reads a NULL.
    public mutating func readNull() throws(DERError) {
        var cursor = self
        guard try cursor.readElement(.null).count == 0 else {
            throw DERError(.nullWithContent, offset: offset)
        }
        self = cursor
    }

    /// Reads an OBJECT IDENTIFIER (X.690 section 8.19), which is public.
    public mutating func readObjectIdentifier() throws(DERError) -> ObjectIdentifier {
        var cursor = self
        let content = try cursor.readElement(.objectIdentifier)
        let bytes = (0..<content.count).map { revealed(content[$0], as: .encodingLayout) }
        guard let identifier = ObjectIdentifier(content: bytes) else {
            throw DERError(.malformedObjectIdentifier, offset: offset)
        }
        self = cursor
        return identifier
    }
}
