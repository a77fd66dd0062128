import TokenExchange

/// `rs256 token`: gets an access token from an identity provider.
enum TokenCommand {
    static let environment = Option(
        "env", .choice(MarketingCloudIntelligence.Environment.allCases.map(\.rawValue)),
        "the environment of Marketing Cloud Intelligence")
    static let discovery = Option(
        "discovery", .text("URL"), "the discovery document that names the token endpoint")
    static let endpoint = Option("token-endpoint", .text("URL"), "the token endpoint itself")

    static let clientID = Option(
        "client-id", .text("ID"), "who asks: the service account or client identifier (iss)")
    static let subject = Option(
        "subject", .text("SUB"), "whom the token is for (sub): the client, unless the grant is jwt-bearer")
    static let audience = Option("audience", .text("AUD"), "how the provider names itself (aud)")
    static let expiresIn = Option(
        "expires-in", .integer("SECONDS", 0...86_400),
        "how long the assertion is valid (exp); without it, or with 0, there is no exp")
    static let claim = Option(
        "claim", .text("NAME=TEXT"), "one more claim; NAME:=JSON for anything but text; may be repeated",
        isRepeatable: true)
    static let keyID = Option("kid", .text("KID"), "the key id in the header of the assertion")

    static let grant = Option(
        "grant", .choice(["client-credentials", "jwt-bearer"]),
        "what the assertion is for: to prove who the client is (default), or as the grant itself")
    static let parameters = Option(
        "parameters", .choice(["query", "body"]), "where the parameters of the request travel")
    static let scope = Option(
        "scope", .text("SCOPE"), "what the token is for, words with spaces between them")
    static let parameter = Option(
        "parameter", .text("NAME=TEXT"), "one more parameter of the request; may be repeated",
        isRepeatable: true)
    static let timeout = Option(
        "timeout", .integer("SECONDS", 1...600), "how long the whole exchange may take (30)")

    static let dryRun = Option(
        "dry-run", .none, "show what would be sent, with the assertion shortened, and send nothing")
    static let verbose = Option("verbose", .none, "tell each step on standard error")

    static let command = Command(
        "rs256", "token",
        summary: "get an access token from an identity provider",
        needs: [
            "(--env ENV | --discovery URL | --token-endpoint URL)", "--client-id ID",
            "(--key FILE | --key-env NAME)",
        ],
        discussion: [
            """
            Signs an assertion (RFC 7523) with the private key, sends it to the token endpoint and prints the access \
            token.
            """,
            """
            With --env, or with --discovery alone, everything is as Salesforce Marketing Cloud Intelligence documents \
            it: its audience, no exp, parameters in the query. For any other provider give its --audience (without \
            one, the address of --token-endpoint is taken) and --expires-in, which most of them want; the parameters \
            are in the body then.
            """,
        ],
        groups: [
            Option.Group("Provider", [environment, discovery, endpoint]),
            KeyOptions.group,
            Option.Group(
                "Assertion",
                [clientID, subject, audience, expiresIn, claim, keyID, SignCommand.serialization]),
            Option.Group("Request", [grant, parameters, scope, parameter, timeout]),
            Option.Group("Output", [TokenOutput.option, dryRun, verbose]),
        ],
        examples: [
            .init(
                "Marketing Cloud Intelligence, with the key in an environment variable as its page shows it",
                "TOKEN=$(rs256 token --env us1 --client-id ID --key-env MCI_PRIVATE_KEY)"),
            .init(
                "the same with the discovery URL that came with the key",
                "TOKEN=$(rs256 token --discovery URL --client-id ID --key private.pem)"),
            .init(
                "any provider that takes private_key_jwt",
                "rs256 token --token-endpoint https://idp.example/token --audience https://idp.example \\",
                "    --client-id ID --key private.pem --expires-in 300"),
            .init(
                "a Google service account",
                "jq -r .private_key account.json |",
                "    rs256 token --token-endpoint https://oauth2.googleapis.com/token --grant jwt-bearer \\",
                "    --client-id NAME@PROJECT.iam.gserviceaccount.com --key - \\",
                "    --expires-in 300 --claim scope=https://www.googleapis.com/auth/cloud-platform"),
            .init(
                "a request with it",
                "rs256 token … --output header | curl --header @- https://api.example/data"),
        ],
        exitCodes: [.done, .usage, .unreadable, .network, .refused],
        content: .action(run))
}
