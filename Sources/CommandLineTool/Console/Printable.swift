/// Makes text from outside safe to show on a terminal.
///
/// Claims, answers of servers and file names may hold escape sequences that move the cursor, change the title
/// or hide text, and direction marks that reorder it.
enum Printable {
    /// `text` on one line, with everything that a terminal might act on written as `\u{…}`.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHarmless(scalar) {
                result.append(scalar)
            } else {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            }
        }
        return String(result)
    }

    /// Whether `scalar` prints as itself: no control character (C0, DEL, C1), no separator of lines or
    /// paragraphs, no format character, nothing unassigned or for private use.
    static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }
}
