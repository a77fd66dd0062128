import JOSE
import LocalIdentityProvider
import RSA
import TokenExchange

/// `rs256 idp`: an identity provider on this machine.
enum IdentityProviderCommand {
    static let port = Option(
        "port", .integer("PORT", 0...65_535), "where it listens; 0, the default, takes a free one")
    static let client = Option(
        "client", .text("ID=FILE"), "a client and the file with its key; may be repeated", isRepeatable: true)
    static let audience = Option(
        "audience", .text("AUD"), "what aud of an assertion may be; may be repeated", isRepeatable: true)
    static let lifetime = Option(
        "token-lifetime", .integer("SECONDS", 1...86_400), "how long the access tokens are valid (300)")
    static let subject = Option(
        "subject", .text("SUB"),
        "whom clients may ask tokens for besides themselves, with the grant jwt-bearer; may be repeated",
        isRepeatable: true)
    static let tokenType = Option(
        "token-type", .text("TYPE"), "write token_type into the answers, Bearer for example")
    static let printKey = Option(
        "print-key", .none, "print the private key of the client demo, a published test key, and end")
    static let output = Option(
        "output", .choice(["text", "json"]), "text (default), or a JSON object on one line")

    /// The client that is known if no other is given.
    static let demoClientID = "demo"

    static let command = Command(
        "rs256", "idp",
        summary: "run an identity provider on this machine, to try and to test clients",
        discussion: [
            """
            Listens on 127.0.0.1 and verifies assertions as a careful provider does: signature, audience, age, and \
            that none comes twice. It prints its addresses on standard output and a line for each request on standard \
            error, and runs until Ctrl-C.
            """,
            """
            Without --client it knows the client \(demoClientID), whose key is in every copy of this program. Without \
            --audience it expects that of Marketing Cloud Intelligence, and without --token-type it leaves out \
            token_type, as that does.
            """,
        ],
        groups: [
            Option.Group("Options", [port, client, audience, subject, lifetime, tokenType, printKey, output])
        ],
        examples: [
            .init(
                "try a client", "rs256 idp --print-key > demo.pem", "rs256 idp --port 8256 &",
                "rs256 token --discovery http://127.0.0.1:8256/us1/discovery --client-id demo --key demo.pem"),
            .init(
                "with clients of your own", "rs256 idp --client me=public.pem --audience https://idp.example"),
        ],
        exitCodes: [.done, .usage, .unreadable, .network],
        content: .action(run))

    private static func run(_ arguments: Arguments, _ console: Console) async throws(CommandFailure) {
        if arguments.contains(printKey) {
            try console.write(PublishedTestKeys.client)
            return
        }
        var settings = ProviderSettings(audiences: arguments.values(of: audience))
        if settings.audiences.isEmpty { settings.audiences = [MarketingCloudIntelligence.audience] }
        settings.tokenType = arguments[tokenType]
        settings.tokenLifetime = arguments.integer(lifetime) ?? settings.tokenLifetime
        let provider = LocalIdentityProvider(
            clients: try clients(arguments, console), signingKey: try PublishedTestKeys.providerKey(),
            settings: settings, onEvent: { console.note(Printable.line("\($0)")) })
        let endpoints: ProviderEndpoints
        do throws(LocalIdentityProviderError) {
            endpoints = try provider.start(port: UInt16(arguments.integer(port) ?? 0))
        } catch {
            throw CommandFailure(.network, "\(error)")
        }
        try announce(endpoints, settings, arguments, console)
        await Interruption.wait()
        provider.stop()
        console.note("stopped")
    }

    private static func clients(
        _ arguments: Arguments, _ console: Console
    ) throws(CommandFailure) -> [RegisteredClient] {
        let subjects = arguments.values(of: subject)
        var clients: [RegisteredClient] = []
        for argument in arguments.values(of: client) {
            guard let (id, file) = argument.assignment else {
                throw .usage("--client is ID=FILE", of: command)
            }
            let key = try KeySource.file(InputFile(file)).key(policy: .default, console).publicKey
            clients.append(RegisteredClient(id: id, key: key, subjects: subjects))
        }
        guard clients.isEmpty else { return clients }
        let key = try PublishedTestKeys.clientKey().publicKey
        return [RegisteredClient(id: demoClientID, key: key, subjects: subjects)]
    }

    private static func announce(
        _ endpoints: ProviderEndpoints, _ settings: ProviderSettings, _ arguments: Arguments,
        _ console: Console
    ) throws(CommandFailure) {
        if arguments[output] == "json" {
            try console.print(
                JSONDisplay.line([
                    "issuer": .string(endpoints.issuer), "discovery": .string(endpoints.discovery),
                    "metadata": .string(endpoints.metadata), "token_endpoint": .string(endpoints.token),
                    "jwks_uri": .string(endpoints.keySet),
                ]))
            return
        }
        let rows = [
            ("discovery", endpoints.discovery), ("metadata", endpoints.metadata),
            ("token endpoint", endpoints.token),
            ("JWK set", endpoints.keySet),
            ("audience", Printable.line(settings.audiences.joined(separator: ", "))),
        ]
        for line in TextLayout.table(rows, indentation: 0, width: 120) { try console.print(line) }
        guard !arguments.contains(client) else { return }
        console.note("\nthe client is called \(demoClientID); from another terminal:")
        console.note("  rs256 idp --print-key > demo.pem")
        console.note(
            "  rs256 token --discovery \(endpoints.discovery) --client-id \(demoClientID) --key demo.pem\n")
    }
}
