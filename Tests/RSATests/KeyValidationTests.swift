import ConstantTime
import TestSupport
import Testing

@testable import RSA

@Suite("Key validation")
struct KeyValidationTests {
    /// The components of the RFC 7515 key with one of them replaced.
    private func components(replacing name: String? = nil, with bytes: [UInt8] = []) -> RSAPrivateComponents {
        func number(_ n: String) -> [UInt8] { n == name ? bytes : TestKeys.number(n) }
        func secret(_ n: String) -> SecretBytes { SecretBytes(copying: number(n)) }
        return RSAPrivateComponents(
            modulus: number("n"), publicExponent: number("e"), privateExponent: secret("d"),
            prime1: secret("p"), prime2: secret("q"), exponent1: secret("dp"), exponent2: secret("dq"),
            coefficient: secret("qi"))
    }

    @Test("the numbers of a good key are accepted and given back")
    func accepts() throws {
        let key = try RSAPrivateKey(components: components())
        let back = key.components
        #expect(back.modulus == TestKeys.number("n") && back.publicExponent == TestKeys.number("e"))
        #expect(back.privateExponent.copied() == TestKeys.number("d"))
        #expect(back.prime1.copied() == TestKeys.number("p") && back.prime2.copied() == TestKeys.number("q"))
        #expect(
            back.exponent1.copied() == TestKeys.number("dp")
                && back.exponent2.copied() == TestKeys.number("dq"))
        #expect(back.coefficient.copied() == TestKeys.number("qi"))
    }

    static let names = ["n", "d", "p", "q", "dp", "dq", "qi"]

    @Test("a flipped bit in any number is refused", arguments: names, [0, 1, 8, 500, 1000, 1015])
    func flippedBit(name: String, bit: Int) {
        var bytes = TestKeys.number(name)
        bytes[bytes.count - 1 - bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(throws: RSAKeyError.self) {
            try RSAPrivateKey(components: components(replacing: name, with: bytes))
        }
    }

    @Test("zero, one and two instead of any number are refused", arguments: names, [0, 1, 2] as [UInt8])
    func tiny(name: String, value: UInt8) {
        #expect(throws: RSAKeyError.self) {
            try RSAPrivateKey(components: components(replacing: name, with: [value]))
        }
    }

    @Test(
        "each rule has its own error",
        arguments: [
            ("n", .modulusNotOdd), ("p", .primesDoNotDivideModulus), ("q", .primesDoNotDivideModulus),
            ("d", .privateExponentMismatch), ("dp", .crtExponentMismatch), ("dq", .crtExponentMismatch),
            ("qi", .crtCoefficientMismatch),
        ] as [(String, RSAKeyDefect)])
    func rules(name: String, defect: RSAKeyDefect) {
        var bytes = TestKeys.number(name)
        // Flips the second lowest bit, or the lowest of n.
        bytes[bytes.count - 1] ^= name == "n" ? 1 : 2
        #expect(throws: RSAKeyError.invalid(defect)) {
            try RSAPrivateKey(components: components(replacing: name, with: bytes))
        }
    }

    @Test("primes that are equal, even, or missing from the modulus")
    func primes() {
        let p = TestKeys.number("p")
        func load(_ p: [UInt8], _ q: [UInt8]) throws -> RSAPrivateKey {
            try RSAPrivateKey(
                modulus: TestKeys.number("n"), publicExponent: TestKeys.number("e"),
                privateExponent: TestKeys.number("d"), prime1: p, prime2: q)
        }
        #expect(throws: RSAKeyError.invalid(.primesEqual)) { try load(p, p) }
        #expect(throws: RSAKeyError.invalid(.primeNotOdd)) { try load(p, [2]) }
        #expect(throws: RSAKeyError.invalid(.primeNotOdd)) { try load([1], p) }
        #expect(throws: RSAKeyError.invalid(.primesDoNotDivideModulus)) { try load(p, [3]) }
        #expect(throws: RSAKeyError.numberTooLong) { try load(TestKeys.number("n") + [1], p) }
        // 1 · n = n, but 1 is no prime; n itself as a prime leaves the other one at 1.
        #expect(throws: RSAKeyError.invalid(.primeNotOdd)) { try load([1], TestKeys.number("n")) }
    }

    @Test("swapped primes are accepted when their other numbers are swapped with them, and only then")
    func swapped() throws {
        let key = try RSAPrivateKey(
            modulus: TestKeys.number("n"), publicExponent: TestKeys.number("e"),
            privateExponent: TestKeys.number("d"), prime1: TestKeys.number("q"), prime2: TestKeys.number("p"))
        #expect(try key.signature(for: [1]) == TestKeys.rfc7515().signature(for: [1]))
        var wrong = components(replacing: "p", with: TestKeys.number("q"))
        wrong = RSAPrivateComponents(
            modulus: wrong.modulus, publicExponent: wrong.publicExponent,
            privateExponent: wrong.privateExponent,
            prime1: SecretBytes(copying: TestKeys.number("q")),
            prime2: SecretBytes(copying: TestKeys.number("p")),
            exponent1: wrong.exponent1, exponent2: wrong.exponent2, coefficient: wrong.coefficient)
        #expect(throws: RSAKeyError.invalid(.crtExponentMismatch)) { try RSAPrivateKey(components: wrong) }
    }

    @Test("primes are found from n, e and d")
    func recovered() throws {
        let key = try RSAPrivateKey(
            modulus: TestKeys.number("n"), publicExponent: TestKeys.number("e"),
            privateExponent: TestKeys.number("d"))
        let primes = [key.components.prime1.copied(), key.components.prime2.copied()]
        #expect(Set(primes) == Set([TestKeys.number("p"), TestKeys.number("q")]))
    }

    @Test("n, e and d that do not belong together give no primes")
    func notRecovered() {
        var d = TestKeys.number("d")
        d[d.count - 1] ^= 2
        #expect(throws: RSAKeyError.invalid(.primesNotRecoverable)) {
            try RSAPrivateKey(
                modulus: TestKeys.number("n"), publicExponent: TestKeys.number("e"), privateExponent: d)
        }
    }

    @Test("sizes are checked by policy")
    func policy() throws {
        let n1024 = [UInt8](repeating: 0xff, count: 128)
        #expect(throws: RSAKeyError.modulusBitLength(1024, allowed: 2048...8192)) {
            try RSAPublicKey(modulus: n1024, exponent: [1, 0, 1])
        }
        _ = try RSAPublicKey(modulus: n1024, exponent: [3], policy: .legacy)
        let n2048 = [UInt8](repeating: 0xff, count: 256)
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
            try RSAPublicKey(modulus: n2048, exponent: [3])
        }
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
            try RSAPublicKey(modulus: n2048, exponent: [1, 0, 0, 0, 0])
        }
        #expect(throws: RSAKeyError.invalid(.publicExponentNotOdd)) {
            try RSAPublicKey(modulus: n2048, exponent: [1, 0, 2])
        }
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 3...UInt64.max)) {
            try RSAPublicKey(modulus: n2048, exponent: [1], policy: .legacy)
        }
        #expect(throws: RSAKeyError.modulusBitLength(8208, allowed: 2048...8192)) {
            try RSAPublicKey(modulus: [UInt8](repeating: 0xff, count: 1026), exponent: [1, 0, 1])
        }
        #expect(throws: RSAKeyError.modulusBitLength(0, allowed: 2048...8192)) {
            try RSAPublicKey(modulus: [], exponent: [1, 0, 1])
        }
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
            try RSAPublicKey(modulus: n2048, exponent: [])
        }
    }

    @Test("arrays that are too long for a number are refused before they are looked at")
    func lengths() throws {
        let zeros = [UInt8](repeating: 0, count: 16128)
        let n = TestKeys.number("n"), e = [1, 0, 1] as [UInt8]
        let key = try RSAPublicKey(modulus: zeros + n, exponent: zeros + e)
        #expect(key == (try TestKeys.rfc7515()).publicKey)
        #expect(throws: RSAKeyError.modulusBitLength(131_080, allowed: 2048...8192)) {
            try RSAPublicKey(modulus: [0] + zeros + n, exponent: e)
        }
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
            try RSAPublicKey(modulus: n, exponent: zeros + zeros + e)
        }
        #expect(throws: RSAKeyError.numberTooLong) {
            try RSAPrivateKey(modulus: n, publicExponent: e, privateExponent: [0] + n)
        }
        #expect(throws: RSAKeyError.modulusBitLength(129_024, allowed: 2048...8192)) {
            try RSAPrivateKey(components: components(replacing: "n", with: zeros))
        }
        #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 65537...0xffff_ffff)) {
            try RSAPrivateKey(components: components(replacing: "e", with: [0, 0, 0, 0, 0, 0, 1, 0, 1]))
        }
    }

    @Test("a policy's longest modulus need not be whole bytes")
    func partialBytes() throws {
        let policy = RSAKeyPolicy(modulusBitLengths: 1024...1031, publicExponents: 3...65537)
        let key = try RSAPublicKey(
            modulus: [0x7f] + [UInt8](repeating: 0xff, count: 128), exponent: [1, 0, 1], policy: policy)
        #expect(key.keySizeInBits == 1031)
        #expect(try RSAPublicKey(derRepresentation: key.derRepresentation, policy: policy) == key)
    }

    @Test("leading zero bytes do not change a key")
    func leadingZeros() throws {
        let key = try RSAPublicKey(modulus: [0, 0] + TestKeys.number("n"), exponent: [0, 1, 0, 1])
        #expect(key == (try TestKeys.rfc7515()).publicKey)
    }

    @Test("a coefficient must be reduced: qInv + p is refused, though it is an inverse too")
    func unreducedCoefficient() throws {
        // With a second prime that is longer, 2^1279 − 1, there is room for a coefficient above the first.
        let p = TestKeys.number("p"), q = [0x7f] + [UInt8](repeating: 0xff, count: 159)
        let n = ReferenceInteger(bigEndian: p) * ReferenceInteger(bigEndian: q)
        let good = try RSAPrivateKey(
            modulus: n.bigEndianBytes(288) ?? [], publicExponent: [1, 0, 1],
            privateExponent: bytes(hexadecimal: Self.exponentForLongPrime), prime1: p, prime2: q
        ).components
        let sum =
            ReferenceInteger(bigEndian: good.coefficient.copied()) + ReferenceInteger(bigEndian: p)
        func key(_ coefficient: SecretBytes) throws -> RSAPrivateKey {
            try RSAPrivateKey(
                components: RSAPrivateComponents(
                    modulus: good.modulus, publicExponent: good.publicExponent,
                    privateExponent: good.privateExponent, prime1: good.prime1, prime2: good.prime2,
                    exponent1: good.exponent1, exponent2: good.exponent2, coefficient: coefficient))
        }
        _ = try key(good.coefficient)
        #expect(throws: RSAKeyError.invalid(.crtCoefficientMismatch)) {
            try key(SecretBytes(copying: sum.bigEndianBytes(130) ?? []))
        }
    }

    /// 65537⁻¹ modulo lcm(p − 1, 2^1279 − 2), p being that of RFC 7515.
    private static let exponentForLongPrime =
        "2303eb90572a8d30f63186206062d793ebd215be5b1ff5156301c8403ea1a78a894601f3461ba923e32653a56819c5bb"
        + "2a9476cc4f6445143c253b68db65eefaa38700389c8e251e60c37e330d23bf5271b0ac5d7b564e60acddb948c1a71963"
        + "060f510df926ad44798154ee14d3e71dccbd0dd0397afe2a1d8ce2c53d738e075555aaaa5555aaaa5555aaaa5555aaaa"
        + "5555aaaa5555aaaa5555aaaa5555aaa9c945fc68f8ab75e67c8f9228d3ca4c5aa60d53b0e8d5d654c94e89a95acf0c80"
        + "303da2dd3ce7061ac8bc5c14b4ee93bdab03cf7917c4965964c0bd06e7bdeebfc739a9c7e31d1630d247b1de20c6ad60"
        + "8e92f93467fc7127a1dec5874eb9451e3d18667270baf5986f5056f202060e33226173696f69b201df221f955f87728d"

    @Test("a public exponent of more than 64 bits is refused whatever its low bits are")
    func longPublicExponent() {
        for exponent: [UInt8] in [[1, 0, 0, 0, 0, 0, 1, 0, 1], [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]] {
            #expect(throws: RSAKeyError.publicExponentOutOfRange(allowed: 3...UInt64.max)) {
                try RSAPublicKey(modulus: TestKeys.number("n"), exponent: exponent, policy: .legacy)
            }
        }
    }

    @Test("public keys are equal, in sets too, when modulus and exponent are")
    func hashable() throws {
        let n = TestKeys.number("n")
        let key = try RSAPublicKey(modulus: n, exponent: [1, 0, 1])
        let same = try RSAPublicKey(modulus: n, exponent: [0, 1, 0, 1])
        let other = try RSAPublicKey(modulus: n, exponent: [1, 0, 3])
        let third = try RSAPublicKey(modulus: [0xff] + n.dropFirst(), exponent: [1, 0, 1])
        #expect(key == same && key.hashValue == same.hashValue)
        #expect(Set([key, same, other, third]).count == 3)
        #expect(key != other && key != third && other != third)
    }

    @Test("no description, dump or mirror shows a number")
    func redaction() throws {
        let key = try TestKeys.rfc7515()
        var texts = [
            "\(key)", String(reflecting: key), "\(key.components)", String(reflecting: key.components),
        ]
        for value in [key, key.components] as [Any] {
            var text = ""
            dump(value, to: &text)
            texts.append(text)
            #expect(Mirror(reflecting: value).children.isEmpty)
        }
        let expected = "RSAPrivateKey(2048 bits, redacted)"
        #expect(texts[0] == expected && texts[1] == expected)
        for text in texts { #expect(text.count < 120) }
    }
}
