import BigMod
import ConstantTime

/// A public RSA key (n, e) for verifying RS256 signatures.
///
/// Loading checks the sizes against a policy, that n and e are odd, and that n does not come from one generator whose keys
/// can be factored (CVE-2017-15361). It cannot check that n is the product of two primes.
public struct RSAPublicKey: Sendable {
    /// n, in memory that no private key shares.
    let n: PublicModulus

    /// e as a word: policies allow no more than 64 bits.
    let e: UInt64

    /// What does the arithmetic.
    var engine = Engine.preferred

    /// The key (n, e).
    ///
    /// - Parameters:
    ///   - modulus: n as big-endian bytes. Leading zero bytes are ignored.
    ///   - exponent: e as big-endian bytes. Leading zero bytes are ignored.
    ///   - policy: the sizes that are accepted.
    /// - Throws: ``RSAKeyError/modulusBitLength(_:allowed:)``, ``RSAKeyError/publicExponentOutOfRange(allowed:)`` or
    ///   ``RSAKeyError/invalid(_:)``. Sizes are checked before any arithmetic.
    public init(
        modulus: [UInt8], exponent: [UInt8], policy: RSAKeyPolicy = .default
    ) throws(RSAKeyError) {
        guard modulus.count <= Self.maximumNumberByteCount else {
            throw .modulusBitLength(modulus.count &* 8, allowed: policy.modulusBitLengths)
        }
        guard exponent.count <= Self.maximumNumberByteCount else {
            throw .publicExponentOutOfRange(allowed: policy.publicExponents)
        }
        let modulus = modulus.drop { $0 == 0 }
        let exponent = exponent.drop { $0 == 0 }
        let bits = modulus.count &* 8 &- (modulus.first?.leadingZeroBitCount ?? 0)
        guard policy.modulusBitLengths.contains(bits) else {
            throw .modulusBitLength(bits, allowed: policy.modulusBitLengths)
        }
        guard exponent.count <= 8 else { throw .publicExponentOutOfRange(allowed: policy.publicExponents) }
        let e = exponent.reduce(0 as UInt64) { ($0 &<< 8) | UInt64($1) }
        guard policy.publicExponents.contains(e) else {
            throw .publicExponentOutOfRange(allowed: policy.publicExponents)
        }
        guard e & 1 == 1 else { throw .invalid(.publicExponentNotOdd) }
        guard let n = PublicModulus(Nat(bigEndian: [UInt8](modulus))) else { throw .invalid(.modulusNotOdd) }
        guard !FlawedGenerator.hasMade(n.value) else { throw .invalid(.modulusOfFlawedGenerator) }
        self.n = n
        self.e = e
    }

    /// How long an array with a number may be, in bytes: eight times as long as the largest modulus, for leading zeros.
    private static let maximumNumberByteCount = 1 << 14

    /// The length of the modulus, in bits.
    public var keySizeInBits: Int { n.bitLength }

    /// The length of the modulus and of a signature, in bytes.
    var byteCount: Int { (n.bitLength &+ 7) / 8 }

    /// n as big-endian bytes without leading zeros.
    public var modulus: [UInt8] { n.value.bigEndianBytes(byteCount).copied() }

    /// e as big-endian bytes without leading zeros.
    public var exponent: [UInt8] {
        let count = 8 &- e.leadingZeroBitCount / 8
        return (0..<count).map { UInt8(truncatingIfNeeded: e &>> UInt64(8 &* (count &- 1 &- $0))) }
    }
}

extension RSAPublicKey: Hashable {
    /// Whether both keys have the same modulus and exponent.
    public static func == (a: RSAPublicKey, b: RSAPublicKey) -> Bool {
        a.e == b.e && a.n.value.isEqual(to: b.n.value).revealed(as: .publicKey)
    }

    /// Hashes modulus and exponent.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(modulus)
        hasher.combine(e)
    }
}
