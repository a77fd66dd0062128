/// The grants of the token endpoint (RFC 6749 §4.4, RFC 7523 §2.1).
enum GrantType: String {
    case clientCredentials = "client_credentials"
    case jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer"
}

/// Finds the parameters of a token request: in the query or in the body, never in both.
enum TokenParameters {
    static func form(of request: IncomingRequest) throws(OAuthError) -> DecodedForm {
        // RFC 6749 §2.3: a client must not use more than one method of authentication.
        guard request.field("authorization") == nil else {
            throw OAuthError(
                .invalidRequest, "authenticate with an assertion, not with an Authorization header")
        }
        let query = request.query ?? ""
        guard query.isEmpty || request.body.isEmpty else {
            throw OAuthError(.invalidRequest, "send the parameters in the query or in the body, not in both")
        }
        if !request.body.isEmpty { try checkMediaType(request.field("content-type")) }
        do throws(FormError) {
            return request.body.isEmpty
                ? try DecodedForm(parsing: query.utf8) : try DecodedForm(parsing: request.body)
        } catch {
            throw OAuthError(.invalidRequest, error.reason)
        }
    }

    private static func checkMediaType(_ contentType: String?) throws(OAuthError) {
        let type = (contentType ?? "").utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        guard String(decoding: Array(type), as: UTF8.self).lowercased() == "application/x-www-form-urlencoded"
        else {
            throw OAuthError(.invalidRequest, "the body must be application/x-www-form-urlencoded")
        }
    }
}

extension FormError {
    fileprivate var reason: String {
        switch self {
        case .percentEncoding: "a percent sign in the parameters is not followed by two hexadecimal digits"
        case .notUTF8: "the parameters are not UTF-8"
        case .emptyName: "a parameter has no name"
        case .duplicate: "a parameter is there twice"
        case .tooMany: "there are more than \(DecodedForm.maximumCount) parameters"
        }
    }
}
