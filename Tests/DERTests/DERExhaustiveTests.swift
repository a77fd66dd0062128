import ConstantTime
import DER
import TestSupport
import Testing

@Suite("DER: every small encoding, and damaged real ones")
struct DERExhaustiveTests {
    /// All contents of zero, one and two bytes.
    private static func forEachContent(_ body: ([UInt8]) throws -> Void) rethrows {
        try body([])
        for first in UInt8.min...UInt8.max {
            try body([first])
            for second in UInt8.min...UInt8.max { try body([first, second]) }
        }
    }

    @Test("INTEGER: read exactly if minimal and not negative, and written the same")
    func integers() {
        Self.forEachContent { content in
            let isGood =
                !content.isEmpty && content[0] < 0x80
                && !(content.count > 1 && content[0] == 0 && content[1] < 0x80)
            let encoded = [0x02, UInt8(content.count)] + content
            var reader = DERReader(encoded)
            let magnitude = try? reader.readUnsignedInteger()
            guard (magnitude != nil) == isGood else {
                Issue.record("INTEGER \(hexadecimal(content))")
                return
            }
            guard let magnitude else { return }
            var writer = DERWriter()
            writer.appendUnsignedInteger(magnitude)
            if writer.bytes != encoded { Issue.record("rewritten INTEGER \(hexadecimal(content))") }
        }
    }

    @Test("BIT STRING: read exactly if the unused bits are there and zero")
    func bitStrings() {
        Self.forEachContent { content in
            let isGood: Bool =
                switch content.count {
                case 0: false
                case 1: content[0] == 0
                default: content[0] < 8 && content[1].trailingZeroBitCount >= Int(content[0])
                }
            var reader = DERReader([0x03, UInt8(content.count)] + content)
            let read = try? reader.readPartialBitString()
            if (read != nil) != isGood { Issue.record("BIT STRING \(hexadecimal(content))") }
            if let read,
                read.unusedBits != Int(content[0]) || read.bytes.copied() != Array(content.dropFirst())
            {
                Issue.record("content of BIT STRING \(hexadecimal(content))")
            }
        }
    }

    @Test(
        "OBJECT IDENTIFIER: read exactly if no component starts with 80 or is cut off, and written the same")
    func objectIdentifiers() {
        Self.forEachContent { content in
            let isGood: Bool =
                switch content.count {
                case 0: false
                case 1: content[0] < 0x80
                default: content[0] != 0x80 && content[1] < 0x80
                }
            let encoded = [0x06, UInt8(content.count)] + content
            var reader = DERReader(encoded)
            let identifier = try? reader.readObjectIdentifier()
            guard (identifier != nil) == isGood else {
                Issue.record("OBJECT IDENTIFIER \(hexadecimal(content))")
                return
            }
            guard let identifier else { return }
            if ObjectIdentifier(identifier.components) != identifier {
                Issue.record("rewritten OBJECT IDENTIFIER \(hexadecimal(content))")
            }
        }
    }

    @Test("length: of all headers of up to four bytes for 5, 130 and 300 bytes, one each is read")
    func lengths() {
        for (count, shortest) in [(5, "05"), (130, "8182"), (300, "82012c")] {
            let forms = [
                "\(count < 128 ? "05" : "")", "81\(hexadecimal([UInt8(truncatingIfNeeded: count)]))",
                "82\(hexadecimal([UInt8(count >> 8), UInt8(count & 0xff)]))",
                "8300\(hexadecimal([UInt8(count >> 8), UInt8(count & 0xff)]))",
                "840000\(hexadecimal([UInt8(count >> 8), UInt8(count & 0xff)]))",
            ]
            for form in forms where !form.isEmpty && !(count > 255 && form.hasPrefix("81")) {
                var reader = DERReader(
                    [0x04] + bytes(hexadecimal: form) + [UInt8](repeating: 7, count: count))
                if form == shortest {
                    #expect(throws: Never.self) { try reader.readOctetString() }
                } else {
                    #expect(throws: DERError(.nonMinimalLength, offset: 1)) { try reader.readOctetString() }
                }
            }
        }
    }

    @Test(
        "what is read of a damaged file is written back as the same bytes, or refused at a place in the file")
    func damagedFiles() throws {
        var accepted = 0
        var refused = 0
        var random = SplitMix64(seed: 5)
        for path in ["a2-pkcs1.der", "a2-pkcs8.der", "a2-spki.der", "a2-cert.der"] {
            let good = try VectorFile.bytes("keys/generated/" + path)
            for round in 0..<400 {
                var damaged = good
                for _ in 0..<(round % 3) {
                    damaged[Int(random.next() % UInt64(good.count))] = UInt8(
                        truncatingIfNeeded: random.next())
                }
                // Most damage to content changes nothing for the reader: aim at the headers as well.
                if round % 2 == 1 { damaged[Int(random.next() % 40)] ^= 1 << (random.next() % 8) }
                do {
                    var writer = DERWriter()
                    var reader = DERReader(damaged)
                    try Self.copy(&reader, to: &writer)
                    #expect(writer.bytes == damaged)
                    accepted += 1
                } catch {
                    #expect((0...damaged.count).contains(error.offset))
                    refused += 1
                }
            }
        }
        #expect(accepted > 100 && refused > 100)
    }

    private static func copy(_ reader: inout DERReader, to writer: inout DERWriter) throws(DERError) {
        while let tag = reader.nextTag {
            if tag.isConstructed {
                var inner = try reader.readConstructed(tag)
                var copied = DERWriter()
                try copy(&inner, to: &copied)
                writer.appendElement(tag, SecretSlice(copied.secretBytes))
            } else {
                writer.appendElement(tag, try reader.readElement(tag))
            }
        }
        try reader.finish()
    }
}
