extension Base64Alphabet {
    /// How many characters encode `byteCount` bytes.
    static func encodedCount(_ byteCount: Int, padding: Bool) -> Int {
        let whole = byteCount / 3 * 4
        switch byteCount % 3 {
        case 0: return whole
        case 1: return whole + (padding ? 4 : 2)
        default: return whole + (padding ? 4 : 3)
        }
    }

    /// Writes the characters for `bytes` to `text`. The time depends on the number of bytes alone.
    ///
    /// - Precondition: `text` has exactly `encodedCount(bytes.count, padding:)` bytes for the padding wanted.
    func encode(_ bytes: UnsafeRawBufferPointer, into text: UnsafeMutableRawBufferPointer) {
        guard let source = bytes.baseAddress, let target = text.baseAddress else { return }
        var read = 0
        var written = 0
        // Six bytes become eight characters. The load takes eight bytes, of which the last two are left alone.
        while read &+ 8 <= bytes.count {
            let sextets = unsafe Self.spread(ByteLanes.load(source + read).word &>> 16)
            unsafe characters(for: sextets).store(target + written)
            read &+= 6
            written &+= 8
        }
        while read < bytes.count {
            let count = min(6, bytes.count &- read)
            var group: UInt64 = 0
            for i in 0..<count {
                unsafe group |= UInt64(bytes[read &+ i]) &<< UInt64(40 &- 8 &* i)
            }
            let ascii = characters(for: Self.spread(group)).word
            for i in 0..<Self.encodedCount(count, padding: false) {
                unsafe text[written &+ i] = UInt8(truncatingIfNeeded: ascii &>> UInt64(56 &- 8 &* i))
            }
            read &+= count
            written &+= Self.encodedCount(count, padding: false)
        }
        for i in written..<text.count {
            unsafe text[i] = UInt8(ascii: "=")
        }
    }

    /// Spreads the lower 48 bits of `group` to eight lanes of six bits, in halves: 24, 12, then 6 bits a lane.
    @inline(__always)
    private static func spread(_ group: UInt64) -> ByteLanes {
        let by24 = (group & 0x0000_ffff_ff00_0000) &<< 8 | group & 0x0000_0000_00ff_ffff
        let by12 = (by24 & 0x00ff_f000_00ff_f000) &<< 4 | by24 & 0x0000_0fff_0000_0fff
        let by6 = (by12 & 0x0fc0_0fc0_0fc0_0fc0) &<< 2 | by12 & 0x003f_003f_003f_003f
        return ByteLanes(word: by6)
    }
}
