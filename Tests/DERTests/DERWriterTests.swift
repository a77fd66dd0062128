import ConstantTime
import DER
import TestSupport
import Testing

@Suite("DERWriter")
struct DERWriterTests {
    @Test(
        "integers take their shortest form",
        arguments: [
            ("", "020100"), ("00", "020100"), ("0000", "020100"), ("01", "020101"), ("0001", "020101"),
            ("7f", "02017f"), ("80", "02020080"), ("0080", "02020080"), ("ffff", "020300ffff"),
        ])
    func integers(magnitude: String, hex: String) {
        var writer = DERWriter()
        writer.appendUnsignedInteger(bytes(hexadecimal: magnitude))
        #expect(hexadecimal(writer.bytes) == hex)
    }

    @Test(
        "lengths take their shortest form",
        arguments: [
            (0, "0400"), (1, "0401"), (127, "047f"), (128, "048180"), (255, "0481ff"), (256, "04820100"),
            (65535, "0482ffff"), (65536, "0483010000"),
        ])
    func lengths(count: Int, header: String) throws {
        var writer = DERWriter()
        writer.appendOctetString(SecretSlice(SecretBytes(count: count)))
        #expect(hexadecimal(writer.bytes.prefix(header.count / 2)) == header)
        #expect(writer.count == writer.bytes.count && writer.count == header.count / 2 + count)
        var reader = DERReader(writer.bytes)
        #expect(try reader.readOctetString().count == count)
        try reader.finish()
    }

    @Test("a whole structure", arguments: [0, 5, 127, 128, 65536, .max] as [UInt32])
    func structure(number: UInt32) throws {
        var writer = DERWriter()
        writer.appendSequence { sequence in
            sequence.appendSmallInteger(number)
            sequence.appendExplicit(3) { $0.appendNull() }
            sequence.appendBitString(SecretSlice(SecretBytes(copying: [1, 2, 3])))
            sequence.appendObjectIdentifier(.rsaEncryption)
        }
        var outer = DERReader(writer.bytes)
        var inner = try outer.readSequence()
        try outer.finish()
        #expect(try inner.readSmallInteger() == number)
        var tagged = try inner.readExplicit(3)
        try tagged.readNull()
        try tagged.finish()
        #expect(try inner.readBitString().copied() == [1, 2, 3])
        #expect(try inner.readObjectIdentifier() == .rsaEncryption)
        try inner.finish()
    }
}
