/// A request for an access token (RFC 6749 §4.4.2 and §4.5, RFC 7523 §2) as a value.
///
/// Its parameters hold an assertion, so none of them is printed.
public struct TokenRequest: Sendable, Equatable {
    /// Where the parameters travel.
    public enum ParameterPlacement: Sendable {
        /// In the body, as RFC 6749 §3.2 has it.
        case body
        /// In the query of the URL, as Marketing Cloud Intelligence documents it. Queries land in logs.
        case query
    }

    /// What may go with any request.
    public struct Options: Sendable, Equatable {
        /// Where the parameters travel.
        public var placement: ParameterPlacement
        /// `scope`: what the token is for, words with single spaces between them (RFC 6749 §3.3).
        public var scope: String?
        /// `resource`: where the token is to be used (RFC 8707).
        public var resources: [String]
        /// Whatever else the provider wants.
        public var additionalParameters: FormParameters

        /// The given options; by default parameters in the body and nothing more.
        public init(
            placement: ParameterPlacement = .body, scope: String? = nil, resources: [String] = [],
            additionalParameters: FormParameters = FormParameters()
        ) {
            self.placement = placement
            self.scope = scope
            self.resources = resources
            self.additionalParameters = additionalParameters
        }
    }

    /// `client_assertion_type` of RFC 7523 §2.2.
    public static let clientAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    /// `grant_type` of RFC 7523 §2.1.
    public static let jwtBearerGrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer"

    /// The token endpoint.
    public let endpoint: EndpointURL
    /// The parameters, in the order in which they are sent.
    public let parameters: FormParameters
    /// Where the parameters travel.
    public let placement: ParameterPlacement

    /// A request by a client that proves who it is with an assertion: the grant `client_credentials` (RFC 6749
    /// §4.4) with the client authentication of RFC 7523 §2.2.
    ///
    /// - Throws: ``TokenExchangeError/parameter(_:)`` for an empty client identifier, or an additional parameter
    ///   that has the name of one of the request's own.
    public static func clientCredentials(
        at endpoint: EndpointURL, clientID: String, assertion: ClientAssertion, options: Options = Options()
    ) throws(TokenExchangeError) -> TokenRequest {
        guard !clientID.utf8.isEmpty else { throw .parameter(.empty("client_id")) }
        return try TokenRequest(
            endpoint,
            [
                .init("client_id", clientID), .init("client_assertion", assertion.token),
                .init("client_assertion_type", clientAssertionType),
                .init("grant_type", "client_credentials"),
            ], options)
    }

    /// A request with an assertion as the grant (RFC 7523 §2.1).
    ///
    /// - Throws: ``TokenExchangeError/parameter(_:)`` if an additional parameter has the name of one of the
    ///   request's own.
    public static func jwtBearer(
        at endpoint: EndpointURL, assertion: ClientAssertion, options: Options = Options()
    ) throws(TokenExchangeError) -> TokenRequest {
        try TokenRequest(
            endpoint, [.init("grant_type", jwtBearerGrantType), .init("assertion", assertion.token)], options)
    }

    private init(
        _ endpoint: EndpointURL, _ own: [FormParameters.Parameter], _ options: Options
    ) throws(TokenExchangeError) {
        var parameters = FormParameters(own)
        if let scope = options.scope { parameters.append("scope", scope) }
        let ownNames = parameters.parameters.map { $0.name }
        for resource in options.resources { parameters.append("resource", resource) }
        for parameter in options.additionalParameters.parameters {
            // RFC 6749 §3.2: parameters must not be included more than once.
            guard !ownNames.contains(parameter.name) else { throw .parameter(.duplicate(parameter.name)) }
            parameters.append(parameter.name, parameter.value)
        }
        self.endpoint = endpoint
        self.parameters = parameters
        self.placement = options.placement
    }

    /// The request as HTTP.
    public var httpRequest: HTTPRequest {
        let accept = HTTPHeader("Accept", "application/json")
        switch placement {
        case .query:
            return HTTPRequest(
                method: .post, endpoint: endpoint.appendingQuery(parameters.queryEncoded), headers: [accept])
        case .body:
            return HTTPRequest(
                method: .post, endpoint: endpoint,
                headers: [accept, HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(parameters.formEncoded.utf8))
        }
    }
}

extension TokenRequest: CustomStringConvertible, CustomDebugStringConvertible {
    /// The endpoint and the names of the parameters.
    public var description: String {
        "TokenRequest(\(endpoint), \(placement == .query ? "query" : "body"): "
            + parameters.parameters.map { $0.name }.joined(separator: ", ") + ")"
    }
    /// The same text as the description.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension TokenRequest: CustomReflectable {
        /// A mirror without values.
        public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
    }
#endif
