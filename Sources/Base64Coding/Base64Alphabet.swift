/// The 64 characters that stand for the 6-bit values, as arithmetic instead of a table.
///
/// A table indexed by a key's bits leaves a trace in the cache. Here each character is computed from the value
/// (and back) by range comparisons on eight lanes at once, the same instructions for every value.
struct Base64Alphabet {
    /// The characters for 62 and 63: the only ones in which the two alphabets of RFC 4648 differ.
    let character62: UInt8, character63: UInt8

    /// RFC 4648 section 4: `+` and `/`.
    static var standard: Self {
        Self(character62: UInt8(ascii: "+"), character63: UInt8(ascii: "/"))
    }

    /// RFC 4648 section 5: `-` and `_`, for URLs and file names.
    static var urlSafe: Self {
        Self(character62: UInt8(ascii: "-"), character63: UInt8(ascii: "_"))
    }

    /// The characters for eight 6-bit values.
    ///
    /// From one range to the next, the distance between value and character changes by a constant:
    ///
    ///      0...25  A...Z  value + 65
    ///     26...51  a...z  value + 71            6 more
    ///     52...61  0...9  value − 4            75 less
    ///     62, 63   their own characters         whatever the exclusive or of the two is
    ///
    /// - Precondition: every lane is below 64.
    @inline(__always)
    func characters(for values: ByteLanes) -> ByteLanes {
        let fromLower = values.isAtLeast(26).mask & ByteLanes.repeating(6)
        let fromDigit = values.isAtLeast(52).mask & ByteLanes.repeating(75)
        // 62 and 63 come out as 58 and 59 here; both masks below touch only the lanes that they belong to.
        let base = values.word &+ ByteLanes.repeating(65) &+ fromLower &- fromDigit
        let only62 = values.isEqual(to: 62).mask & ByteLanes.repeating(58 ^ character62)
        let only63 = values.isEqual(to: 63).mask & ByteLanes.repeating(59 ^ character63)
        return ByteLanes(word: base ^ only62 ^ only63)
    }

    /// The 6-bit values of eight characters, and flags on the lanes whose character is in the alphabet. A lane
    /// that is not flagged holds an arbitrary value below 128.
    @inline(__always)
    func values(of characters: ByteLanes) -> (values: ByteLanes, isValid: ByteLanes) {
        let ascii = ByteLanes(word: characters.word & ByteLanes.repeating(0x7f))
        let upper = ascii.isIn(UInt8(ascii: "A")...UInt8(ascii: "Z"))
        let lower = ascii.isIn(UInt8(ascii: "a")...UInt8(ascii: "z"))
        let digit = ascii.isIn(UInt8(ascii: "0")...UInt8(ascii: "9"))
        let is62 = ascii.isEqual(to: character62)
        let is63 = ascii.isEqual(to: character63)

        // Subtracting modulo 128 is adding the complement: the sums stay below 256, the masks drop bit 7.
        let fromUpper = (ascii.word &+ ByteLanes.repeating(128 &- 65)) & upper.mask
        let fromLower = (ascii.word &+ ByteLanes.repeating(128 &- 71)) & lower.mask
        let fromDigit = (ascii.word &+ ByteLanes.repeating(4)) & digit.mask
        let from62 = is62.mask & ByteLanes.repeating(62)
        let from63 = is63.mask & ByteLanes.repeating(63)

        let known = upper.word | lower.word | digit.word | is62.word | is63.word
        return (
            ByteLanes(word: fromUpper | fromLower | fromDigit | from62 | from63),
            ByteLanes(word: known & ~characters.word)
        )
    }
}
