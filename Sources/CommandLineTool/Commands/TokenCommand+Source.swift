import JOSE
import TokenExchange

extension TokenCommand {
    /// What the options say about the client and its provider.
    ///
    /// - Throws: exit code 2 if they contradict each other or something is missing.
    static func source(_ arguments: Arguments) throws(CommandFailure) -> TokenSource {
        let (endpoint, defaultAudience) = try provider(arguments)
        let audience = arguments[audience] ?? defaultAudience
        let isDocumentedByMCI =
            arguments.contains(environment) || audience == MarketingCloudIntelligence.audience
        let grant: TokenGrant = arguments[grant] == "jwt-bearer" ? .jwtBearer : .clientCredentials
        guard let clientID = arguments[clientID], !clientID.isEmpty else {
            throw .usage("--client-id ID is missing", of: command)
        }

        var assertion = AssertionContent(clientID: clientID, audience: audience)
        assertion.lifetime = arguments.integer(expiresIn).flatMap { $0 == 0 ? nil : $0 }
        if grant == .jwtBearer { assertion.subject = nil }
        if let subject = arguments[subject] { assertion.subject = subject }
        assertion.additionalClaims = try additionalClaims(arguments)
        if let keyID = arguments[keyID] { assertion.header.keyID = keyID }
        assertion.serialization = SignCommand.serialization(arguments)

        var options = TokenRequest.Options(placement: isDocumentedByMCI ? .query : .body)
        if let placement = arguments[parameters] { options.placement = placement == "query" ? .query : .body }
        options.scope = arguments[scope]
        for argument in arguments.values(of: parameter) {
            guard let (name, value) = argument.assignment else {
                throw .usage("--parameter is NAME=TEXT", of: command)
            }
            options.additionalParameters.append(name, value)
        }
        return TokenSource(
            endpoint: endpoint, grant: grant, assertion: assertion, options: options,
            timeout: arguments.integer(timeout) ?? 30)
    }

    /// Where the token endpoint is, and which audience goes with it unless another is given.
    private static func provider(
        _ arguments: Arguments
    ) throws(CommandFailure) -> (endpoint: TokenEndpoint, audience: String) {
        switch (arguments[environment], arguments[discovery], arguments[endpoint]) {
        case (let name?, nil, nil):
            guard let environment = MarketingCloudIntelligence.Environment(rawValue: name) else {
                throw .usage("\(name) is no environment of Marketing Cloud Intelligence", of: command)
            }
            return (.known(environment.tokenEndpoint), MarketingCloudIntelligence.audience)
        case (nil, let url?, nil):
            return (.discovered(at: try parse(url, of: discovery)), MarketingCloudIntelligence.audience)
        case (nil, nil, let url?):
            return (.known(try parse(url, of: endpoint)), url)
        case (nil, nil, nil):
            throw .usage("the provider is missing: --env, --discovery or --token-endpoint", of: command)
        default:
            throw .usage("--env, --discovery and --token-endpoint exclude each other", of: command)
        }
    }

    private static func parse(_ url: String, of option: Option) throws(CommandFailure) -> EndpointURL {
        do throws(EndpointURLError) {
            return try EndpointURL(parsing: url)
        } catch {
            throw .usage("\(option.spelling): \(error)", of: command)
        }
    }

    private static func additionalClaims(_ arguments: Arguments) throws(CommandFailure) -> JSONObject {
        var claims = JSONObject()
        for argument in arguments.values(of: claim) {
            let member = try Member.claim(argument)
            let name = member.name
            guard !["iss", "sub", "aud", "iat", "exp", "jti"].contains(member.name) else {
                throw .usage(
                    "--claim \(name): this claim is always there and has its own option", of: command)
            }
            guard claims[member.name] == nil else {
                throw .usage("--claim \(name) is given twice", of: command)
            }
            claims[member.name] = member.value
        }
        return claims
    }
}
