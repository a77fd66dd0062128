import ConstantTime

extension PEMText {
    /// The text with escapes undone and invisible characters replaced by spaces.
    ///
    /// Which characters are escaped is layout; what `\u00XX` stands for is not, since it may be one of the key.
    ///
    /// - Complexity: O(n).
    func unescaped() -> SecretSlice {
        let output = SecretBytes(count: layout.count)
        var written = 0
        unsafe output.withMutableBytes { output in
            var position = 0
            while position < layout.count {
                let (byte, next) = unescapedByte(at: position)
                unsafe output[written] = byte
                written += 1
                position = next
            }
        }
        return SecretSlice(output, 0..<written)
    }

    /// The byte that the text at `position` stands for, and where the text goes on.
    private func unescapedByte(at position: Int) -> (byte: UInt8, next: Int) {
        if layout[position] == UInt8(ascii: "\\") { return escape(at: position) }
        let invisibleCount = countOfInvisibleBytes(at: position)
        guard invisibleCount == 0 else { return (UInt8(ascii: " "), position + invisibleCount) }
        return (secret[position], position + 1)
    }

    /// What the backslashes at `position` and the character after them stand for. Each time that a text is put
    /// into JSON or a shell string the backslashes double, so all of them count as one.
    ///
    /// An unknown escape keeps one backslash, which is refused later if it is within a block.
    private func escape(at position: Int) -> (byte: UInt8, next: Int) {
        var next = position
        while next < layout.count, layout[next] == UInt8(ascii: "\\") { next += 1 }
        guard next < layout.count else { return (UInt8(ascii: "\\"), next) }
        // What follows a backslash names the escape and is no character of the key (but for "/", which some
        // JSON writers escape).
        switch revealed(secret[next], as: .textLayout) {
        case UInt8(ascii: "n"): return (UInt8(ascii: "\n"), next + 1)
        case UInt8(ascii: "r"): return (UInt8(ascii: "\r"), next + 1)
        case UInt8(ascii: "t"): return (UInt8(ascii: "\t"), next + 1)
        case UInt8(ascii: "u"):
            guard let byte = byte(hexadecimalAt: next + 1) else { return (UInt8(ascii: "\\"), next) }
            return (byte, next + 5)
        case let byte where Self.standsForItself(byte): return (byte, next + 1)
        default: return (UInt8(ascii: "\\"), next)
        }
    }

    /// Whether a backslash leaves `byte` what it is: solidus, quotation marks, space, and line ends, where a shell
    /// continues a line.
    private static func standsForItself(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: " ") || byte.isLineBreak
    }

    /// The byte that four hexadecimal digits at `position` stand for; nil if they are not digits or above 00FF.
    /// The value itself is not revealed.
    private func byte(hexadecimalAt position: Int) -> UInt8? {
        guard has("00", at: position), position + 4 <= layout.count else { return nil }
        let (high, isHighDigit) = Self.hexadecimal(secret[position + 2])
        let (low, isLowDigit) = Self.hexadecimal(secret[position + 3])
        return (isHighDigit & isLowDigit).revealed(as: .textLayout) ? high &<< 4 | low : nil
    }

    /// The value of a hexadecimal digit of either case, and whether it is one.
    private static func hexadecimal(_ digit: UInt8) -> (value: UInt8, isDigit: Choice) {
        let isDecimal = Choice.isLess(UInt(digit) &- UInt(UInt8(ascii: "0")), 10)
        let isLetter = Choice.isLess(UInt(digit | 0x20) &- UInt(UInt8(ascii: "a")), 6)
        return ((digit & 0x0f) &+ (isLetter.byteMask & 9), isDecimal | isLetter)
    }

    /// How many bytes a character takes that comes along unseen with a copy from a web page; 0 if another, or none,
    /// is at `position`.
    private func countOfInvisibleBytes(at position: Int) -> Int {
        guard layout[position] >= 0xc2, position + 1 < layout.count else { return 0 }
        let third = position + 2 < layout.count ? layout[position + 2] : 0
        switch (layout[position], layout[position + 1], third) {
        case (0xc2, 0xa0, _): return 2  // U+00A0, no-break space
        case (0xe2, 0x80, 0x8b): return 3  // U+200B, zero-width space
        case (0xe2, 0x80, 0xa8): return 3  // U+2028, line separator
        case (0xef, 0xbb, 0xbf): return 3  // U+FEFF, byte order mark
        default: return 0
        }
    }
}
