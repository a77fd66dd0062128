/// Why a request brought no answer.
public struct HTTPTransportError: Error, Equatable, Sendable {
    /// What went wrong.
    public enum Kind: Equatable, Sendable {
        /// The host's name has no address.
        case hostNotFound
        /// Nothing listens there, or the network does not reach it.
        case cannotConnect
        /// TLS failed; `reason` says how, as the system tells it.
        case secureConnectionFailed(reason: String)
        /// The deadline passed.
        case timedOut
        /// The body is longer than this many bytes.
        case bodyTooLarge(limit: Int)
        /// The answer broke off, or is not HTTP.
        case brokenAnswer
        /// The task was cancelled.
        case cancelled
        /// Something else; `reason` says what, as the system tells it.
        case other(reason: String)
    }

    /// What went wrong.
    public let kind: Kind
    /// Scheme, host and port of the server, as in `https://example.com`.
    public let origin: String

    /// An error of `kind` at the server of `endpoint`.
    public init(_ kind: Kind, at endpoint: EndpointURL) {
        self.kind = kind
        self.origin = endpoint.origin
    }
}

extension HTTPTransportError: CustomStringConvertible {
    /// What went wrong, where, and what to look at.
    public var description: String { origin + ": " + explanation }

    private var explanation: String {
        switch kind {
        case .hostNotFound: "the host name has no address; check the spelling and the name service"
        case .cannotConnect: "cannot connect; is the server running there, and is the port right?"
        case .secureConnectionFailed(let reason): "no secure connection: " + reason
        case .timedOut: "no complete answer in time"
        case .bodyTooLarge(let limit): "the answer is longer than \(limit) bytes; is this the right endpoint?"
        case .brokenAnswer: "the answer breaks off or is not HTTP; is this the right port?"
        case .cancelled: "cancelled"
        case .other(let reason): reason
        }
    }
}
