/// The completion script for bash.
///
/// The script finds the command from the words before the cursor, then offers values after an option that takes
/// one, and otherwise options, subcommands or files.
struct BashCompletion {
    let root: Command

    var text: String {
        """
        # bash completion for \(root.name)
        # eval "$(\(root.name) completion bash)"
        _\(root.name)() {
            local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
            local command="\(root.name)" index
            COMPREPLY=()
            for ((index = 1; index < COMP_CWORD; index++)); do
                case "$command ${COMP_WORDS[index]}" in
                    \(paths)) command="$command ${COMP_WORDS[index]}" ;;
                esac
            done
            case "$command $previous" in
        \(values.joined(separator: "\n"))
            esac
            if [[ "$word" == -* ]]; then
                case "$command" in
        \(options.joined(separator: "\n"))
                esac
            else
                case "$command" in
        \(words.joined(separator: "\n"))
                esac
            fi
        }
        complete -F _\(root.name) \(root.name)

        """
    }

    private var paths: String {
        root.tree.dropFirst().map { "\"\($0.spelling)\"" }.joined(separator: " | ")
    }

    /// One line for each option with a value.
    private var values: [String] {
        root.tree.flatMap { command in
            command.options.compactMap { option in
                let place = "        \"\(command.spelling) \(option.spelling)\")"
                switch option.value {
                case .none: return nil
                case .text, .integer: return "\(place) return ;;"
                case .file: return "\(place) \(Self.files); return ;;"
                case .choice(let words): return "\(place) \(Self.offer(words)); return ;;"
                }
            }
        }
    }

    /// One line for each command: its options.
    private var options: [String] {
        root.tree.map { "            \"\($0.spelling)\") \(Self.offer($0.options.map(\.spelling))) ;;" }
    }

    /// One line for each command that takes a word.
    private var words: [String] {
        root.tree.compactMap { command in
            let place = "            \"\(command.spelling)\")"
            switch command.nextWords {
            case .nothing: return nil
            case .files: return "\(place) \(Self.files) ;;"
            case .words(let words): return "\(place) \(Self.offer(words)) ;;"
            }
        }
    }

    private static let files = "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$word\"))"

    private static func offer(_ words: [String]) -> String {
        "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
    }
}
