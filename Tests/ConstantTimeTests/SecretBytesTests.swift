import ConstantTime
import Testing

@Suite("SecretBytes")
struct SecretBytesTests {
    @Test("starts as zeros, keeps what is written", arguments: [0, 1, 63, 64, 65, 1000])
    func contents(count: Int) {
        let buffer = SecretBytes(count: count)
        #expect(buffer.copied() == [UInt8](repeating: 0, count: count))
        let pattern = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        unsafe buffer.withMutableBytes { unsafe $0.copyBytes(from: pattern) }
        #expect(buffer.copied() == pattern)
        #expect(SecretBytes(copying: pattern).copied() == pattern)
    }

    @Test("a slice sees the bytes of its range and no others")
    func slices() {
        let slice = SecretSlice(SecretBytes(copying: [0, 1, 2, 3, 4, 5, 6, 7]))
        #expect(slice[2..<6].copied() == [2, 3, 4, 5])
        #expect(slice[2..<6][1..<3].copied() == [3, 4])
        #expect(slice[2..<6][0] == 2)
        #expect(slice[8..<8].copied().isEmpty)
    }

    @Test("descriptions, dumps and mirrors do not show the bytes")
    func redaction() {
        let secret = SecretBytes(copying: [0xde, 0xad, 0xbe, 0xef, 222, 173])
        let slice = SecretSlice(secret)
        var dumped = ""
        dump(secret, to: &dumped)
        dump(slice, to: &dumped)
        for text in ["\(secret)", "\(slice)", String(reflecting: secret), String(reflecting: slice), dumped] {
            // Numbers as words: an address, which a dump shows, may well have a 222 in it.
            let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
            #expect(!words.contains("222") && !words.contains("0xde"))
            #expect(!text.lowercased().contains("deadbeef"))
        }
    }

    @Test("comparison looks at every byte")
    func comparison() {
        let a: [UInt8] = Array(0..<32)
        #expect(Choice.isEqual(a, a).revealed(as: .signature))
        #expect(!Choice.isEqual(a, Array(a.dropLast())).revealed(as: .signature))
        for i in a.indices {
            for bit in 0..<8 {
                var b = a
                b[i] ^= 1 << bit
                #expect(!Choice.isEqual(a, b).revealed(as: .signature))
            }
        }
    }
}
