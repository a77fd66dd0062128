import ConstantTime

/// A text that may hold keys, and its layout, which may steer branches.
///
/// The layout is the text with every base64 character replaced by `A`. What is left shows where lines end, where
/// dashes, padding and white space are, and nothing of a key. Of the letters themselves only the boundary lines
/// are revealed, with their labels. The parsers are ordinary code over the layout.
struct PEMText {
    /// The text.
    let secret: SecretSlice

    /// The layout: as many bytes as the text has.
    let layout: [UInt8]

    /// What stands for a base64 character in the layout.
    static let digit = UInt8(ascii: "A")

    /// The text in `secret`.
    ///
    /// - Complexity: O(n). Callers bound the size first.
    init(_ secret: SecretSlice) {
        self.secret = secret
        // Two passes: the first has no call in it, so that many bytes are masked at once.
        var masked = unsafe secret.withBytes { bytes in
            unsafe bytes.map { $0 ^ (Self.isBase64Digit($0).byteMask & ($0 ^ Self.digit)) }
        }
        for i in masked.indices { masked[i] = revealed(masked[i], as: .textLayout) }
        layout = masked
    }

    /// Whether `byte` is one of the 64 characters of RFC 4648 section 4.
    private static func isBase64Digit(_ byte: UInt8) -> Choice {
        let byte = UInt(byte)
        let isLetter = Choice.isLess((byte | 0x20) &- UInt(UInt8(ascii: "a")), 26)
        let isDecimal = Choice.isLess(byte &- UInt(UInt8(ascii: "0")), 10)
        let isPlus = Choice.isEqual(byte, UInt(UInt8(ascii: "+")))
        let isSlash = Choice.isEqual(byte, UInt(UInt8(ascii: "/")))
        return isLetter | isDecimal | isPlus | isSlash
    }

    /// Whether the text has `word` at `position`: reveals this and nothing else.
    func has(_ word: String, at position: Int) -> Bool {
        guard word.utf8.count <= layout.count - position else { return false }
        var isEqual = Choice.yes
        for (i, byte) in word.utf8.enumerated() {
            isEqual = isEqual & Choice.isEqual(UInt(secret[position + i]), UInt(byte))
        }
        return isEqual.revealed(as: .textLayout)
    }

    /// How many lines end in `range`. A line ends with CRLF, CR or LF (RFC 7468 section 3).
    func countOfLineEnds(in range: Range<Int>) -> Int {
        range.count { isLineEnd($0) }
    }

    /// Whether a line ends with the byte at `index`: LF, or CR without LF after it.
    private func isLineEnd(_ index: Int) -> Bool {
        layout[index] == UInt8(ascii: "\n")
            || layout[index] == UInt8(ascii: "\r")
                && !(index + 1 < layout.count && layout[index + 1] == UInt8(ascii: "\n"))
    }

    /// The line that starts at `start`, without its end, and where the next one starts.
    func line(from start: Int) -> (line: Range<Int>, next: Int) {
        let end = layout[start...].firstIndex { $0.isLineBreak } ?? layout.count
        let last = layout[end...].indices.first(where: isLineEnd) ?? layout.count - 1
        return (start..<end, last + 1)
    }
}

extension UInt8 {
    /// Whether this is CR or LF.
    var isLineBreak: Bool { self == 0x0a || self == 0x0d }

    /// Whether this is a space, a tab, CR, LF, vertical tab or form feed.
    var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}
