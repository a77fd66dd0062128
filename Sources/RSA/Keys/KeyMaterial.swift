public import DER

/// What an encoding turned out to hold.
public enum KeyMaterial: Sendable, Equatable {
    /// A private RSA key (PKCS#1 or PKCS#8).
    case rsaPrivateKey
    /// A public RSA key (SubjectPublicKeyInfo or PKCS#1).
    case rsaPublicKey
    /// An X.509 certificate.
    case certificate
    /// A certification request (PKCS#10).
    case certificateRequest
    /// A private key under a password (PKCS#8 or the older PEM headers).
    case encryptedPrivateKey
    /// A private RSA key with more than two primes (RFC 8017, version 1).
    case multiPrimeRSAKey
    /// An RSA key restricted to RSASSA-PSS (RFC 4055).
    case rsaPSSKey
    /// An RSA key whose JSON Web Key says that it is for something else than RS256 signatures.
    case rsaKeyForAnotherUse
    /// A key for an elliptic curve (ECDSA, ECDH).
    case ellipticCurveKey
    /// A key for Ed25519, Ed448, X25519 or X448.
    case edwardsCurveKey
    /// A DSA key.
    case dsaKey
    /// A key in the format of OpenSSH.
    case openSSHKey
    /// A key with an algorithm that this package does not know.
    case unknownAlgorithm(ObjectIdentifier)
    /// A PEM block that holds no key.
    case pemBlock(label: String)

    /// What a PEM label announces.
    init(pemLabel label: String) {
        self =
            switch label {
            case "RSA PRIVATE KEY", "PRIVATE KEY": .rsaPrivateKey
            case "RSA PUBLIC KEY", "PUBLIC KEY": .rsaPublicKey
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE": .certificate
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST": .certificateRequest
            case "ENCRYPTED PRIVATE KEY": .encryptedPrivateKey
            case "EC PRIVATE KEY", "EC PARAMETERS": .ellipticCurveKey
            case "DSA PRIVATE KEY", "DSA PARAMETERS", "DSA PUBLIC KEY": .dsaKey
            case "OPENSSH PRIVATE KEY", "SSH2 PUBLIC KEY": .openSSHKey
            default: .pemBlock(label: label)
            }
    }

    /// What an algorithm identifier announces, for a key that is not `rsaEncryption`.
    init(algorithm: ObjectIdentifier) {
        self =
            switch algorithm {
            case .rsassaPSS: .rsaPSSKey
            case .idEcPublicKey: .ellipticCurveKey
            case .ed25519, .ed448, .x25519, .x448: .edwardsCurveKey
            case .idDSA: .dsaKey
            default: .unknownAlgorithm(algorithm)
            }
    }
}
