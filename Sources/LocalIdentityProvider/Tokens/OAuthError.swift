import JOSE

/// An error answer of the token endpoint (RFC 6749 §5.2).
struct OAuthError: Error, Equatable {
    enum Code: String {
        case invalidRequest = "invalid_request"
        case invalidClient = "invalid_client"
        case invalidGrant = "invalid_grant"
        case unsupportedGrantType = "unsupported_grant_type"
        case invalidScope = "invalid_scope"
        /// RFC 6749 §4.1.2.1 has it for the other endpoint; here it goes with status 503.
        case temporarilyUnavailable = "temporarily_unavailable"
        case serverError = "server_error"
    }

    let code: Code
    /// A sentence for the developer of the client, without anything secret.
    let reason: String

    init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    var status: HTTPStatus {
        switch code {
        case .invalidClient: .unauthorized
        case .temporarilyUnavailable: .serviceUnavailable
        case .serverError: .internalServerError
        default: .badRequest
        }
    }

    var answer: JSONObject {
        ["error": .string(code.rawValue), "error_description": .string(printable)]
    }

    /// The sentence in the characters that the section allows, and not longer than a sentence should be.
    private var printable: String {
        let bytes = reason.unicodeScalars.prefix(300).map { scalar -> UInt8 in
            switch scalar {
            case "\"", "\\": UInt8(ascii: "'")
            case " "..."~": UInt8(truncatingIfNeeded: scalar.value)
            default: UInt8(ascii: "?")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
