extension Command {
    /// This command and everything below it.
    var tree: [Command] { [self] + subcommands.flatMap(\.tree) }

    /// What can follow the command where no option stands: its subcommands or its operand.
    var nextWords: Operand.Completion {
        subcommands.isEmpty ? operands.first?.completion ?? .nothing : .words(subcommands.map(\.name))
    }
}
