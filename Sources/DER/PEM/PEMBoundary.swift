import ConstantTime

/// A line like `-----BEGIN PRIVATE KEY-----`: an encapsulation boundary (RFC 7468 section 2).
struct PEMBoundary {
    /// `BEGIN` or `END`.
    enum Side { case begin, end }

    /// Which of the two lines it is.
    let side: Side

    /// What is between them: "PRIVATE KEY".
    let label: String

    /// Where the boundary is in the text, dashes included.
    let range: Range<Int>

    /// The five hyphens at both ends.
    static let dashes = "-----"

    /// How long a label may be, in bytes. The longest in use, "ENCRYPTED PRIVATE KEY", has 21. The bound keeps a
    /// text without closing dashes from being revealed.
    static let maximumLabelCount = 64

    /// Whether `label` follows the grammar: printable characters with single spaces or hyphens between them.
    /// The empty label, which the grammar has too, is refused: it names nothing.
    static func isLabel(_ label: some Collection<UInt8>) -> Bool {
        var mayPart = false
        for byte in label {
            let parts = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
            guard (0x20...0x7e).contains(byte), mayPart || !parts else { return false }
            mayPart = !parts
        }
        return mayPart && label.count <= maximumLabelCount
    }
}

extension PEMText {
    /// Which boundary the text after five dashes at `position` announces, if any.
    func announcedSide(at position: Int) -> PEMBoundary.Side? {
        if has("BEGIN", at: position) { return .begin }
        return has("END", at: position) ? .end : nil
    }

    /// The boundary that starts at `position`; nil if what is there is none.
    ///
    /// - Parameters:
    ///   - position: where five dashes are.
    ///   - isLenient: whether any run of white space counts as one space, and more than five dashes may end the boundary.
    func boundary(at position: Int, isLenient: Bool) -> PEMBoundary? {
        let start = position + PEMBoundary.dashes.utf8.count
        guard let side = announcedSide(at: start) else { return nil }
        let space = start + (side == .begin ? 5 : 3)
        var end = space
        while !hasDashes(at: end) {
            guard end - space <= PEMBoundary.maximumLabelCount else { return nil }
            end += 1
        }
        // One space, and the label. Only now, between two rows of dashes, are its letters revealed.
        var label: [UInt8] = []
        for i in space..<end {
            let isSpace = isLenient && layout[i].isWhiteSpace
            if isSpace, label.last == UInt8(ascii: " ") { continue }
            label.append(isSpace ? UInt8(ascii: " ") : revealed(secret[i], as: .textLayout))
        }
        guard label.first == UInt8(ascii: " "), PEMBoundary.isLabel(label.dropFirst()) else { return nil }
        end += PEMBoundary.dashes.utf8.count
        while isLenient, end < layout.count, layout[end] == UInt8(ascii: "-") { end += 1 }
        return PEMBoundary(
            side: side, label: String(decoding: label.dropFirst(), as: UTF8.self), range: position..<end)
    }

    /// Whether five dashes start at `position`, which may be beyond the text.
    func hasDashes(at position: Int) -> Bool {
        let count = PEMBoundary.dashes.utf8.count
        guard count <= layout.count - position else { return false }
        return layout[position..<position + count].allSatisfy { $0 == UInt8(ascii: "-") }
    }
}
