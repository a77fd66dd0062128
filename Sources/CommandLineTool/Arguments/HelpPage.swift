/// The text of `--help`.
struct HelpPage {
    let command: Command
    let style: TextStyle

    /// How wide the page is, in columns.
    private static let width = 88

    var text: String {
        var lines = [style.bold(command.spelling) + ": " + command.summary, ""] + usage
        for paragraph in command.discussion {
            lines += [""] + TextLayout.wrapped(paragraph, width: Self.width)
        }
        lines += section("Commands", command.subcommands.map { ($0.name, $0.summary) })
        lines += section("Arguments", command.operands.map { ($0.name, $0.help) })
        for group in groups {
            lines += section(group.title, group.options.map { ($0.usage, $0.help) })
        }
        lines += examples
        lines += section("Exit codes", command.exitCodes.map { (String($0.rawValue), $0.meaning) })
        return lines.joined(separator: "\n") + "\n"
    }

    private var usage: [String] {
        let words =
            command.subcommands.isEmpty ? command.operands.map(\.usage) + command.needs : ["<command>"]
        let line = (words + ["[options]"]).joined(separator: " ")
        let margin = String(repeating: " ", count: "Usage: \(command.spelling) ".count)
        let wrapped = TextLayout.wrapped(line, width: Self.width - margin.count)
        let first = style.bold("Usage:") + " " + command.spelling + " " + (wrapped.first ?? "")
        return [first] + wrapped.dropFirst().map { margin + $0 }
    }

    /// The groups of the command, with `--help` in the last one.
    private var groups: [Option.Group] {
        guard let last = command.groups.last else { return [Option.Group("Options", [.help])] }
        return command.groups.dropLast() + [Option.Group(last.title, last.options + [.help])]
    }

    private var examples: [String] {
        guard !command.examples.isEmpty else { return [] }
        var lines = ["", style.bold("Examples:")]
        for example in command.examples {
            let purpose = TextLayout.wrapped(example.purpose, width: Self.width - 4)
            lines += purpose.map { "  " + style.faint("# " + $0) }
            lines += example.lines.map { "  " + $0 }
        }
        return lines
    }

    /// A heading and a table of two columns; nothing if there are no rows.
    private func section(_ title: String, _ rows: [(term: String, meaning: String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let table = TextLayout.table(rows, indentation: 2, width: Self.width)
        return ["", style.bold(title + ":")] + table
    }
}
