/// One request that a provider has answered, for a log. No assertion and no token is in it.
public struct ProviderEvent: Sendable, Equatable {
    /// What came of the request.
    public enum Outcome: Sendable, Equatable {
        /// A document was served.
        case document
        /// A token was issued to the client for the subject.
        case token(client: String, subject: String)
        /// The request was refused, with an error code of RFC 6749 §5.2.
        case refusal(error: String, description: String)
        /// The request was not HTTP, or not for an address or a method that there is.
        case failure(String)
    }

    /// `GET` for example; empty if no request could be read.
    public let method: String
    /// The path, without the query; empty if no request could be read.
    public let path: String
    /// The status of the answer.
    public let status: Int
    /// What came of the request.
    public let outcome: Outcome
}

extension ProviderEvent: CustomStringConvertible {
    /// One line.
    public var description: String {
        (method.isEmpty ? "-" : method + " " + path) + " \(status) " + text
    }

    private var text: String {
        switch outcome {
        case .document: "document"
        case .token(let client, let subject):
            client == subject ? "token for \(client)" : "token for \(client), subject \(subject)"
        case .refusal(let error, let description): error + ": " + description
        case .failure(let reason): reason
        }
    }
}
