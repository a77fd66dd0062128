import Base64Coding
import ConstantTime
import Foundation
import TestSupport
import Testing

@Suite("Round trips, beside Foundation's encoder")
struct Base64RoundTripTests {
    /// All lengths around the blocks that the loops work on, and one that takes many rounds.
    static let lengths = Array(0...70) + [1000]

    @Test(arguments: lengths)
    func everyFormAgrees(_ length: Int) throws {
        var random = SplitMix64(seed: UInt64(length))
        let bytes = random.bytes(length)
        let expected = Data(bytes).base64EncodedString()

        #expect(Base64.encode(bytes) == expected)
        #expect(unsafe Base64.encode(bytes.span.bytes) == expected)
        #expect(unsafe Base64.encodeASCII(bytes.span.bytes) == [UInt8](expected.utf8))
        let secret = SecretSlice(SecretBytes(copying: bytes))
        #expect(Base64.encodeASCII(secret).copied() == [UInt8](expected.utf8))

        #expect(try Base64.decode(expected) == bytes)
        let secretText = SecretSlice(SecretBytes(copying: [UInt8](expected.utf8)))
        #expect(try Base64.decode(secretText).copied() == bytes)

        let unpadded = String(expected.prefix { $0 != "=" })
        #expect(Base64.encode(bytes, padding: false) == unpadded)
        #expect(try Base64.decode(unpadded, padding: false) == bytes)

        let url = unpadded.replacing("+", with: "-").replacing("/", with: "_")
        #expect(Base64URL.encode(bytes) == url)
        #expect(unsafe Base64URL.encode(bytes.span.bytes) == url)
        #expect(unsafe Base64URL.encodeASCII(bytes.span.bytes) == [UInt8](url.utf8))
        #expect(Base64URL.encodeASCII(secret).copied() == [UInt8](url.utf8))
        #expect(try Base64URL.decode(url) == bytes)
        let secretURL = SecretSlice(SecretBytes(copying: [UInt8](url.utf8)))
        #expect(try Base64URL.decode(secretURL).copied() == bytes)
    }

    @Test("a slice of a secret is read from its own start")
    func slices() throws {
        let buffer = SecretBytes(copying: [UInt8]("xxZm9vYmFyZm9vyy".utf8))
        #expect(try Base64.decode(SecretSlice(buffer, 2..<14)).copied() == [UInt8]("foobarfoo".utf8))
        #expect(Base64.encodeASCII(SecretSlice(buffer, 0..<2)).copied() == [UInt8]("eHg=".utf8))
    }

    @Test("all 64 values in all eight lanes", arguments: 0..<8)
    func allValues(_ lane: Int) throws {
        let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for (value, character) in alphabet.enumerated() {
            var text = [UInt8](repeating: UInt8(ascii: "A"), count: 16)
            text[lane] = character
            var bytes = [UInt8](repeating: 0, count: 12)
            let bit = lane * 6
            let word = UInt16(value) << UInt16(10 - bit % 8)
            bytes[bit / 8] |= UInt8(word >> 8)
            bytes[bit / 8 + 1] |= UInt8(word & 0xff)
            #expect(try Base64.decode(text) == bytes)
            #expect(Base64.encodeASCII(bytes) == text)
        }
    }
}
