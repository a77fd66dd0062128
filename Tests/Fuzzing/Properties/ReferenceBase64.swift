/// Base64 as RFC 4648 explains it: characters looked up in the table, six bits appended at a time, with branches.
/// Obvious: what ``Base64Properties`` compares with.
struct ReferenceBase64 {
    /// The 64 characters.
    let alphabet: [UInt8]

    /// Whether the last group is completed with `=`.
    let isPadded: Bool

    /// The bytes that `text` encodes; nil if it is not what `encode` makes of them.
    func decode(_ text: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var bitCount = 0
        for digit in text.prefix(while: { $0 != UInt8(ascii: "=") }) {
            guard let value = alphabet.firstIndex(of: digit) else { return nil }
            bits = bits << 6 & 0xffff | value
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(bits >> bitCount & 0xff))
            }
        }
        return encode(bytes) == text ? bytes : nil
    }

    /// The text that encodes `bytes`.
    func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var bits = 0
        var bitCount = 0
        for byte in bytes {
            bits = bits << 8 & 0xffff | Int(byte)
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                text.append(alphabet[bits >> bitCount & 0x3f])
            }
        }
        if bitCount > 0 { text.append(alphabet[bits << (6 - bitCount) & 0x3f]) }
        while isPadded, text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
        return text
    }
}
