import BigMod
import ConstantTime
import DER
import TestSupport
import Testing

@testable import RSA

/// The numbers in the rules for keys, each with the last value that is allowed and the first that is not.
@Suite("Keys at their limits")
struct KeyLimitTests {
    private typealias Number = ReferenceInteger

    private static let n = TestKeys.number("n"), e = TestKeys.number("e"), d = TestKeys.number("d")

    /// 2^bits.
    private static func power(_ bits: Int) -> Number {
        Number(bigEndian: [1 << UInt8(bits % 8)] + [UInt8](repeating: 0, count: bits / 8))
    }

    private static func bytes(_ number: Number) -> [UInt8] {
        number.bigEndianBytes(512) ?? []
    }

    private static func load(
        n: Number, p: Number, q: Number, d: Number, policy: RSAKeyPolicy = .default
    ) throws -> RSAPrivateKey {
        // Without the leading zeros, which would make p longer than n.
        func minimal(_ number: Number) -> [UInt8] { Array(bytes(number).drop { $0 == 0 }) }
        return try RSAPrivateKey(
            modulus: minimal(n), publicExponent: e, privateExponent: minimal(d), prime1: minimal(p),
            prime2: minimal(q), policy: policy)
    }

    @Test("the policies are those of RFC 7518 and FIPS 186-5")
    func policies() {
        #expect(RSAKeyPolicy.default.modulusBitLengths == 2048...8192)
        #expect(RSAKeyPolicy.default.publicExponents == 65537...4_294_967_295)
        #expect(RSAKeyPolicy.legacy.modulusBitLengths == 1024...8192)
        #expect(RSAKeyPolicy.legacy.publicExponents == 3...UInt64.max)
        let widest = RSAKeyPolicy(modulusBitLengths: 1...1_000_000, publicExponents: 0...UInt64.max)
        #expect(widest.modulusBitLengths == 1024...16384 && widest.publicExponents == 3...UInt64.max)
        let own = RSAKeyPolicy(modulusBitLengths: 1025...16383, publicExponents: 5...7)
        #expect(own.modulusBitLengths == 1025...16383 && own.publicExponents == 5...7)
    }

    @Test("moduli of 2047, 2048, 8192 and 8193 bits", arguments: [2047, 2048, 8192, 8193])
    func modulusLengths(bits: Int) throws {
        let modulus = [1 << UInt8((bits - 1) % 8)] + [UInt8](repeating: 0xff, count: (bits - 1) / 8)
        if (2048...8192).contains(bits) {
            #expect(try RSAPublicKey(modulus: modulus, exponent: Self.e).keySizeInBits == bits)
        } else {
            #expect(throws: RSAKeyError.modulusBitLength(bits, allowed: 2048...8192)) {
                try RSAPublicKey(modulus: modulus, exponent: Self.e)
            }
        }
    }

    @Test("public exponents at the ends of the policies, and their bytes")
    func publicExponents() throws {
        func key(_ exponent: [UInt8], _ policy: RSAKeyPolicy = .default) throws -> RSAPublicKey {
            try RSAPublicKey(modulus: Self.n, exponent: exponent, policy: policy)
        }
        for exponent in [[1, 0, 1], [0xff, 0xff, 0xff, 0xff]] as [[UInt8]] {
            #expect(try key(exponent).exponent == exponent)
        }
        for exponent in [[0xff, 0xff], [1, 0, 0, 0, 1]] as [[UInt8]] {
            #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
                try key(exponent)
            }
        }
        for count in 1...8 {
            for first in [0x01, 0x7f, 0xff] as [UInt8] {
                let exponent =
                    count == 1 ? [first | 3] : [first] + [UInt8](repeating: 0, count: count - 2) + [3]
                #expect(try key(exponent, .legacy).exponent == exponent)
            }
        }
        for exponent in [[], [0], [1], [2]] as [[UInt8]] {
            #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 3...UInt64.max)) {
                try key(exponent, .legacy)
            }
        }
        #expect(throws: RSAKeyError.invalid(.publicExponentNotOdd)) { try key([4], .legacy) }
    }

    @Test("an array with a number has at most 16,384 bytes, leading zeros counted")
    func arrayLengths() throws {
        func padded(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
            [UInt8](repeating: 0, count: count - bytes.count) + bytes
        }
        _ = try RSAPublicKey(modulus: padded(Self.n, 16384), exponent: padded(Self.e, 16384))
        #expect(throws: RSAKeyError.modulusBitLength(131_080, allowed: 2048...8192)) {
            try RSAPublicKey(modulus: padded(Self.n, 16385), exponent: Self.e)
        }
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
            try RSAPublicKey(modulus: Self.n, exponent: padded(Self.e, 16385))
        }
    }

    @Test("a modulus among components has at most as many bytes as the longest, an exponent eight")
    func componentLengths() throws {
        let good = try TestKeys.rfc7515().components
        func load(modulus: Int, exponent: Int) throws -> RSAPrivateKey {
            let zeros = [UInt8](repeating: 0, count: 2000)
            return try RSAPrivateKey(
                components: RSAPrivateComponents(
                    modulus: (zeros + good.modulus).suffix(modulus),
                    publicExponent: (zeros + good.publicExponent).suffix(exponent),
                    privateExponent: good.privateExponent, prime1: good.prime1, prime2: good.prime2,
                    exponent1: good.exponent1, exponent2: good.exponent2, coefficient: good.coefficient))
        }
        #expect(try load(modulus: 1024, exponent: 8).publicKey == TestKeys.rfc7515().publicKey)
        #expect(throws: RSAKeyError.modulusBitLength(8200, allowed: 2048...8192)) {
            try load(modulus: 1025, exponent: 8)
        }
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
            try load(modulus: 1024, exponent: 9)
        }
    }

    @Test("numbers of the private half may be as long as the modulus, in each place")
    func privateNumberLengths() throws {
        let good = try TestKeys.rfc7515().components
        func load(_ place: Int, _ count: Int) throws -> RSAPrivateKey {
            func number(_ i: Int, _ bytes: SecretBytes) -> SecretBytes {
                guard i == place else { return bytes }
                let zeros = [UInt8](repeating: 0, count: count - bytes.count)
                return SecretBytes(copying: zeros + bytes.copied())
            }
            return try RSAPrivateKey(
                components: RSAPrivateComponents(
                    modulus: good.modulus, publicExponent: good.publicExponent,
                    privateExponent: number(0, good.privateExponent), prime1: number(1, good.prime1),
                    prime2: number(2, good.prime2), exponent1: number(3, good.exponent1),
                    exponent2: number(4, good.exponent2), coefficient: number(5, good.coefficient)))
        }
        for place in 0..<6 {
            #expect(try load(place, 256).publicKey.keySizeInBits == 2048)
            #expect(throws: RSAKeyError.numberTooLong) { try load(place, 257) }
        }
        // The same for arrays, and with primes that are given.
        _ = try RSAPrivateKey(
            modulus: Self.n, publicExponent: Self.e, privateExponent: Self.d,
            prime1: [UInt8](repeating: 0, count: 128) + TestKeys.number("p"), prime2: TestKeys.number("q"))
        #expect(throws: RSAKeyError.numberTooLong) {
            try RSAPrivateKey(
                modulus: Self.n, publicExponent: Self.e, privateExponent: Self.d,
                prime1: TestKeys.number("p"),
                prime2: [UInt8](repeating: 0, count: 129) + TestKeys.number("q"))
        }
    }

    // The order of the checks is that of FIPS 186-5: the primes first, then d. So numbers that are no primes do for
    // the first ones, and the error tells how far a key has come.

    @Test("primes must differ by 2^924 in a key of 2048 bits (FIPS 186-5 section A.1.3)")
    func distance() {
        let q = Self.power(1023) + Self.power(1022) + Number(1)
        func load(_ difference: Number, swapped: Bool) throws {
            let p = q + difference
            _ = try Self.load(
                n: p * q, p: swapped ? q : p, q: swapped ? p : q, d: Number(bigEndian: Self.d))
        }
        for swapped in [false, true] {
            #expect(throws: RSAKeyError.invalid(.privateExponentMismatch)) {
                try load(Self.power(924), swapped: swapped)
            }
            #expect(throws: RSAKeyError.invalid(.primesTooClose)) {
                try load(Self.power(924) - Number(2), swapped: swapped)
            }
            #expect(throws: RSAKeyError.invalid(.primesTooClose)) { try load(Number(2), swapped: swapped) }
        }
    }

    @Test("a prime has at least a quarter of the bits of the modulus")
    func primeLengths() {
        for (bits, defect) in [
            (512, .privateExponentMismatch), (511, .primeTooSmall), (3, .primeTooSmall),
        ] as [(Int, RSAKeyDefect)] {
            // Both begin with 11 in binary: their product has as many bits as they have together.
            let p = Self.power(bits - 1) + Self.power(bits - 2) + Number(1)
            let q = Self.power(2047 - bits) + Self.power(2046 - bits) + Number(1)
            for (a, b) in [(p, q), (q, p)] {
                #expect(throws: RSAKeyError.invalid(defect)) {
                    try Self.load(n: p * q, p: a, q: b, d: Number(bigEndian: Self.d))
                }
            }
        }
    }

    @Test("2^1024 < d < n in a key of 2048 bits (FIPS 186-5 section A.1.1)")
    func privateExponentRange() {
        let n = Number(bigEndian: Self.n)
        let p = Number(bigEndian: TestKeys.number("p")), q = Number(bigEndian: TestKeys.number("q"))
        for (d, defect) in [
            (Number(1), .privateExponentTooSmall), (Self.power(1024) - Number(1), .privateExponentTooSmall),
            (Self.power(1024), .privateExponentMismatch), (n - Number(1), .privateExponentMismatch),
            (n, .privateExponentTooLarge), (n + Number(1), .privateExponentTooLarge),
        ] as [(Number, RSAKeyDefect)] {
            #expect(throws: RSAKeyError.invalid(defect)) { try Self.load(n: n, p: p, q: q, d: d) }
        }
    }

    @Test("an encoding has at most as many bytes as a PEM text")
    func encodingSize() {
        let bytes = [UInt8](repeating: 0, count: 262_144)
        for read in [
            { _ = try RSAPublicKey(derRepresentation: $0) }, { _ = try RSAPrivateKey(derRepresentation: $0) },
        ] as [([UInt8]) throws -> Void] {
            let found = DERTag(rawValue: 0)
            #expect(
                throws: RSAKeyError.encoding(
                    DERError(.unexpectedTag(expected: .sequence, found: found), offset: 0))
            ) { try read(bytes) }
            #expect(throws: RSAKeyError.tooLarge(byteCount: 262_145, maximum: 262_144)) {
                try read(bytes + [0])
            }
        }
    }

    @Test("the sizes for which there are kernels are those of RFC 7518 and the two next ones")
    func kernels() throws {
        for (bits, isFast) in [(2048, true), (2560, false), (3072, true), (4096, true), (4352, false)] {
            var key = try RSAPublicKey(
                modulus: [UInt8](repeating: 0xff, count: bits / 8), exponent: Self.e)
            key.engine = .avx512
            #expect(key.verifyingEngine == (isFast ? .avx512 : .portable))
            key.engine = .portable
            #expect(key.verifyingEngine == .portable)
        }
        var seen: Set<Int> = []
        for var key in try RSABatchTests.keys() + [TestKeys.rfc7515()]
        where seen.insert(key.keySizeInBits).inserted {
            key.engine = .avx512
            let isFast = [2048, 3072, 4096].contains(key.keySizeInBits)
            #expect(key.signingEngine == (isFast ? .avx512 : .portable))
            key.engine = .portable
            #expect(key.signingEngine == .portable)
        }
        #expect(seen.isSuperset(of: [1024, 1536, 2048, 3072, 4096]))
    }

    @Test("an even modulus has no primes that could be found")
    func recoveryOfEvenModulus() {
        for modulus in [Array(Self.n.dropLast()) + [Self.n[255] ^ 1], [0], [1]] {
            #expect(throws: RSAKeyError.invalid(.modulusNotOdd)) {
                try recoverPrimes(
                    modulus: Nat(bigEndian: modulus), publicExponent: 65537,
                    privateExponent: Nat(bigEndian: Self.d))
            }
        }
    }

    @Test("primes are looked for with the first forty primes as bases, none of them a power of others")
    func recoveryBases() {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < 40 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        #expect(primeRecoveryBases == primes)
    }
}
