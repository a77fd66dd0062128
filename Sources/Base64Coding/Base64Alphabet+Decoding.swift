import ConstantTime

extension Base64Alphabet {
    /// The largest text that is decoded, in bytes: see ``Base64/maximumByteCount``.
    static let maximumByteCount = 1 << 24

    /// Decodes the digits of `text` to `bytes`, without an early exit: the time depends on the sizes alone.
    ///
    /// - Returns: whether every character is in the alphabet and the bits that complete no byte are zero
    ///   (RFC 4648 section 3.5). If not, `bytes` holds nonsense.
    /// - Precondition: `bytes` has exactly `layout.decodedCount` bytes.
    func decode(
        _ text: UnsafeRawBufferPointer, _ layout: Base64Layout, into bytes: UnsafeMutableRawBufferPointer
    ) -> Choice {
        guard let source = text.baseAddress, let target = bytes.baseAddress else { return .yes }
        var valid: UInt64 = .max
        var read = 0
        var written = 0
        // Eight characters become six bytes. The store writes eight, of which the last two are overwritten by
        // the next round; so it stops while there is still room for two more.
        while read &+ 8 <= layout.digitCount, written &+ 8 <= bytes.count {
            let (sextets, isValid) = unsafe values(of: ByteLanes.load(source + read))
            valid &= isValid.word
            unsafe ByteLanes(word: Self.gather(sextets) &<< 16).store(target + written)
            read &+= 8
            written &+= 6
        }
        var leftOver: UInt64 = 0
        while read < layout.digitCount {
            // A last group that is not full is filled up with "A", whose bits are zero.
            let count = min(8, layout.digitCount &- read)
            var lanes = ByteLanes(word: ByteLanes.repeating(UInt8(ascii: "A")))
            for i in 0..<count {
                unsafe lanes.word ^= UInt64(text[read &+ i] ^ UInt8(ascii: "A")) &<< UInt64(56 &- 8 &* i)
            }
            let (sextets, isValid) = values(of: lanes)
            valid &= isValid.word
            var bits = Self.gather(sextets) &<< 16
            for _ in 0..<(count &* 3 / 4) {
                unsafe bytes[written] = UInt8(truncatingIfNeeded: bits &>> 56)
                bits &<<= 8
                written &+= 1
            }
            leftOver |= bits
            read &+= count
        }
        let invalid = ~valid & ByteLanes.repeating(0x80) | leftOver
        return Choice.isZero(UInt(truncatingIfNeeded: invalid | invalid &>> 32))
    }

    /// Gathers eight lanes of six bits to the lower 48 bits: the inverse of `spread`.
    @inline(__always)
    private static func gather(_ lanes: ByteLanes) -> UInt64 {
        let by12 = (lanes.word & 0x3f00_3f00_3f00_3f00) &>> 2 | lanes.word & 0x003f_003f_003f_003f
        let by24 = (by12 & 0x0fff_0000_0fff_0000) &>> 4 | by12 & 0x0000_0fff_0000_0fff
        return (by24 & 0x00ff_ffff_0000_0000) &>> 8 | by24 & 0x0000_0000_00ff_ffff
    }

    /// What is wrong with `text`, at the first place where something is, counted in characters.
    ///
    /// - Precondition: `decode` or `Base64Layout.isComplete` found fault with it. So it is no key any more, and
    ///   how far its characters are in the alphabet may be revealed.
    func firstError(
        in text: UnsafeRawBufferPointer, _ layout: Base64Layout, padding: Bool
    ) -> Base64Error {
        for i in 0..<layout.digitCount {
            let isValid = unsafe values(of: ByteLanes(word: UInt64(text[i]))).isValid
            if !Choice.isEqual(UInt(truncatingIfNeeded: isValid.word & 0xff), 0x80).revealed(as: .textLayout)
            {
                let character = unsafe revealed(text[i], as: .textLayout)
                return Base64Error(kind: .init(misplaced: character), offset: i)
            }
        }
        let allowedPadding = padding ? layout.wantedPadding : 0
        if layout.remainder == 1 {
            return Base64Error(kind: .incompleteGroup, offset: layout.digitCount - 1)
        } else if layout.paddingCount > allowedPadding {
            return Base64Error(kind: .unexpectedPadding, offset: layout.digitCount + allowedPadding)
        } else if layout.paddingCount < allowedPadding {
            return Base64Error(kind: .missingPadding, offset: text.count)
        } else {
            return Base64Error(kind: .unusedBitsNotZero, offset: layout.digitCount - 1)
        }
    }
}
