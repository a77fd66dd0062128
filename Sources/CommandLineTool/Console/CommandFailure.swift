/// Why a command did not succeed: the exit code, and what the user reads about it.
struct CommandFailure: Error, Sendable {
    let code: ExitCode

    /// What is wrong, and where.
    let message: String

    /// What helps to understand or to mend it, as far as that needs lines of its own.
    let hints: [String]

    init(_ code: ExitCode, _ message: String, hints: [String] = []) {
        self.code = code
        self.message = message
        self.hints = hints
    }

    /// The command line of `command` is wrong.
    static func usage(_ message: String, of command: Command) -> CommandFailure {
        CommandFailure(.usage, message, hints: ["see \(command.spelling) --help"])
    }

    /// The command line is wrong.
    static func usage(_ message: String) -> CommandFailure {
        CommandFailure(.usage, message)
    }
}
