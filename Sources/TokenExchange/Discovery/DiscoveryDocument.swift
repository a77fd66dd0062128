import JOSE

/// What a provider publishes about itself, as far as a token exchange needs it: RFC 8414 metadata, or the shorter
/// document of Marketing Cloud Intelligence, which has `token_endpoint` alone.
public struct DiscoveryDocument: Sendable, Equatable {
    /// `token_endpoint`: where tokens are asked for.
    public let tokenEndpoint: EndpointURL
    /// `issuer`: the provider's own name, if the document has one. It is not used as the audience of assertions.
    public let issuer: String?

    /// The request for the document at `url`.
    public static func request(at url: EndpointURL) -> HTTPRequest {
        HTTPRequest(method: .get, endpoint: url, headers: [HTTPHeader("Accept", "application/json")])
    }

    /// Where the provider called `issuer` publishes its document (RFC 8414 §3.1): the well-known path goes between
    /// the host and the issuer's own path.
    ///
    /// - Throws: ``EndpointURLError`` if `issuer` is not an address that an endpoint may have, or has a query.
    public static func wellKnownURL(forIssuer issuer: String) throws(EndpointURLError) -> EndpointURL {
        let url = try EndpointURL(parsing: issuer)
        if let question = Array(issuer.utf8).firstIndex(of: UInt8(ascii: "?")) {
            throw EndpointURLError(.character, offset: question)
        }
        let path = url.path.utf8.last == UInt8(ascii: "/") ? String(url.path.dropLast()) : url.path
        return EndpointURL(
            scheme: url.scheme, host: url.host, port: url.port,
            path: "/.well-known/oauth-authorization-server" + path, query: nil)
    }

    /// Reads the answer to ``request(at:)``.
    ///
    /// - Parameters:
    ///   - response: the answer.
    ///   - url: where it came from. A document that came over TLS may not point to an endpoint without it.
    ///   - expectedIssuer: the issuer that the document must name (RFC 8414 §3.3); nil for no check.
    ///   - limits: how large the body may be.
    public init(
        reading response: HTTPResponse, from url: EndpointURL, expectedIssuer: String? = nil,
        limits: AnswerLimits = AnswerLimits()
    ) throws(TokenExchangeError) {
        let answer = JSONAnswer(response, step: .discovery, limits: limits)
        try answer.refuseRedirect()
        try answer.requireStatusOK()
        let members = try answer.object()

        issuer = members["issuer"]?.stringValue
        if let expectedIssuer {
            guard let issuer, issuer.utf8.elementsEqual(expectedIssuer.utf8) else {
                throw .malformed(.discovery, .issuerMismatch(expected: expectedIssuer))
            }
        }
        guard let member = members["token_endpoint"] else {
            throw .malformed(.discovery, .memberMissing("token_endpoint"))
        }
        guard let text = member.stringValue else {
            throw .malformed(.discovery, .memberType("token_endpoint"))
        }
        do throws(EndpointURLError) {
            tokenEndpoint = try EndpointURL(parsing: text)
        } catch {
            throw .malformed(.discovery, .tokenEndpoint(error))
        }
        guard tokenEndpoint.scheme == .https || url.scheme == .http else {
            throw .malformed(.discovery, .insecureTokenEndpoint)
        }
    }
}
