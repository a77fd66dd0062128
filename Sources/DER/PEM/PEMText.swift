import Base64Coding
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
        layout = unsafe [UInt8](unsafeUninitializedCapacity: secret.count) { layout, count in
            count = secret.count
            let masked = unsafe UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(layout)[..<count])
            unsafe secret.withBytes { unsafe Base64.mask($0, with: Self.digit, into: masked) }
            unsafe reveal(masked, as: .textLayout)
        }
    }

    /// Whether the text has `word` at `position`: reveals this and nothing else.
    func has(_ word: String, at position: Int) -> Bool {
        guard word.utf8.count <= layout.count - position else { return false }
        let isEqual = unsafe secret.withBytes { bytes in
            var isEqual = Choice.yes
            var position = position
            for byte in word.utf8 {
                isEqual = isEqual & Choice.isEqual(UInt(unsafe bytes[position]), UInt(byte))
                position += 1
            }
            return isEqual
        }
        return isEqual.revealed(as: .textLayout)
    }

    /// Where in `range` of the layout the first byte is that satisfies a condition.
    @inline(__always)
    func firstIndex(in range: Range<Int>, where isWanted: (UInt8) -> Bool) -> Int? {
        // Without the checks that a slice of an array makes for each element.
        unsafe layout.withUnsafeBufferPointer { layout in
            for i in range where unsafe isWanted(layout[i]) { return i }
            return nil
        }
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
        let end = firstIndex(in: start..<layout.count) { $0.isLineBreak } ?? layout.count
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
