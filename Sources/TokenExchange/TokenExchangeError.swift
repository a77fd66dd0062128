public import JOSE

/// The two requests of an exchange.
public enum ExchangeStep: Equatable, Sendable {
    /// The request for the discovery document.
    case discovery
    /// The request for the token.
    case token
}

/// Why there is no access token. No assertion, token, key or query is in any of the cases or their texts.
public enum TokenExchangeError: Error, Equatable, Sendable {
    /// A parameter of the request is not acceptable; nothing was sent.
    case parameter(ParameterDefect)
    /// The assertion could not be signed; nothing was sent.
    case assertion(JWTError)
    /// The request brought no answer.
    case transport(HTTPTransportError)
    /// There was no token after so many seconds, which is all the time that the whole exchange has.
    case timedOut(seconds: Int64)
    /// The task that asked for the token was cancelled.
    case cancelled
    /// The server answered with a redirect, which is never followed.
    case redirected(ExchangeStep, status: Int, location: EndpointURL?)
    /// The server answered with a status that means nothing here, and no error of RFC 6749 §5.2.
    case unexpectedStatus(ExchangeStep, status: Int, contentType: String?)
    /// The answer has the right status and the wrong content.
    case malformed(ExchangeStep, AnswerDefect)
    /// The provider refused, in the form of RFC 6749 §5.2.
    case refused(TokenErrorResponse)
}

/// What is wrong with a parameter.
public enum ParameterDefect: Equatable, Sendable {
    /// It must not be empty.
    case empty(String)
    /// It is one of the request's own and must not be added once more.
    case duplicate(String)
}

/// What is wrong with an answer.
public enum AnswerDefect: Equatable, Sendable {
    /// The body is longer than this many bytes.
    case tooLarge(limit: Int)
    /// The body is not JSON.
    case notJSON(JSONError, contentType: String?)
    /// The body is JSON, but no object.
    case notAnObject
    /// A member is missing.
    case memberMissing(String)
    /// A member has a value of the wrong type.
    case memberType(String)
    /// `access_token` is empty or has a character that is not visible ASCII.
    case accessTokenCharacters
    /// `token_type` is not `Bearer`.
    case tokenType(String)
    /// `expires_in` is not a whole number of seconds.
    case lifetime
    /// `token_endpoint` is not an acceptable address.
    case tokenEndpoint(EndpointURLError)
    /// `token_endpoint` is `http`, in a document that came over `https`.
    case insecureTokenEndpoint
    /// `issuer` is missing or not the expected one.
    case issuerMismatch(expected: String)
}

extension TokenExchangeError: CustomStringConvertible {
    /// What is wrong, and what to look at.
    public var description: String {
        switch self {
        case .parameter(.empty(let name)): "the parameter \(name) must not be empty"
        case .parameter(.duplicate(let name)): "the parameter \(name) is there already and cannot be added"
        case .assertion(let error): "the assertion cannot be signed: \(error)"
        case .transport(let error): "\(error)"
        case .timedOut(let seconds): "no token after \(seconds) seconds"
        case .cancelled: "cancelled"
        case .redirected(let step, let status, let location):
            "\(step.text) answers with a redirect (HTTP status \(status)), which is not followed"
                + (location.map { "; if you trust \($0), configure it instead" } ?? "")
        case .unexpectedStatus(let step, let status, let contentType):
            "\(step.text) answers with HTTP status \(status)" + Self.parenthesis(contentType)
                + "; is this the right address?"
        case .malformed(let step, let defect): "the answer of \(step.text): \(defect)"
        case .refused(let response): "\(response)"
        }
    }

    fileprivate static func parenthesis(_ contentType: String?) -> String {
        contentType.map { " (content type \($0))" } ?? ""
    }
}

extension ExchangeStep {
    fileprivate var text: String {
        switch self {
        case .discovery: "the discovery endpoint"
        case .token: "the token endpoint"
        }
    }
}

extension AnswerDefect: CustomStringConvertible {
    /// What is wrong.
    public var description: String {
        switch self {
        case .tooLarge(let limit): "longer than \(limit) bytes; is this the right address?"
        case .notJSON(let error, let contentType):
            "not JSON: \(error)" + TokenExchangeError.parenthesis(contentType)
                + "; is this the right address?"
        case .notAnObject: "JSON, but not an object"
        case .memberMissing(let name): "\(name) is missing; is this the right address?"
        case .memberType(let name): "\(name) has a value of the wrong type"
        case .accessTokenCharacters: "access_token is empty or not made of visible ASCII characters"
        case .tokenType(let type): "token_type is \(type), and only Bearer is understood"
        case .lifetime: "expires_in is not a whole number of seconds"
        case .tokenEndpoint(let error): "token_endpoint: \(error)"
        case .insecureTokenEndpoint:
            "token_endpoint must be https, as the discovery document's own address is"
        case .issuerMismatch(let expected): "issuer is not \(expected)"
        }
    }
}
