/// The completion script for fish: one `complete` line for each word that can be offered.
struct FishCompletion {
    let root: Command

    var text: String {
        let lines = root.tree.flatMap(lines)
        return """
            # fish completion for \(root.name)
            # \(root.name) completion fish | source
            function __\(root.name)_at
                set -l command \(root.name)
                for word in (commandline -opc)[2..]
                    if contains -- "$command $word" \(paths)
                        set command "$command $word"
                    end
                end
                test "$command" = "$argv"
            end
            complete -c \(root.name) -f
            \(lines.joined(separator: "\n"))

            """
    }

    private var paths: String {
        root.tree.dropFirst().map { "'\($0.spelling)'" }.joined(separator: " ")
    }

    private func lines(_ command: Command) -> [String] {
        let start = "complete -c \(root.name) -n '__\(root.name)_at \(command.spelling)'"
        var lines = command.subcommands.map { "\(start) -a \($0.name) -d \(Self.quoted($0.summary))" }
        if command.subcommands.isEmpty {
            switch command.nextWords {
            case .nothing: break
            case .files: lines.append("\(start) -F")
            case .words(let words): lines.append("\(start) -a '\(words.joined(separator: " "))'")
            }
        }
        return lines
            + command.options.map { option in
                let line = "\(start) -l \(option.name) -d \(Self.quoted(option.help))"
                switch option.value {
                case .none: return line
                case .text, .integer: return line + " -x"
                case .file: return line + " -r -F"
                case .choice(let words): return line + " -x -a '\(words.joined(separator: " "))'"
                }
            }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
