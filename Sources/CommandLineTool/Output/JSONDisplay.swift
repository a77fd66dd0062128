import JOSE

/// JSON for people: indented, and safe to show on a terminal. It stays JSON: what a terminal might act on is
/// written as `\uXXXX`.
enum JSONDisplay {
    /// `value` over several lines, without a newline at the end.
    static func text(_ value: JSONValue) -> String {
        text(value, margin: "")
    }

    /// `value` on one line.
    static func line(_ value: JSONValue) -> String {
        escaped(String(decoding: value.serialized(), as: UTF8.self))
    }

    private static func text(_ value: JSONValue, margin: String) -> String {
        let inner = margin + "  "
        switch value {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + text($0, margin: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n" + margin + "]"
        case .object(let object) where !object.members.isEmpty:
            let lines = object.members.map { member in
                inner + line(.string(member.name)) + ": " + text(member.value, margin: inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n" + margin + "}"
        default:
            return line(value)
        }
    }

    /// Outside of strings JSON has no character that is replaced here, so the whole text can be treated alike.
    private static func escaped(_ json: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            if Printable.isHarmless(scalar) {
                result.append(scalar)
            } else {
                for unit in UTF16.encode(scalar)?.map({ $0 }) ?? [] {
                    let digits = String(unit, radix: 16)
                    let padding = String(repeating: "0", count: 4 - digits.count)
                    result.append(contentsOf: "\\u\(padding)\(digits)".unicodeScalars)
                }
            }
        }
        return String(result)
    }
}
