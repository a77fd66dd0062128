import JOSE
import RSA
import TokenExchange
import URLSessionTransport

extension TokenCommand {
    static func run(_ arguments: Arguments, _ console: Console) async throws(CommandFailure) {
        let source = try source(arguments)
        let options = KeyOptions(arguments: arguments, command: command)
        let key = try options.requiredSource().privateKey(policy: options.policy, console)
        if arguments.contains(dryRun) {
            try showRequest(of: source, key: key, console)
            return
        }
        var transport: any HTTPTransport = URLSessionTransport()
        if arguments.contains(verbose) {
            transport = ObservedTransport(transport) { exchange in console.note(exchange.summary) }
        }
        let provider = TokenProvider(source: source, key: key, transport: transport, now: { Clock.now })
        let token: AccessToken
        do throws(TokenExchangeError) {
            token = try await provider.token()
        } catch {
            throw CommandFailure(
                exitCode(error), "\(error)", hints: hints(error, isExpiring: source.assertion.lifetime != nil)
            )
        }
        if arguments.contains(verbose) { console.note("token valid for \(token.lifetime) seconds") }
        try console.write(output(token, TokenOutput(arguments)))
    }

    /// What a script should think of an error.
    static func exitCode(_ error: TokenExchangeError) -> ExitCode {
        switch error {
        case .parameter: .usage
        case .assertion: .unreadable
        case .refused: .refused
        // A refusal in another form than that of RFC 6749 section 5.2.
        case .unexpectedStatus(.token, let status, _) where [400, 401, 403].contains(status): .refused
        case .transport, .timedOut, .cancelled, .redirected, .unexpectedStatus, .malformed: .network
        }
    }

    /// What most often is the reason of a refusal, if it can be the reason here.
    private static func hints(_ error: TokenExchangeError, isExpiring: Bool) -> [String] {
        guard !isExpiring, exitCode(error) == .refused else { return [] }
        if case .refused(let response) = error {
            // Another reason was given, or the code is one that an assertion cannot cause.
            let codes = ["invalid_client", "invalid_grant", "invalid_request"]
            guard codes.contains(response.error), response.errorDescription?.contains("exp") ?? true else {
                return []
            }
        }
        return ["the assertion has no exp, which most providers want: --expires-in 300 adds it"]
    }

    private static func output(_ token: AccessToken, _ form: TokenOutput) -> String {
        var members: [(name: String, value: JSONValue)] = [
            ("access_token", .string(token.value)), ("token_type", "Bearer"),
            ("expires_in", .number(JSONNumber(token.lifetime))),
            ("expires_at", .number(JSONNumber(token.expiresAt))),
        ]
        if let scope = token.scope { members.append(("scope", .string(scope))) }
        // Other members have names that the server chose: they go into JSON, and never become variables of a shell.
        if form == .json {
            members += token.otherMembers.members.filter { member in
                !members.contains { $0.name == member.name }
            }
        }
        return form.text(token: token.value, type: "Bearer", members: members)
    }

    private static func showRequest(
        of source: TokenSource, key: RSAPrivateKey, _ console: Console
    ) throws(CommandFailure) {
        let assertion: ClientAssertion
        do throws(JWTError) {
            assertion = try ClientAssertion(source.assertion, issuedAt: Clock.now, key: key)
        } catch {
            throw CommandFailure(.unreadable, "the assertion cannot be signed: \(error)")
        }
        let endpoint: EndpointURL
        switch source.endpoint {
        case .known(let url): endpoint = url
        case .discovered(let url, _):
            endpoint = url
            try console.print("GET \(url.absoluteString)\n")
        }
        let request: TokenRequest
        do throws(TokenExchangeError) {
            request = try source.request(to: endpoint, with: assertion)
        } catch {
            throw CommandFailure(exitCode(error), "\(error)")
        }
        if case .known = source.endpoint {
            try console.write(RequestDisplay.text(request))
        } else {
            try console.write(RequestDisplay.text(request, at: "the token_endpoint of the answer"))
        }
        try console.print("\n" + console.style.bold("The assertion"))
        try console.write(RequestDisplay.text(assertion))
    }
}
