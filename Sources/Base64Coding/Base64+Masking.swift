extension Base64 {
    /// Copies `text` with `byte` in the place of every character of the alphabet: what is left is the layout of the text.
    ///
    /// The time depends on the size alone.
    ///
    /// - Precondition: both have the same size.
    package static func mask(
        _ text: UnsafeRawBufferPointer, with byte: UInt8, into target: UnsafeMutableRawBufferPointer
    ) {
        precondition(text.count == target.count, "the sizes differ")
        guard let source = text.baseAddress, let target = target.baseAddress else { return }
        var position = 0
        while position &+ 8 <= text.count {
            let masked = unsafe masked(ByteLanes.load(source + position), with: byte)
            unsafe masked.store(target + position)
            position &+= 8
        }
        // The rest side by side too: of a single byte's mask the optimiser makes a jump.
        var rest = ByteLanes(word: 0)
        for i in position..<text.count { unsafe rest.word = rest.word &<< 8 | UInt64(text[i]) }
        rest = masked(rest, with: byte)
        for i in stride(from: text.count &- 1, through: position, by: -1) {
            unsafe target.storeBytes(
                of: UInt8(truncatingIfNeeded: rest.word), toByteOffset: i, as: UInt8.self)
            rest.word &>>= 8
        }
    }

    /// Eight bytes, those of the alphabet replaced by `byte`.
    @inline(__always)
    private static func masked(_ lanes: ByteLanes, with byte: UInt8) -> ByteLanes {
        let isDigit = Base64Alphabet.standard.values(of: lanes).isValid.word
        // From the top bit of a lane to all of its bits.
        let mask = (isDigit &>> 7) &* 0xff
        return ByteLanes(word: lanes.word ^ mask & (lanes.word ^ ByteLanes.repeating(byte)))
    }
}
