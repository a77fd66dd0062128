import BenchmarkHarness
import RS256

/// What all contestants do, with the same keys and on the same bytes.
enum Contest {
    /// 300 bytes: the length of a client assertion's header and payload in base64url.
    static let message = [UInt8](repeating: UInt8(ascii: "e"), count: 300)

    /// The length of the data that is hashed.
    static let hashedByteCount = 16_384

    /// The data that is hashed.
    static let hashedBytes = (0..<hashedByteCount).map { UInt8(truncatingIfNeeded: $0) }

    /// The claims of the tokens; `jti` is added for each.
    static let client = "b7f0c1c2-41a5-4f6e-9c56-6d5a2f0f9a11"
    static let audience = "https://idp.intelligence.salesforce.com"
    static let issuedAt: Int64 = 1_700_000_000

    /// The one RS256 signature of ``message`` under a key; every contestant must make it.
    static func signature(by key: PublishedKey) throws -> [UInt8] {
        try RSAPrivateKey(pemRepresentation: key.privatePEM).signature(for: message)
    }

    /// Refuses a signature that is not ``signature(by:)``.
    static func check(_ signature: some Sequence<UInt8>, by key: PublishedKey) throws {
        guard try Array(signature) == self.signature(by: key) else {
            throw WrongResult("the signature is not that of RS256")
        }
    }
}
