/// Which sizes of keys are accepted. Everything else about a key is checked under every policy.
public struct RSAKeyPolicy: Sendable, Equatable {
    /// The modulus lengths that are accepted, in bits.
    public let modulusBitLengths: ClosedRange<Int>

    /// The public exponents that are accepted. Even ones never are.
    public let publicExponents: ClosedRange<UInt64>

    /// Moduli of 2048 to 8192 bits, public exponents from 65537 to 2³² − 1.
    ///
    /// RFC 7518 section 3.3 demands at least 2048 bits for RS256. The lower bound of the exponent is that of
    /// FIPS 186-5 section A.1.1; the upper bound keeps a verification short.
    public static let `default` = RSAKeyPolicy(
        modulusBitLengths: 2048...8192, publicExponents: 65537...0xffff_ffff)

    /// Moduli from 1024 bits and every odd public exponent from 3 up: for old keys and old test vectors.
    ///
    /// Keys of 1024 bits are within reach of those who can pay for it: verify old signatures with them, and make
    /// no new ones.
    public static let legacy = RSAKeyPolicy(modulusBitLengths: 1024...8192, publicExponents: 3...UInt64.max)

    /// A policy of your own.
    ///
    /// - Parameters:
    ///   - modulusBitLengths: moduli lengths in bits. Bounds below 1024 and above 16384 are moved there.
    ///   - publicExponents: public exponents; a lower bound below 3 is moved there.
    public init(modulusBitLengths: ClosedRange<Int>, publicExponents: ClosedRange<UInt64>) {
        self.modulusBitLengths = modulusBitLengths.clamped(to: 1024...16384)
        self.publicExponents = publicExponents.clamped(to: 3...UInt64.max)
    }
}
