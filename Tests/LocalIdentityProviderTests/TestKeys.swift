import RSA
import TestSupport

/// Two keys of 2048 bits, read once.
enum TestKeys {
    /// The client's: the key of RFC 7515, appendix A.2.
    static let client = Result { try key("keys/generated/a2-pkcs1.pem") }
    /// The provider's.
    static let provider = Result {
        try key("keys/asymmetric/Traditional_OpenSSL_Serialization/testrsa.pem")
    }

    private static func key(_ path: String) throws -> RSAPrivateKey {
        try RSAPrivateKey(pemRepresentation: VectorFile.text(path))
    }
}
