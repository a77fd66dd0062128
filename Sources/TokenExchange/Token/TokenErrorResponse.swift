import JOSE

/// An error answer of a token endpoint (RFC 6749 §5.2).
///
/// The texts are safe to show: only the characters that the section allows, cut to a bearable length, and
/// without anything in them that could be an assertion or a token that the server repeats.
public struct TokenErrorResponse: Equatable, Sendable {
    /// The status of the answer, 400 or 401 by the RFC.
    public let status: Int
    /// `error`: the code, `invalid_client` for example.
    public let error: String
    /// `error_description`: a sentence for developers.
    public let errorDescription: String?
    /// `error_uri`: a page about the error, without its query.
    public let errorURI: String?

    /// Reads `response`; nil if its body is not a JSON object with a well-formed `error`.
    ///
    /// - Parameters:
    ///   - response: the answer. Its status may be any, some providers answer 200, but not 404 or 405: web servers
    ///     have JSON of their own for a wrong address.
    ///   - limits: how large the body may be.
    public init?(reading response: HTTPResponse, limits: AnswerLimits = AnswerLimits()) {
        guard ![404, 405].contains(response.status),
            let members = JSONAnswer(response, step: .token, limits: limits).objectIfAny,
            let error = members["error"]?.stringValue, !error.utf8.isEmpty,
            error.utf8.allSatisfy(Self.isAllowedInError)
        else { return nil }
        status = response.status
        self.error = ServerText.printable(error)
        errorDescription = members["error_description"]?.stringValue.map { ServerText.printable($0) }
        errorURI = members["error_uri"]?.stringValue.flatMap(Self.uri)
    }

    /// `%x20-21 / %x23-5B / %x5D-7E`.
    static func isAllowedInError(_ byte: UInt8) -> Bool {
        (0x20...0x7e).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// `%x21 / %x23-5B / %x5D-7E`, cut before the query; nil for anything else.
    private static func uri(_ text: String) -> String? {
        let uri = text.utf8.prefix { $0 != UInt8(ascii: "?") }
        guard (1...200).contains(uri.count), text.utf8.allSatisfy({ isAllowedInError($0) && $0 != 0x20 })
        else {
            return nil
        }
        return String(decoding: Array(uri), as: UTF8.self)
    }
}

extension TokenErrorResponse: CustomStringConvertible {
    /// The code, the provider's sentence, and for the standard codes what to look at.
    public var description: String {
        var text = "the identity provider refused (HTTP status \(status)): " + error
        if let errorDescription { text += ": " + errorDescription }
        if let errorURI { text += " (" + errorURI + ")" }
        if let advice { text += "; " + advice }
        return text
    }

    private var advice: String? {
        switch error {
        case "invalid_client", "invalid_grant":
            "check the client identifier, whether this key is the registered one, the audience, and this machine's clock"
        case "invalid_request":
            "check whether the provider wants the parameters in the query or in the body"
        case "unauthorized_client": "the client is known but may not use this grant"
        case "unsupported_grant_type": "check the token endpoint; it does not know this grant"
        case "invalid_scope": "check the scope"
        default: nil
        }
    }
}
