import JOSE

/// `rs256 inspect`: shows what a token says, without checking anything.
enum InspectCommand {
    static let now = Option(
        "now", .integer("SECONDS", 0...253_402_300_799),
        "take this for the current time, in seconds since 1970")
    static let output = Option("output", .choice(["text", "json"]), "text (default), or a JSON object")

    static let command = Command(
        "rs256", "inspect",
        summary: "show the header, the claims and the times of a token, without verifying it",
        discussion: [
            """
            Nothing is verified: anyone can write a token that says anything. Use rs256 verify to find out whether \
            it is genuine.
            """
        ],
        operands: [TokenInput.operand],
        groups: [Option.Group("Options", [output, now])],
        examples: [
            .init("what is in the clipboard or in a variable", "rs256 inspect \"$TOKEN\""),
            .init(
                "what a service answered",
                "curl -s https://example.com/token | jq -r .access_token | rs256 inspect -"),
        ],
        content: .action(run))

    private static let warning =
        "NOT VERIFIED: nobody has checked the signature. Anyone can write such a token."

    private static func run(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        let text = try TokenInput.read(arguments, console)
        let token: UnverifiedJWT
        do throws(JWTError) {
            token = try JWT.decodeWithoutVerifying(text)
        } catch {
            throw CommandFailure(.unreadable, "this is not a JSON Web Token: \(error)")
        }
        if arguments[output] == "json" {
            console.note(console.noteStyle.red(warning))
            try console.print(
                JSONDisplay.text([
                    "verified": false, "header": .object(token.header.object),
                    "claims": .object(token.claims.object),
                ]))
        } else {
            try show(token, now: arguments.integer(now) ?? Clock.now, console)
        }
    }

    private static func show(_ token: UnverifiedJWT, now: Int64, _ console: Console) throws(CommandFailure) {
        let style = console.style
        try console.print(style.red(warning))
        try console.print("\n" + style.bold("Header"))
        try console.print(JSONDisplay.text(.object(token.header.object)))
        try console.print("\n" + style.bold("Claims"))
        try console.print(JSONDisplay.text(.object(token.claims.object)))
        let times = ClaimTimes(claims: token.claims, now: now).rows
        if !times.isEmpty {
            try console.print("\n" + style.bold("Times"))
            for line in TextLayout.table(times, indentation: 0, width: 100) { try console.print(line) }
        }
        try console.print("\n" + style.bold("Signature"))
        try console.print("\(token.signature.count) bytes, not verified")
    }
}
