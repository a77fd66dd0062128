import JOSE
import RSA

/// Turns the parameters of a token request into an access token or an error.
struct TokenService: Sendable {
    /// What was issued, and to whom.
    struct Issued {
        let answer: JSONObject
        let client: String
        let subject: String
    }

    private static let clientAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    let issuer: AccessTokenIssuer
    private let verifier: AssertionVerifier
    private let settings: ProviderSettings
    private let clock: @Sendable () -> Int64

    init(
        endpoints: ProviderEndpoints, clients: [RegisteredClient], signingKey: RSAPrivateKey,
        settings: ProviderSettings, clock: @escaping @Sendable () -> Int64
    ) {
        issuer = AccessTokenIssuer(
            name: endpoints.issuer, key: signingKey, lifetime: settings.tokenLifetime)
        let audiences = settings.audiences.isEmpty ? [endpoints.issuer, endpoints.token] : settings.audiences
        verifier = AssertionVerifier(clients: clients, audiences: audiences, settings: settings)
        self.settings = settings
        self.clock = clock
    }

    func token(for form: DecodedForm) throws(OAuthError) -> Issued {
        let now = clock()
        guard let grantType = form["grant_type"] else {
            throw OAuthError(.invalidRequest, "grant_type is missing")
        }
        let assertion: VerifiedAssertion
        switch GrantType(rawValue: grantType) {
        case .clientCredentials:
            guard let authenticated = try authenticate(form, at: now) else {
                throw OAuthError(.invalidClient, "client_assertion is missing")
            }
            assertion = authenticated
        case .jwtBearer:
            // RFC 7523 §3.1: the client may authenticate besides.
            _ = try authenticate(form, at: now)
            guard let token = form["assertion"] else {
                throw OAuthError(.invalidRequest, "assertion is missing")
            }
            assertion = try verifier.verify(token, as: .grant, at: now)
            try check(form["client_id"], against: assertion, .invalidGrant)
        case nil: throw OAuthError(.unsupportedGrantType, "grant_type is none that this endpoint knows")
        }
        let scope = try scope(form["scope"], for: assertion.client)
        let token = try issuer.token(
            client: assertion.client.id, subject: assertion.subject, scope: scope, at: now)
        return Issued(
            answer: answer(token, scope), client: assertion.client.id, subject: assertion.subject)
    }

    /// Who the client is, if the request has a client assertion (RFC 7523 §2.2).
    private func authenticate(_ form: DecodedForm, at now: Int64) throws(OAuthError) -> VerifiedAssertion? {
        guard form["client_secret"] == nil else {
            throw OAuthError(.invalidClient, "authenticate with an assertion, not with client_secret")
        }
        guard let token = form["client_assertion"] else { return nil }
        guard form["client_assertion_type"] == Self.clientAssertionType else {
            throw OAuthError(.invalidClient, "client_assertion_type must be \(Self.clientAssertionType)")
        }
        let assertion = try verifier.verify(token, as: .clientAuthentication, at: now)
        try check(form["client_id"], against: assertion, .invalidClient)
        return assertion
    }

    /// RFC 7521 §4.2: `client_id` is not needed, but if it is there it must name the same client.
    private func check(
        _ clientID: String?, against assertion: VerifiedAssertion, _ code: OAuthError.Code
    ) throws(OAuthError) {
        guard let clientID else { return }
        guard clientID.utf8.elementsEqual(assertion.client.id.utf8) else {
            throw OAuthError(code, "client_id is not the issuer (iss) of the assertion")
        }
    }

    private func scope(_ scope: String?, for client: RegisteredClient) throws(OAuthError) -> String? {
        guard let scope else { return nil }
        // RFC 6749 §3.3: words with single spaces between them.
        let words = scope.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let isWellFormed = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x22 && $0 != 0x5c }
        }
        guard isWellFormed else { throw OAuthError(.invalidScope, "scope is malformed") }
        if let allowed = client.scopes, !words.allSatisfy(allowed.contains) {
            throw OAuthError(.invalidScope, "the client may not ask for this scope")
        }
        return scope
    }

    private func answer(_ token: String, _ scope: String?) -> JSONObject {
        var answer: JSONObject = ["access_token": .string(token)]
        answer["token_type"] = settings.tokenType.map(JSONValue.string)
        answer["expires_in"] = .number(JSONNumber(settings.tokenLifetime))
        answer["scope"] = scope.map(JSONValue.string)
        return answer
    }
}
