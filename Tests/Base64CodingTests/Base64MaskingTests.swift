import Base64Coding
import TestSupport
import Testing

@Suite("Masking")
struct Base64MaskingTests {
    static let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    @Test(
        "all bytes of every length: those of the alphabet are replaced, the others are kept",
        arguments: 0...40)
    func lengths(count: Int) {
        for offset in stride(from: 0, to: 256, by: max(count, 1)) {
            expectMasked((0..<count).map { UInt8(truncatingIfNeeded: offset + $0) })
        }
    }

    @Test("random bytes")
    func random() {
        var generator = SplitMix64(seed: 1)
        for count in 0..<300 { expectMasked(generator.bytes(count)) }
    }

    private func expectMasked(_ text: [UInt8]) {
        let expected = text.map { Self.alphabet.contains($0) ? UInt8(ascii: "A") : $0 }
        var masked = [UInt8](repeating: 0, count: text.count)
        unsafe text.withUnsafeBytes { text in
            unsafe masked.withUnsafeMutableBytes {
                unsafe Base64.mask(text, with: UInt8(ascii: "A"), into: $0)
            }
        }
        #expect(masked == expected)
    }
}
