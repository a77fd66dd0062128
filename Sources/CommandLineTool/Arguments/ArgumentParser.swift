/// Reads the command line.
///
/// `--name value` and `--name=value` mean the same. After `--` everything is an operand; a single `-` is one
/// too, and stands for standard input. Options and operands may come in any order.
enum ArgumentParser {
    /// What the command line asks for.
    enum Request {
        /// Run this command with these arguments.
        case run(Command, Arguments)
        /// Show the help page of this command.
        case help(Command)
        /// Say which version this is.
        case version
    }

    /// Finds the command among `words` (without the program's own name) and reads what follows it.
    ///
    /// - Throws: a usage failure that says what is wrong and, where one is close, what was probably meant.
    static func parse(_ words: [String], of root: Command) throws(CommandFailure) -> Request {
        var command = root
        var rest = words[...]
        while !command.subcommands.isEmpty {
            guard let word = rest.popFirst() else { throw missingCommand(below: command) }
            if word == "--help" || word == "-h" { return .help(command) }
            if word == "help" { return .help(try find(Array(rest), below: command)) }
            if word == "--version", command.path == root.path { return .version }
            guard let next = command.subcommands.first(where: { $0.name == word }) else {
                throw unknownCommand(word, below: command)
            }
            command = next
        }
        return try parse(rest, for: command)
    }

    private static func parse(
        _ words: ArraySlice<String>, for command: Command
    ) throws(CommandFailure) -> Request {
        var rest = words
        var arguments = Arguments()
        if words.contains(where: { $0.contains("PRIVATE KEY-----") }) { throw keyOnCommandLine(command) }
        while let word = rest.popFirst() {
            if word == "--" {
                for operand in rest { try append(operand, to: &arguments, of: command) }
                break
            }
            if word == "-h" || word == Option.help.spelling { return .help(command) }
            if word.hasPrefix("-"), word != "-" {
                try readOption(word, &rest, into: &arguments, of: command)
            } else {
                try append(word, to: &arguments, of: command)
            }
        }
        if let missing = command.operands.dropFirst(arguments.operands.count).first(where: { !$0.isOptional })
        {
            throw .usage("\(missing.name) is missing: \(missing.help)", of: command)
        }
        return .run(command, arguments)
    }

    private static func readOption(
        _ word: String, _ rest: inout ArraySlice<String>, into arguments: inout Arguments, of command: Command
    ) throws(CommandFailure) {
        let assignment = word.assignment
        let spelling = assignment?.name ?? word
        guard let option = command.options.first(where: { $0.spelling == spelling }) else {
            throw unknownOption(spelling, of: command)
        }
        if arguments.contains(option), !option.isRepeatable {
            throw .usage("\(option.spelling) is given twice", of: command)
        }
        var value = assignment?.value
        switch option.value {
        case .none:
            if value != nil { throw .usage("\(option.spelling) takes no value", of: command) }
        default:
            if value == nil, let next = rest.first, !isOption(next, of: command) {
                value = next
                rest.removeFirst()
            }
            guard let value else {
                throw .usage("\(option.spelling) needs a value: \(option.usage)", of: command)
            }
            try check(value, of: option, of: command)
        }
        arguments.append(option, value: value ?? "")
    }

    /// Whether `word` is an option of `command`, so that it cannot be the value of the option before it. A value
    /// that looks like one can be given as `--name=value`.
    private static func isOption(_ word: String, of command: Command) -> Bool {
        let spelling = word.assignment?.name ?? word
        return command.options.contains { $0.spelling == spelling }
    }

    private static func check(
        _ value: String, of option: Option, of command: Command
    ) throws(CommandFailure) {
        switch option.value {
        case .choice(let words) where !words.contains(value):
            let meant = Suggestion.closest(to: value, among: words).map { "; did you mean \($0)?" } ?? ""
            throw .usage(
                "\(option.spelling) is one of \(words.joined(separator: ", ")), not \(quoted(value))\(meant)",
                of: command)
        case .integer(_, let bounds):
            guard let number = Int64(value) else {
                throw .usage("\(option.spelling) takes a whole number, not \(quoted(value))", of: command)
            }
            guard bounds.contains(number) else {
                throw .usage(
                    "\(option.spelling) is from \(bounds.lowerBound) to \(bounds.upperBound), not \(number)",
                    of: command)
            }
        default: break
        }
    }

    private static func append(
        _ operand: String, to arguments: inout Arguments, of command: Command
    ) throws(CommandFailure) {
        guard arguments.operands.count < command.operands.count else {
            throw .usage("unexpected argument \(quoted(operand))", of: command)
        }
        arguments.append(operand: operand)
    }
}

extension ArgumentParser {
    /// The command that `words` name, for `rs256 help key inspect`.
    private static func find(_ words: [String], below command: Command) throws(CommandFailure) -> Command {
        var command = command
        for word in words {
            guard let next = command.subcommands.first(where: { $0.name == word }) else {
                throw unknownCommand(word, below: command)
            }
            command = next
        }
        return command
    }

    private static func missingCommand(below command: Command) -> CommandFailure {
        let names = command.subcommands.map(\.name).joined(separator: ", ")
        return .usage("a command is missing; one of \(names)", of: command)
    }

    private static func unknownCommand(_ word: String, below command: Command) -> CommandFailure {
        if word.hasPrefix("-") { return unknownOption(word, of: command) }
        let meant = Suggestion.closest(to: word, among: command.subcommands.map(\.name))
        return .usage(
            "unknown command \(quoted(word))" + (meant.map { "; did you mean \($0)?" } ?? ""), of: command)
    }

    private static func unknownOption(_ spelling: String, of command: Command) -> CommandFailure {
        let name = String(spelling.drop { $0 == "-" })
        let meant = Suggestion.closest(to: name, among: command.options.map(\.name))
        return .usage(
            "unknown option \(quoted(spelling))" + (meant.map { "; did you mean --\($0)?" } ?? ""),
            of: command)
    }

    private static func keyOnCommandLine(_ command: Command) -> CommandFailure {
        .usage(Excerpt.keyHint, of: command)
    }

    /// What the user typed, for an error message.
    private static func quoted(_ word: String) -> String {
        "\"\(Printable.line(Excerpt.text(word, limit: 40)))\""
    }
}
