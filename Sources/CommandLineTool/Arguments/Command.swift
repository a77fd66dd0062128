/// A command of the tool: what it is called, what it takes, how it is explained, and what it does.
///
/// Help pages, completion scripts and the parser all read this one description.
struct Command: Sendable {
    /// The words that call it, from `rs256` on.
    let path: [String]

    /// What it does, in one phrase without a full stop.
    let summary: String

    /// The options that have to be given, for the usage line.
    let needs: [String]

    /// Paragraphs below the usage line.
    let discussion: [String]

    let operands: [Operand]
    let groups: [Option.Group]

    /// Command lines to copy, each with a word on what it does.
    let examples: [Example]

    /// How it can end.
    let exitCodes: [ExitCode]

    let content: Content

    /// What a command consists of.
    enum Content: Sendable {
        /// It does something.
        case action(Action)
        /// It is a name for other commands.
        case commands([Command])
    }

    typealias Action = @Sendable (Arguments, Console) async throws(CommandFailure) -> Void

    /// A command line and what it is for.
    struct Example: Sendable {
        let purpose: String
        let lines: [String]

        init(_ purpose: String, _ lines: String...) {
            self.purpose = purpose
            self.lines = lines
        }
    }

    init(
        _ path: String..., summary: String, needs: [String] = [], discussion: [String] = [],
        operands: [Operand] = [], groups: [Option.Group] = [], examples: [Example] = [],
        exitCodes: [ExitCode] = [.done, .usage, .unreadable], content: Content
    ) {
        self.path = path
        self.summary = summary
        self.needs = needs
        self.discussion = discussion
        self.operands = operands
        self.groups = groups
        self.examples = examples
        self.exitCodes = exitCodes
        self.content = content
    }

    /// The last word of the path.
    var name: String { path.last ?? "" }

    /// The words that call it, as they are typed.
    var spelling: String { path.joined(separator: " ") }

    /// Every option the command accepts.
    var options: [Option] { groups.flatMap(\.options) + [.help] }

    /// The commands below this one.
    var subcommands: [Command] {
        switch content {
        case .action: []
        case .commands(let commands): commands
        }
    }
}
