public import DER

/// Why a key could not be loaded. The description is written for the person who pasted the key; it never holds
/// anything of the key itself.
public enum RSAKeyError: Error, Equatable, Sendable {
    /// The text is not PEM in the strict form.
    case text(PEMError)
    /// The text that was pasted cannot be mended.
    case credential(CredentialError)
    /// A block of PEM holds an RSA key in another form than its label says; the line where it begins, from 1.
    case labelMismatch(label: String, line: Int)
    /// There are more bytes than any key or certificate has; how many, and how many are read at most.
    case tooLarge(byteCount: Int, maximum: Int)
    /// The bytes are not DER, or not the structure that was announced.
    case encoding(DERError)
    /// Something well formed, but not the key that is needed here.
    case unsuitable(KeyMaterial, needed: RSAKeyHalf)
    /// The text holds several private keys, and nothing says which one is meant. The line of the second, from 1.
    case severalKeys(line: Int)
    /// The version number of the structure is not the one that is supported.
    case unsupportedVersion
    /// The algorithm identifier of an RSA key must have NULL parameters (RFC 3279 section 2.3.1).
    case algorithmParameters
    /// The modulus is shorter or longer than the policy allows, in bits.
    case modulusBitLength(Int, allowed: ClosedRange<Int>)
    /// The public exponent is smaller or larger than the policy allows.
    case publicExponentOutOfRange(allowed: ClosedRange<UInt64>)
    /// A number of the key is longer than the modulus.
    case numberTooLong
    /// The numbers of the key break a rule.
    case invalid(RSAKeyDefect)
}

/// The halves of a key pair.
public enum RSAKeyHalf: Sendable, Equatable {
    /// What signs.
    case privateKey
    /// What verifies.
    case publicKey
}

extension RSAKeyError: CustomStringConvertible {
    /// What is wrong, where, and what to do about it.
    public var description: String {
        switch self {
        case .text(let error): error.description
        case .credential(let error): error.description
        case .labelMismatch(let label, let line):
            "line \(line): the block says \(label), its content has another form; "
                + "`openssl pkey -in FILE` rewrites a key in the usual form"
        case .tooLarge(let count, let maximum):
            "\(count) bytes are too many for a key; the maximum is \(maximum)"
        case .encoding(let error): "the key is damaged or is no key: \(error)"
        case .unsuitable(let material, let needed): Self.describe(material, needed: needed)
        case .severalKeys(let line):
            "there is a second private key at line \(line); give a file with one of them"
        case .unsupportedVersion:
            "the version number in the key is not 0; `openssl pkey -in FILE` rewrites a key in the usual form"
        case .algorithmParameters:
            "the algorithm of the key must be written with NULL parameters (RFC 3279 section 2.3.1)"
        case .modulusBitLength(let bits, let allowed):
            bits < allowed.lowerBound
                ? "the key has \(bits) bits, the minimum is \(allowed.lowerBound): make a new one with "
                    + "`openssl genrsa -out FILE \(max(2048, allowed.lowerBound))`"
                : "the key has \(bits) bits, the maximum is \(allowed.upperBound)"
        case .publicExponentOutOfRange(let allowed):
            "the public exponent must be from \(allowed.lowerBound) to \(allowed.upperBound)"
        case .numberTooLong: "a number of the key is longer than its modulus"
        case .invalid(let defect): "the key is invalid: \(defect)"
        }
    }

    private static func describe(_ material: KeyMaterial, needed: RSAKeyHalf) -> String {
        switch material {
        case .rsaPrivateKey:
            "this is a PRIVATE KEY, the public key is needed: `openssl pkey -in FILE -pubout` writes it"
        case .rsaPublicKey:
            "this is a PUBLIC KEY, signing needs the private key (BEGIN RSA PRIVATE KEY or BEGIN PRIVATE KEY)"
        case .certificate:
            "this is a CERTIFICATE, signing needs the private key (BEGIN RSA PRIVATE KEY or BEGIN PRIVATE KEY)"
        case .certificateRequest:
            "this is a CERTIFICATE REQUEST, neither a key nor a certificate"
        case .encryptedPrivateKey:
            "the private key is encrypted: decrypt it with `openssl pkey -in FILE -out NEWFILE`"
        case .multiPrimeRSAKey:
            "the key has more than two primes, which is not supported; make a new one with `openssl genrsa`"
        case .rsaPSSKey: "RSA key restricted to RSASSA-PSS: it must not be used for RS256"
        case .rsaKeyForAnotherUse:
            "the JWK says in \"use\", \"alg\" or \"key_ops\" that its key is for something else than "
                + (needed == .privateKey ? "making" : "verifying") + " RS256 signatures"
        case .ellipticCurveKey: "EC key, RSA required: RS256 is RSA with SHA-256"
        case .edwardsCurveKey: "Ed25519, Ed448, X25519 or X448 key, RSA required: RS256 is RSA with SHA-256"
        case .dsaKey: "DSA key, RSA required: RS256 is RSA with SHA-256"
        case .openSSHKey:
            "OPENSSH key: convert a copy of it with `ssh-keygen -p -m PEM -f COPY`"
        case .unknownAlgorithm(let identifier): "a key with the unknown algorithm \(identifier), RSA required"
        case .pemBlock(let label): "\(label) is no key; a \(needed.label) is needed"
        }
    }
}

extension RSAKeyHalf {
    fileprivate var label: String {
        switch self {
        case .privateKey: "PRIVATE KEY"
        case .publicKey: "PUBLIC KEY"
        }
    }
}
