/// `rs256 completion`: prints a completion script.
enum CompletionCommand {
    static let shells = ["bash", "zsh", "fish"]

    static let command = Command(
        "rs256", "completion",
        summary: "print a script that completes commands and options in your shell",
        operands: [Operand("SHELL", "bash, zsh or fish", completion: .words(shells))],
        examples: [
            .init("bash: put this line into ~/.bashrc", "eval \"$(rs256 completion bash)\""),
            .init("zsh: put this line into ~/.zshrc, after compinit", "eval \"$(rs256 completion zsh)\""),
            .init("fish", "rs256 completion fish > ~/.config/fish/completions/rs256.fish"),
        ],
        content: .action(run))

    private static func run(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        switch arguments.operands.first {
        case "bash": try console.write(BashCompletion(root: .root).text)
        case "zsh": try console.write(ZshCompletion(root: .root).text)
        case "fish": try console.write(FishCompletion(root: .root).text)
        default: throw .usage("the shell is one of \(shells.joined(separator: ", "))", of: command)
        }
    }
}
