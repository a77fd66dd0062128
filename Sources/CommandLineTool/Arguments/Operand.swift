/// An argument without a name, such as the `TOKEN` of `rs256 inspect TOKEN`.
struct Operand: Sendable {
    /// The placeholder, in capitals.
    let name: String

    /// What it is, for the help page.
    let help: String

    /// What completion offers in its place.
    let completion: Completion

    /// Whether the command can do without it.
    let isOptional: Bool

    init(_ name: String, _ help: String, completion: Completion = .nothing, isOptional: Bool = false) {
        self.name = name
        self.help = help
        self.completion = completion
        self.isOptional = isOptional
    }

    /// The operand on the usage line.
    var usage: String { isOptional ? "[\(name)]" : name }

    /// What a shell can offer for an operand.
    enum Completion: Sendable {
        case nothing
        case files
        case words([String])
    }
}
