public import RSA

/// A client that the provider knows.
public struct RegisteredClient: Sendable {
    /// Its identifier: `iss` of its assertions and `client_id` of its requests.
    public let id: String
    /// The key that its assertions are verified with.
    public let key: RSAPublicKey
    /// Whom besides itself it may ask tokens for with the `jwt-bearer` grant: values of `sub`.
    public let subjects: [String]
    /// The scopes that it may ask for; nil for any.
    public let scopes: [String]?

    /// A client.
    public init(id: String, key: RSAPublicKey, subjects: [String] = [], scopes: [String]? = nil) {
        self.id = id
        self.key = key
        self.subjects = subjects
        self.scopes = scopes
    }
}
