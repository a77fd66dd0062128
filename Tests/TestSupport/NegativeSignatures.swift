/// `Vectors/negative/signatures.json`: damaged encodings and signatures, and right ones between them.
public struct NegativeSignatures: Decodable, Sendable {
    /// The signatures.
    public let cases: [Case]

    /// The keys by the names that the cases give them.
    public let keys: [String: Numbers]

    /// The numbers of a public key, in hexadecimal digits.
    public struct Numbers: Decodable, Sendable {
        public let n: String, e: String
    }

    /// A signature and whether it is one.
    public struct Case: Decodable, Sendable, CustomStringConvertible {
        public let id: String, rule: String, key: String, message: String, signature: String, expected: String

        /// Whether the signature is one.
        public var isValid: Bool { expected == "valid" }

        /// The name of the case, for the list of tests.
        public var description: String { id }
    }
}
