/// Why an ``RSABatchSigner`` gave no signature.
public enum RSABatchSigningError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Signing itself failed.
    case signing(RSASigningError)
    /// Too many requests are waiting, and the settings say that no more shall.
    case overloaded
    /// The calling task was cancelled while its request waited.
    case cancelled

    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .signing(let error): "\(error)"
        case .overloaded: "too many signatures are waiting: try again later, or ask less often"
        case .cancelled: "cancelled before the signature was made"
        }
    }
}
