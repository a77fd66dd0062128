/// The completion script for zsh: one function for each command, in the terms of `_arguments`.
struct ZshCompletion {
    let root: Command

    var text: String {
        let functions = root.tree.map(function).joined(separator: "\n")
        return """
            #compdef \(root.name)
            # zsh completion for \(root.name)
            # eval "$(\(root.name) completion zsh)"
            \(functions)
            compdef _\(root.name) \(root.name)

            """
    }

    private func function(_ command: Command) -> String {
        var lines = ["_\(command.path.joined(separator: "_"))() {"]
        let options = command.options.map { "        " + specification($0) }
        if command.subcommands.isEmpty {
            lines.append("    _arguments -S \\")
            lines += (options + operand(command)).map { $0 + " \\" }
            lines.append("        && return 0")
        } else {
            let list = command.subcommands.map { "'\($0.name):\(Self.quoted($0.summary, escaping: ":\\"))'" }
                .joined(separator: " ")
            lines.append("    local context state line")
            lines.append("    local -a commands=(\(list))")
            lines.append("    _arguments -C \\")
            lines += options.map { $0 + " \\" }
            lines.append("        '1: :->command' '*:: :->rest'")
            lines.append("    case $state in")
            lines.append("        command) _describe command commands ;;")
            lines.append("        rest) case $line[1] in")
            for subcommand in command.subcommands {
                lines.append("            \(subcommand.name)) _\(subcommand.path.joined(separator: "_")) ;;")
            }
            lines.append("        esac ;;")
            lines.append("    esac")
        }
        return (lines + ["}"]).joined(separator: "\n")
    }

    private func specification(_ option: Option) -> String {
        let start = option.isRepeatable ? "*" : ""
        let help = Self.quoted(option.help, escaping: "[]:\\")
        switch option.value {
        case .none: return "'\(start)\(option.spelling)[\(help)]'"
        case .text(let name), .integer(let name, _): return "'\(start)\(option.spelling)=[\(help)]:\(name): '"
        case .file(let name): return "'\(start)\(option.spelling)=[\(help)]:\(name):_files'"
        case .choice(let words):
            return "'\(start)\(option.spelling)=[\(help)]: :(\(words.joined(separator: " ")))'"
        }
    }

    private func operand(_ command: Command) -> [String] {
        guard let operand = command.operands.first else { return [] }
        let help = Self.quoted(operand.help, escaping: "[]:\\")
        switch operand.completion {
        case .nothing: return ["        '1:\(help): '"]
        case .files: return ["        '1:\(help):_files'"]
        case .words(let words): return ["        '1:\(help):(\(words.joined(separator: " ")))'"]
        }
    }

    /// `text` inside single quotes, with the characters that mean something to `_arguments` escaped.
    private static func quoted(_ text: String, escaping special: String) -> String {
        var result = ""
        for character in text {
            if character == "'" {
                result += "'\\''"
            } else {
                result += (special.contains(character) ? "\\" : "") + String(character)
            }
        }
        return result
    }
}
