import JOSE

extension AccessToken {
    /// Reads the answer of a token endpoint (RFC 6749 §5).
    ///
    /// - Parameters:
    ///   - response: the answer. The body must be JSON, whatever its media type says.
    ///   - requestedAt: when the request was sent, in seconds since 1970.
    ///   - limits: how large the body may be.
    /// - Throws: ``TokenExchangeError/refused(_:)`` for an error answer of RFC 6749 §5.2, whatever its status is;
    ///   ``TokenExchangeError/redirected(_:status:location:)``,
    ///   ``TokenExchangeError/unexpectedStatus(_:status:contentType:)`` or
    ///   ``TokenExchangeError/malformed(_:_:)`` for what is no answer of a token endpoint.
    public init(
        reading response: HTTPResponse, requestedAt: Int64, limits: AnswerLimits = AnswerLimits()
    ) throws(TokenExchangeError) {
        let answer = JSONAnswer(response, step: .token, limits: limits)
        try answer.refuseRedirect()
        if let error = TokenErrorResponse(reading: response, limits: limits) { throw .refused(error) }
        try answer.requireStatusOK()
        var members = try answer.object()

        guard let value = members["access_token"] else {
            throw .malformed(.token, .memberMissing("access_token"))
        }
        guard let value = value.stringValue else { throw .malformed(.token, .memberType("access_token")) }
        // RFC 6749, appendix A.12. Anything else could not go into a header field.
        guard !value.utf8.isEmpty, value.utf8.allSatisfy({ $0.isVisibleASCII }) else {
            throw .malformed(.token, .accessTokenCharacters)
        }
        try Self.checkType(members["token_type"])
        let lifetime = try Self.lifetime(members["expires_in"])
        let scope = members["scope"]?.stringValue
        for name in ["access_token", "token_type", "expires_in", "scope"] { members[name] = nil }
        self.init(
            value: value, lifetime: lifetime, requestedAt: requestedAt, scope: scope, otherMembers: members)
    }

    /// RFC 6749 §7.1: a client must not use a token of a type that it does not know. None means `Bearer`.
    private static func checkType(_ type: JSONValue?) throws(TokenExchangeError) {
        guard let type, type != .null else { return }
        guard let type = type.stringValue else { throw .malformed(.token, .memberType("token_type")) }
        guard type.equalsIgnoringASCIICase("Bearer") else {
            throw .malformed(.token, .tokenType(ServerText.printable(type)))
        }
    }

    /// Whole seconds as a number, or as a string of digits, as some providers send it.
    private static func lifetime(_ value: JSONValue?) throws(TokenExchangeError) -> Int64 {
        guard let value, value != .null else { return defaultLifetime }
        let seconds: Int64?
        switch value {
        case .number(let number): seconds = number.int64
        case .string(let text) where text.utf8.allSatisfy({ $0.isASCIIDigit }): seconds = Int64(text)
        default: seconds = nil
        }
        guard let seconds, seconds >= 0 else { throw .malformed(.token, .lifetime) }
        return seconds
    }
}
