import JOSE
import RSA

/// `rs256 sign`: makes a token from claims and a private key.
enum SignCommand {
    static let claims = Option(
        "claims", .file("FILE"), "a JSON object with the claims; - reads standard input")
    static let claimLines = Option(
        "claim-lines", .file("FILE"),
        "many tokens: one JSON object with claims a line; - reads standard input")
    static let claim = Option(
        "claim", .text("NAME=TEXT"), "one claim; NAME:=JSON for anything but text and dates; may be repeated",
        isRepeatable: true)
    static let issuedAt = Option("iat", .text("now|SECONDS"), "set iat, the time of issue")
    static let expiresIn = Option(
        "expires-in", .integer("SECONDS", 1...3_155_695_200),
        "set exp, this long after iat, or after now without one")
    static let jwtID = Option("jti", .text("random|TEXT"), "set jti, the name of this one token")
    static let keyID = Option("kid", .text("KID"), "the key id in the header")
    static let header = Option(
        "header", .text("NAME=TEXT"), "one more member of the header; NAME:=JSON too; may be repeated",
        isRepeatable: true)
    static let serialization = Option(
        "serialization", .choice(["compact", "python-jwt"]),
        "compact JSON (default), or byte for byte as the Python library jwt 1.3.1 writes it")

    static let command = Command(
        "rs256", "sign",
        summary: "make a JSON Web Token, signed with RS256",
        needs: [
            "(--key FILE | --key-env NAME)", "(--claims FILE | --claim NAME=TEXT … | --claim-lines FILE)",
        ],
        discussion: [
            """
            The claims come from a JSON file, whose order is kept, or from --claim options, or both: an option \
            replaces the claim of the same name or is put behind the others. The token is printed on standard output.
            """,
            """
            With --claim-lines there is a token for each line, in their order; the options of claims hold for all of them, \
            and --jti random makes a new name for each. They are signed in batches, on all processors. A line that is \
            not as it should be ends the work; the tokens of the lines before it are printed.
            """,
        ],
        groups: [
            KeyOptions.group,
            Option.Group("Claims", [claims, claimLines, claim, issuedAt, expiresIn, jwtID]),
            Option.Group("Token", [keyID, header, serialization, TokenOutput.option]),
        ],
        examples: [
            .init(
                "a client assertion that is valid for five minutes",
                "rs256 sign --key private.pem --claim iss=me --claim sub=me --claim aud=https://idp.example \\",
                "    --iat now --expires-in 300 --jti random"),
            .init(
                "claims from a file, the key from an environment variable",
                "rs256 sign --key-env PRIVATE_KEY --claims claims.json --kid 2026-11"),
            .init(
                "a token for each line",
                "rs256 sign --key private.pem --claim-lines claims.jsonl --jti random > tokens.txt"),
            .init(
                "claims that are not text",
                "rs256 sign --key private.pem --claim 'aud:=[\"a\", \"b\"]' --claim admin:=true"),
        ],
        content: .action(run))
}

extension SignCommand {
    private static func run(_ arguments: Arguments, _ console: Console) async throws(CommandFailure) {
        if let lines = arguments[claimLines] {
            return try await ManyTokens(arguments: arguments, file: InputFile(lines)).run(console)
        }
        let options = KeyOptions(arguments: arguments, command: command)
        let source = try options.requiredSource()
        guard arguments.contains(claims) || arguments.contains(claim) else {
            throw .usage("claims are missing: --claims FILE or --claim NAME=TEXT", of: command)
        }
        guard !(source.isStandardInput && arguments[claims] == "-") else {
            throw .usage("the key and the claims cannot both come from standard input", of: command)
        }
        let header = try header(arguments)
        let claims = try ClaimsInput(arguments: arguments, command: command).read(now: Clock.now, console)
        let key = try source.privateKey(policy: options.policy, console)
        let token: String
        do throws(JWTError) {
            token = try JWT.sign(claims, header: header, using: key, serialization: serialization(arguments))
        } catch {
            throw failure(error)
        }
        let members: [(name: String, value: JSONValue)] = [("token", .string(token))]
        try console.write(TokenOutput(arguments).text(token: token, type: "Bearer", members: members))
    }

    /// What the user reads of an error of signing.
    static func failure(_ error: JWTError) -> CommandFailure {
        if case .token(.signing(let error)) = error { return CommandFailure(.unreadable, "\(error)") }
        return .usage("this cannot be signed: \(error)", of: command)
    }

    /// The members of the header that the user chose.
    static func header(_ arguments: Arguments) throws(CommandFailure) -> JOSEHeader {
        var header = JOSEHeader()
        if let keyID = arguments[keyID] { header.keyID = keyID }
        for argument in arguments.values(of: self.header) {
            let member = try Member.parse(argument, of: self.header)
            guard member.name != "alg" else { throw .usage("the algorithm is always RS256", of: command) }
            header[member.name] = member.value
        }
        return header
    }

    /// The byte form that the user chose.
    static func serialization(_ arguments: Arguments) -> JWTSerialization {
        arguments[serialization] == "python-jwt" ? .pythonJWT : .compact
    }
}
