/// Breaks text into lines and columns for a terminal. One character counts as one column.
enum TextLayout {
    /// The words of `text` in lines of at most `width` columns; a longer word has a line to itself.
    static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Two columns: terms on the left, their wrapped meanings on the right. A term too wide for its column has
    /// a line to itself.
    static func table(
        _ rows: [(term: String, meaning: String)], indentation: Int, width: Int
    ) -> [String] {
        let widest = 26
        let column = min(widest, rows.map(\.term.count).max() ?? 0)
        let margin = String(repeating: " ", count: indentation)
        let blank = margin + String(repeating: " ", count: column + 2)
        var lines: [String] = []
        for row in rows {
            var meaning = wrapped(row.meaning, width: width - blank.count)[...]
            if row.term.count > column {
                lines.append(margin + row.term)
            } else {
                let padded = row.term + String(repeating: " ", count: column - row.term.count)
                lines.append(margin + padded + "  " + (meaning.popFirst() ?? ""))
            }
            lines += meaning.map { blank + $0 }
        }
        return lines
    }
}
