import BigMod
import ConstantTime

/// A private RSA key that signs RS256.
///
/// The key's numbers are checked completely when it is loaded, except that p and q are not tested for primality.
/// They live in memory that is wiped when the last copy of the key goes away. Copies are cheap and share that
/// memory; a key may be used from several threads at once. Nothing of it is ever printed.
public struct RSAPrivateKey: Sendable {
    /// The public half, computed from numbers of its own.
    public internal(set) var publicKey: RSAPublicKey

    /// The secret half.
    let storage: PrivateKeyStorage

    /// What does the arithmetic. Available on this machine.
    var engine = Engine.preferred

    /// The length of the modulus and of a signature, in bits.
    public var keySizeInBits: Int { publicKey.keySizeInBits }
}

/// The numbers of a private key as they stand in an encoding (RFC 8017 appendix A.1.2).
struct PrivateKeyNumbers {
    let modulus: SecretSlice, publicExponent: SecretSlice, privateExponent: SecretSlice
    let prime1: SecretSlice, prime2: SecretSlice
    let exponent1: SecretSlice, exponent2: SecretSlice, coefficient: SecretSlice
}

/// What the copies of a private key share.
final class PrivateKeyStorage: Sendable {
    /// What signing uses.
    let crt: CRTKey

    /// d, which signing does not use: it is kept for writing the key.
    let privateExponent: Nat

    init(crt: CRTKey, privateExponent: Nat) {
        self.crt = crt
        self.privateExponent = privateExponent
    }
}

// MARK: - From numbers

extension RSAPrivateKey {
    /// The key with these eight numbers.
    ///
    /// - Parameters:
    ///   - components: the numbers; all of them are checked against each other.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``; sizes are checked before any arithmetic.
    public init(components: RSAPrivateComponents, policy: RSAKeyPolicy = .default) throws(RSAKeyError) {
        try RSAPublicKey.checkLengths(
            modulus: components.modulus.count, exponent: components.publicExponent.count, policy: policy)
        try self.init(
            PrivateKeyNumbers(
                modulus: SecretSlice(SecretBytes(copying: components.modulus)),
                publicExponent: SecretSlice(SecretBytes(copying: components.publicExponent)),
                privateExponent: SecretSlice(components.privateExponent),
                prime1: SecretSlice(components.prime1), prime2: SecretSlice(components.prime2),
                exponent1: SecretSlice(components.exponent1), exponent2: SecretSlice(components.exponent2),
                coefficient: SecretSlice(components.coefficient)),
            policy: policy)
    }

    /// The key with the eight numbers of RFC 8017 section 3.2, each as big-endian bytes.
    init(_ numbers: PrivateKeyNumbers, policy: RSAKeyPolicy) throws(RSAKeyError) {
        let publicKey = try RSAPublicKey(
            modulus: numbers.modulus, exponent: numbers.publicExponent, policy: policy)
        try self.init(
            publicKey: publicKey, privateExponent: try publicKey.number(numbers.privateExponent),
            primes: (try publicKey.number(numbers.prime1), try publicKey.number(numbers.prime2)),
            crt: .init(
                exponent1: try publicKey.number(numbers.exponent1),
                exponent2: try publicKey.number(numbers.exponent2),
                coefficient: try publicKey.number(numbers.coefficient)))
    }

    /// The key with these numbers, each as big-endian bytes. The arrays are the caller's to wipe.
    ///
    /// - Parameters:
    ///   - modulus: n.
    ///   - publicExponent: e.
    ///   - privateExponent: d.
    ///   - prime1: p. Without both primes they are computed from n, e and d, which takes as long as some dozens of
    ///     signatures.
    ///   - prime2: q.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError``; sizes are checked before any arithmetic.
    public init(
        modulus: [UInt8], publicExponent: [UInt8], privateExponent: [UInt8],
        prime1: [UInt8]? = nil, prime2: [UInt8]? = nil, policy: RSAKeyPolicy = .default
    ) throws(RSAKeyError) {
        let publicKey = try RSAPublicKey(modulus: modulus, exponent: publicExponent, policy: policy)
        let d = try publicKey.number(privateExponent)
        if let prime1, let prime2 {
            let primes = (
                try publicKey.number(prime1), try publicKey.number(prime2)
            )
            try self.init(publicKey: publicKey, privateExponent: d, primes: primes, crt: nil)
        } else {
            let primes = try recoverPrimes(
                modulus: publicKey.n.value, publicExponent: publicKey.e, privateExponent: d)
            try self.init(publicKey: publicKey, privateExponent: d, primes: primes, crt: nil)
        }
    }

    private init(
        publicKey: RSAPublicKey, privateExponent: Nat, primes: (Nat, Nat), crt: UncheckedPrivateKey.CRTValues?
    ) throws(RSAKeyError) {
        let unchecked = UncheckedPrivateKey(
            modulus: publicKey.n.value, modulusBitLength: publicKey.keySizeInBits,
            publicExponent: publicKey.e, privateExponent: privateExponent,
            prime1: primes.0, prime2: primes.1, crt: crt)
        self.publicKey = publicKey
        storage = PrivateKeyStorage(crt: try unchecked.validated(), privateExponent: privateExponent)
    }

    /// The eight numbers. They are copies in memory of their own, which is wiped like the key's.
    public var components: RSAPrivateComponents {
        let crt = storage.crt
        return RSAPrivateComponents(
            modulus: publicKey.modulus, publicExponent: publicKey.exponent,
            privateExponent: storage.privateExponent.minimalBytes(),
            prime1: crt.p.value.minimalBytes(), prime2: crt.q.value.minimalBytes(),
            exponent1: crt.dP.minimalBytes(), exponent2: crt.dQ.minimalBytes(),
            coefficient: crt.qInv.minimalBytes())
    }
}

extension RSAPublicKey {
    /// A number of the private key that belongs to this public key, as long as the modulus.
    ///
    /// - Parameter bytes: big-endian. Leading zero bytes are allowed, but not more bytes than the modulus has.
    fileprivate func number(_ bytes: SecretSlice) throws(RSAKeyError) -> Nat {
        guard bytes.count <= byteCount else { throw .numberTooLong }
        return Nat(bigEndian: bytes, count: n.width)
    }

    /// The same for an array, which is not copied if it is too long.
    fileprivate func number(_ bytes: [UInt8]) throws(RSAKeyError) -> Nat {
        guard bytes.count <= byteCount else { throw .numberTooLong }
        return try number(SecretSlice(SecretBytes(copying: bytes)))
    }
}

extension Nat {
    /// The big-endian bytes without leading zeros; the length is revealed as the layout of an encoding.
    fileprivate func minimalBytes() -> SecretBytes {
        bigEndianBytes(max(1, (announcedBitLength() &+ 7) / 8))
    }
}

// MARK: - Not printing

extension RSAPrivateKey: CustomStringConvertible, CustomDebugStringConvertible {
    /// The size, never the numbers.
    public var description: String { "RSAPrivateKey(\(keySizeInBits) bits, redacted)" }

    /// The size, never the numbers.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    extension RSAPrivateKey: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
