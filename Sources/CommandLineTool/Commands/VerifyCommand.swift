import JOSE
import RSA

/// `rs256 verify`: checks the signature and the claims of a token.
enum VerifyCommand {
    static let keySet = Option("jwks", .file("FILE"), "a JWK set to take the key from, by the token's kid")
    static let issuer = Option("issuer", .text("ISS"), "who must have issued the token (iss)")
    static let audience = Option("audience", .text("AUD"), "who the token must be meant for (aud)")
    static let subject = Option("subject", .text("SUB"), "whom the token must be about (sub)")
    static let required = Option(
        "require", .text("NAME"), "a claim that must be there; may be repeated", isRepeatable: true)
    static let type = Option("type", .text("TYP"), "the typ the header must have, for example at+jwt")
    static let leeway = Option(
        "leeway", .integer("SECONDS", 0...86_400), "how much clocks may differ, in seconds (60)")
    static let maximumAge = Option(
        "max-age", .integer("SECONDS", 0...253_402_300_799), "how long ago the token may have been issued")

    static let command = Command(
        "rs256", "verify",
        summary: "check the signature and the claims of a token",
        needs: ["(--key FILE | --key-env NAME | --jwks FILE)"],
        discussion: [
            """
            Prints the claims if the token is signed with RS256 by the key, has begun to be valid and has not expired. \
            Only RS256 is accepted, whatever algorithm the token names. A token for somebody else verifies as well: \
            give --issuer and --audience.
            """
        ],
        operands: [TokenInput.operand],
        groups: [
            Option.Group("Key", [KeyOptions.key, KeyOptions.environment, keySet, KeyOptions.legacy]),
            Option.Group(
                "Claims",
                [issuer, audience, subject, required, type, leeway, maximumAge, InspectCommand.now]),
        ],
        examples: [
            .init(
                "with the public key of the issuer",
                "rs256 verify \"$TOKEN\" --key public.pem --issuer https://idp.example --audience my-service"),
            .init(
                "with the keys an identity provider publishes",
                "curl -s https://idp.example/jwks.json | rs256 verify \"$TOKEN\" --jwks -"),
        ],
        exitCodes: [.done, .invalid, .usage, .unreadable],
        content: .action(run))
}

extension VerifyCommand {
    private static func run(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        let keys = try VerificationKeys(arguments, console)
        let token = try TokenInput.read(arguments, console)
        let verified: JWTVerified
        do throws(JWTError) {
            verified = try keys.verify(token, policy: policy(arguments))
        } catch {
            throw CommandFailure(.invalid, "the token is not valid: \(error)", hints: hints(error, keys))
        }
        try console.print(JSONDisplay.text(.object(verified.claims.object)))
        console.note(console.noteStyle.green("valid:") + " the signature and the claims")
    }

    /// What else helps to understand `error`: its times in words, or the keys that could not be used.
    private static func hints(_ error: JWTError, _ keys: VerificationKeys) -> [String] {
        switch error {
        case .expired(let end, let now): [inWords("it expired", end, now)]
        case .notYetValid(let start, let now): [inWords("it becomes valid", start, now)]
        case .issuedInFuture(let time, let now): [inWords("it was issued", time, now)]
        case .tooOld(let time, _, let now): [inWords("it was issued", time, now)]
        case .token(.noMatchingKey): keys.skipped
        default: []
        }
    }

    private static func inWords(_ event: String, _ moment: Int64, _ now: Int64) -> String {
        let date = UTCTime.text(moment).map { ", " + $0 } ?? ""
        return "\(event) \(TimeInWords.distance(from: now, to: moment))\(date)"
    }

    private static func policy(_ arguments: Arguments) -> JWTPolicy {
        JWTPolicy(
            issuer: arguments[issuer], audience: arguments[audience], subject: arguments[subject],
            leeway: arguments.integer(leeway) ?? 60,
            now: arguments.integer(InspectCommand.now) ?? Clock.now,
            requiredClaims: arguments.values(of: required),
            maximumAge: arguments.integer(maximumAge), maximumTokenSize: TokenInput.limit,
            expectedType: arguments[type])
    }
}
