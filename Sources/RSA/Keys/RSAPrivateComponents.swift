public import ConstantTime

/// The numbers of an RSA private key (RFC 8017 section 3.2), each as big-endian bytes without leading zeros.
///
/// The secret ones are in memory that is wiped when the last reference goes away, and are not printed.
public struct RSAPrivateComponents: Sendable {
    /// n = p·q.
    public let modulus: [UInt8]

    /// e.
    public let publicExponent: [UInt8]

    /// d = e⁻¹ mod lcm(p − 1, q − 1), or that plus a multiple.
    public let privateExponent: SecretBytes

    /// p and q.
    public let prime1: SecretBytes, prime2: SecretBytes

    /// dP = d mod (p − 1) and dQ = d mod (q − 1).
    public let exponent1: SecretBytes, exponent2: SecretBytes

    /// qInv = q⁻¹ mod p.
    public let coefficient: SecretBytes

    /// The eight numbers. Nothing is checked here; ``RSAPrivateKey/init(components:policy:)`` does.
    public init(
        modulus: [UInt8], publicExponent: [UInt8], privateExponent: SecretBytes,
        prime1: SecretBytes, prime2: SecretBytes,
        exponent1: SecretBytes, exponent2: SecretBytes, coefficient: SecretBytes
    ) {
        self.modulus = modulus
        self.publicExponent = publicExponent
        self.privateExponent = privateExponent
        self.prime1 = prime1
        self.prime2 = prime2
        self.exponent1 = exponent1
        self.exponent2 = exponent2
        self.coefficient = coefficient
    }
}

extension RSAPrivateComponents: CustomStringConvertible, CustomDebugStringConvertible {
    /// Never the numbers.
    public var description: String { "RSAPrivateComponents(redacted)" }

    /// Never the numbers.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension RSAPrivateComponents: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
