import ConstantTime
import DER
import TestSupport
import Testing

@Suite("DERReader")
struct DERReaderTests {
    /// What a rejected encoding is read as.
    enum Reading: Sendable {
        case element, sequence, integer, small, bits, partialBits, octets, null, identifier
    }

    static let rejected: [(String, Reading, DERError.Kind, Int)] = [
        // The frame of an element.
        ("", .element, .missingElement, 0),
        ("02", .element, .truncated, 0),
        ("0201", .element, .truncated, 0),
        ("020200", .element, .truncated, 0),
        ("0282", .element, .truncated, 0),
        ("028201", .element, .truncated, 0),
        ("1f8101 00", .element, .longTag, 0),
        ("bf8101 00", .element, .longTag, 0),
        ("3080 0000", .element, .indefiniteLength, 1),
        ("0480", .element, .indefiniteLength, 1),
        ("028101 05", .element, .nonMinimalLength, 1),
        ("04817f", .element, .nonMinimalLength, 1),
        ("02820001 05", .element, .nonMinimalLength, 1),
        ("0282007f", .element, .nonMinimalLength, 1),
        ("0285ffffffffff", .element, .lengthTooLarge, 1),
        ("02ff", .element, .lengthTooLarge, 1),
        ("0284ffffffff", .element, .lengthTooLarge, 1),
        ("0284800000 00", .element, .lengthTooLarge, 1),
        ("02847fffffff", .element, .truncated, 0),
        // The tag that is wanted.
        ("0201 05", .sequence, .unexpectedTag(expected: .sequence, found: .integer), 0),
        ("3000", .integer, .unexpectedTag(expected: .integer, found: .sequence), 0),
        ("0201 05", .octets, .unexpectedTag(expected: .octetString, found: .integer), 0),
        ("2403040105", .octets, .unexpectedTag(expected: .octetString, found: DERTag(rawValue: 0x24)), 0),
        ("2304030200ff", .bits, .unexpectedTag(expected: .bitString, found: DERTag(rawValue: 0x23)), 0),
        // INTEGER.
        ("0200", .integer, .emptyInteger, 0),
        ("020180", .integer, .negativeInteger, 0),
        ("0201ff", .integer, .negativeInteger, 0),
        ("0202ff7f", .integer, .negativeInteger, 0),
        ("02020000", .integer, .nonMinimalInteger, 0),
        ("0202007f", .integer, .nonMinimalInteger, 0),
        ("0203000080", .integer, .nonMinimalInteger, 0),
        ("02050100000000", .small, .integerTooLarge, 0),
        // BIT STRING.
        ("0300", .bits, .malformedBitString, 0),
        ("030108", .bits, .malformedBitString, 0),
        ("030101", .bits, .malformedBitString, 0),
        ("03020800", .partialBits, .malformedBitString, 0),
        ("0302 07 80", .bits, .partialByte, 0),
        ("0302 07 81", .partialBits, .unusedBitsNotZero, 0),
        ("0302 01 01", .partialBits, .unusedBitsNotZero, 0),
        // NULL.
        ("050100", .null, .nullWithContent, 0),
        // OBJECT IDENTIFIER.
        ("0600", .identifier, .malformedObjectIdentifier, 0),
        ("060180", .identifier, .malformedObjectIdentifier, 0),
        ("06022a80", .identifier, .malformedObjectIdentifier, 0),
        ("06032a8001", .identifier, .malformedObjectIdentifier, 0),
        ("0602 8001", .identifier, .malformedObjectIdentifier, 0),
        ("06062a9080808000", .identifier, .malformedObjectIdentifier, 0),
        // An offset is counted from the start of the outermost input.
        ("0201 05 0202 0001", .small, .nonMinimalInteger, 3),
    ]

    @Test("each rule of X.690 is enforced, with the place", arguments: rejected)
    func rejects(hex: String, reading: Reading, kind: DERError.Kind, offset: Int) throws {
        var reader = DERReader(bytes(hexadecimal: hex))
        if offset == 3 { _ = try reader.readSmallInteger() }
        let before = reader.offset
        #expect(throws: DERError(kind, offset: offset)) { try Self.read(reading, from: &reader) }
        // A failed read leaves the cursor where it was.
        #expect(reader.offset == before)
    }

    private static func read(_ reading: Reading, from reader: inout DERReader) throws(DERError) {
        switch reading {
        case .element: _ = try reader.readElement()
        case .sequence: _ = try reader.readSequence()
        case .integer: _ = try reader.readUnsignedInteger()
        case .small: _ = try reader.readSmallInteger()
        case .bits: _ = try reader.readBitString()
        case .partialBits: _ = try reader.readPartialBitString()
        case .octets: _ = try reader.readOctetString()
        case .null: try reader.readNull()
        case .identifier: _ = try reader.readObjectIdentifier()
        }
    }

    @Test(
        "integers",
        arguments: [
            ("020100", "00"), ("020101", "01"), ("02017f", "7f"), ("02020080", "80"), ("020200ff", "ff"),
            ("02020100", "0100"), ("020300ffff", "ffff"), ("02087fffffffffffffff", "7fffffffffffffff"),
        ])
    func integers(hex: String, magnitude: String) throws {
        var reader = DERReader(bytes(hexadecimal: hex))
        #expect(hexadecimal(try reader.readUnsignedInteger().copied()) == magnitude)
        try reader.finish()
    }

    @Test(
        "object identifiers",
        arguments: [
            ("06092a864886f70d010101", "1.2.840.113549.1.1.1"), ("06032b6570", "1.3.101.112"),
            ("060100", "0.0"), ("060127", "0.39"), ("060128", "1.0"), ("06014f", "1.39"), ("060150", "2.0"),
            ("0603883703", "2.999.3"), ("06062a8fffffff7f", "1.2.4294967295"),
        ])
    func identifiers(hex: String, dotted: String) throws {
        var reader = DERReader(bytes(hexadecimal: hex))
        let identifier = try reader.readObjectIdentifier()
        #expect(identifier.description == dotted)
        #expect(ObjectIdentifier(identifier.components) == identifier)
        var writer = DERWriter()
        writer.appendObjectIdentifier(identifier)
        #expect(writer.bytes == bytes(hexadecimal: hex))
    }

    @Test(
        "components that make no identifier",
        arguments: [[], [1], [3, 1], [0, 40], [1, 40], [2, .max]] as [[UInt32]])
    func noIdentifier(components: [UInt32]) {
        #expect(ObjectIdentifier(components) == nil)
    }

    @Test("what is left over is refused at every level")
    func trailing() throws {
        var outer = DERReader(bytes(hexadecimal: "3004 020105 00 05"))
        var inner = try outer.readSequence()
        #expect(throws: DERError(.trailingBytes, offset: 6)) { try outer.finish() }
        #expect(try inner.readSmallInteger() == 5)
        #expect(throws: DERError(.trailingBytes, offset: 5)) { try inner.finish() }
    }

    @Test("nesting is bounded")
    func depth() throws {
        var encoded: [UInt8] = []
        for _ in 0..<20 { encoded = [0x30, UInt8(encoded.count)] + encoded }
        #expect(DERReader.maximumDepth == 16)
        for var reader in [DERReader(encoded), DERReader(SecretSlice(SecretBytes(copying: encoded)))] {
            for _ in 0..<16 { reader = try reader.readSequence() }
            #expect(throws: DERError(.tooDeep, offset: 32)) { try reader.readSequence() }
        }
    }

    @Test(
        "what is skipped is elements all the way down",
        arguments: [
            ("", nil), ("0500", nil), ("3000 0401ff", nil),
            ("a00a 3008 0603551d0e 3101 05", (.truncated, 11)),
            ("ff", (.longTag, 0)), ("05", (.truncated, 0)), ("3002 0401", (.truncated, 2)),
            ("3003 020180", nil), ("3080 0000", (.indefiniteLength, 1)), ("30020500 0282", (.truncated, 4)),
        ] as [(String, (DERError.Kind, Int)?)])
    func skipping(hexadecimal: String, error: (kind: DERError.Kind, offset: Int)?) throws {
        var reader = DERReader(bytes(hexadecimal: hexadecimal))
        if let error {
            #expect(throws: DERError(error.kind, offset: error.offset)) { try reader.skipElements() }
        } else {
            try reader.skipElements()
            #expect(reader.isAtEnd)
        }
    }

    @Test("what is skipped is no deeper than what is read")
    func skippingDepth() throws {
        var encoded: [UInt8] = []
        for depth in 1...17 {
            encoded = [0x30, UInt8(encoded.count)] + encoded
            var reader = DERReader(encoded)
            if depth <= 16 {
                try reader.skipElements()
            } else {
                #expect(throws: DERError(.tooDeep, offset: 32)) { try reader.skipElements() }
            }
        }
        var tooLarge = DERReader([UInt8](repeating: 0, count: DERReader.maximumByteCount + 1))
        #expect(throws: DERError(.inputTooLarge, offset: 0)) { try tooLarge.skipElements() }
    }

    @Test("an array above the limit is refused before it is copied")
    func size() throws {
        #expect(DERReader.maximumByteCount == 5 + 0xfffffb)
        var largest = DERReader([0x04, 0x83, 0xff, 0xff, 0xfb] + [UInt8](repeating: 0, count: 0xfffffb))
        #expect(try largest.readOctetString().count == 0xfffffb)
        try largest.finish()

        var reader = DERReader([0x04, 0x83, 0xff, 0xff, 0xfc] + [UInt8](repeating: 0, count: 0xfffffc))
        let error = DERError(.inputTooLarge, offset: 0)
        #expect(!reader.isAtEnd && reader.nextTag == nil && reader.offset == 0)
        #expect(throws: error) { try reader.readElement() }
        #expect(throws: error) { try reader.readOctetString() }
        #expect(throws: error) { try reader.readSequence() }
        #expect(throws: error) { try reader.finish() }
    }

    @Test("optional and tagged elements")
    func optional() throws {
        var reader = DERReader(bytes(hexadecimal: "a003020107 8101ff"))
        #expect(try reader.readOptionalElement(.integer)?.copied() == nil)
        var tagged = try reader.readExplicit(0)
        #expect(try tagged.readSmallInteger() == 7)
        #expect(try reader.readOptionalElement(.constructed(0))?.copied() == nil)
        #expect(try reader.readOptionalElement(.primitive(1))?.copied() == [0xff])
        #expect(try reader.readOptionalElement(.primitive(2))?.copied() == nil)
        #expect(reader.isAtEnd && reader.nextTag == nil)
    }

    @Test("every prefix of a good encoding is refused, nothing traps")
    func prefixes() {
        let good = bytes(hexadecimal: "300d 06092a864886f70d010101 0500")
        for length in 0..<good.count {
            #expect(throws: DERError.self) {
                var reader = DERReader(Array(good.prefix(length)))
                _ = try reader.readSequence()
            }
        }
    }
}
