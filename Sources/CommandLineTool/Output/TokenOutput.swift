import JOSE

/// How a token is written to standard output.
enum TokenOutput: String, CaseIterable {
    /// The token and nothing else.
    case token
    /// A JSON object.
    case json
    /// A line for `curl --header @-`.
    case header
    /// Lines for `eval` in a POSIX shell.
    case env

    static let option = Option(
        "output", .choice(allCases.map(\.rawValue)),
        "what is printed: the bare token (default), a JSON object, an HTTP header line, or shell exports")

    /// What the user chose.
    init(_ arguments: Arguments) {
        self = arguments[Self.option].flatMap(Self.init(rawValue:)) ?? .token
    }

    /// The lines to print.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - type: how it is used in HTTP, for example `Bearer`.
    ///   - members: what else there is to say about it, named as in JSON; the token itself is among them.
    func text(token: String, type: String, members: [(name: String, value: JSONValue)]) -> String {
        switch self {
        case .token: return token + "\n"
        case .json: return JSONDisplay.text(.object(JSONObject(members))) + "\n"
        case .header: return "Authorization: \(type) \(token)\n"
        case .env: return members.map(Self.export).joined()
        }
    }

    /// The line for one of many tokens: nil if this form is not made of lines.
    func line(token: String, type: String) -> String? {
        switch self {
        case .token, .header: text(token: token, type: type, members: [])
        case .json: JSONDisplay.line(.object(JSONObject([("token", .string(token))]))) + "\n"
        case .env: nil
        }
    }

    private static func export(_ member: (name: String, value: JSONValue)) -> String {
        let text = member.value.stringValue ?? JSONDisplay.line(member.value)
        return "export \(member.name.uppercased())=\(quoted(text))\n"
    }

    /// `text` as one word of a POSIX shell. Between single quotes everything stands for itself, so only the quote itself needs
    /// care: every scalar of it, because one with an accent behind it is another `Character`, and a quote to the shell.
    private static func quoted(_ text: String) -> String {
        var result = "'".unicodeScalars
        for scalar in text.unicodeScalars {
            if scalar == "'" { result.append(contentsOf: "'\\'".unicodeScalars) }
            result.append(scalar)
        }
        result.append("'")
        return String(result)
    }
}
