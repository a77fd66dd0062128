extension Command {
    /// `rs256` itself.
    static let root = Command(
        "rs256",
        summary: "from an RSA key to a signed token to an access token, in pure Swift",
        discussion: [
            """
            Results go to standard output and everything else to standard error, so that \
            TOKEN=$(rs256 token …) works. Keys are read from a file, from standard input or from an environment \
            variable, and never from the command line itself, which other users of the machine can see.
            """
        ],
        groups: [Option.Group("Options", [Option("version", .none, "print the version")])],
        examples: [
            .init("see the whole way once, on a local identity provider", "rs256 demo")
        ],
        exitCodes: ExitCode.allCases,
        content: .commands([
            DemoCommand.command, TokenCommand.command, SignCommand.command, VerifyCommand.command,
            InspectCommand.command, KeyCommand.command, IdentityProviderCommand.command,
            CompletionCommand.command,
        ]))
}
