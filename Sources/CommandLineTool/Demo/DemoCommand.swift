import RSA

/// `rs256 demo`: the whole way once, on this machine.
enum DemoCommand {
    static let command = Command(
        "rs256", "demo",
        summary: "show the whole way once: an identity provider and a token request, on this machine",
        discussion: [
            """
            Starts an identity provider in this process and asks it for an access token, through real HTTP and \
            exactly as Marketing Cloud Intelligence documents it. Each step is shown. The keys are test keys that are \
            printed in RFCs; nothing leaves this machine.
            """
        ],
        examples: [.init("look at every step", "rs256 demo")],
        exitCodes: ExitCode.allCases,
        content: .action(run))

    private static func run(_ arguments: Arguments, _ console: Console) async throws(CommandFailure) {
        let demonstration = try Demonstration(console)
        defer { demonstration.end() }
        try await demonstration.run()
    }
}
