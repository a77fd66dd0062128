import BigMod
import TestSupport
import Testing

@testable import RSA

@Suite("Moduli of a flawed generator")
struct FlawedGeneratorTests {
    /// The prime factors of M; for longer keys it has more.
    static let primes = (2...167).filter { n in (2..<n).allSatisfy { !n.isMultiple(of: $0) } }

    /// 65537^exponent modulo `prime`.
    private func power(_ exponent: Int, _ prime: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * 65537 % prime }
    }

    /// The number with these remainders modulo the primes (Garner's algorithm).
    private func number(_ remainder: (Int) -> Int) -> Nat {
        func bytes(_ number: ReferenceInteger) -> [UInt8] { number.bigEndianBytes(32) ?? [] }
        func reduced(_ number: ReferenceInteger, _ prime: Int) -> Int {
            bytes(number).reduce(0) { ($0 * 256 + Int($1)) % prime }
        }
        var number = ReferenceInteger(0), product = ReferenceInteger(1)
        for prime in Self.primes {
            let rest = reduced(number, prime), step = reduced(product, prime), wanted = remainder(prime)
            let digit = (0..<prime).first { (rest + $0 * step) % prime == wanted } ?? 0
            number = number + product * ReferenceInteger(UInt64(digit))
            product = product * ReferenceInteger(UInt64(prime))
        }
        return Nat(bigEndian: bytes(number))
    }

    @Test("powers of 65537 are found", arguments: [0, 1, 2, 3, 1000, 12345])
    func powers(exponent: Int) {
        #expect(FlawedGenerator.hasMade(number { power(exponent, $0) }))
    }

    @Test("a number that is no power modulo one of the primes is not", arguments: [11, 13, 37, 107, 151])
    func noPower(prime: Int) {
        let powers = Set((0..<prime).map { power($0, prime) })
        let other = (1..<prime).first { !powers.contains($0) }
        #expect(!FlawedGenerator.hasMade(number { $0 == prime ? other ?? 0 : power(5, $0) }))
        #expect(!FlawedGenerator.hasMade(number { $0 == prime ? 0 : power(5, $0) }))
    }

    /// Modulo 107 the order of 65537 is 53, which is prime to all others: there any power belongs to any.
    @Test("powers that do not belong together are not", arguments: primes.filter { $0 > 2 && $0 != 107 })
    func differentPowers(prime: Int) {
        #expect(!FlawedGenerator.hasMade(number { $0 == prime ? power(6, $0) : power(5, $0) }))
    }

    @Test("other moduli are not")
    func others() throws {
        #expect(!FlawedGenerator.hasMade(Nat(bigEndian: TestKeys.number("n"))))
        #expect(!FlawedGenerator.hasMade(Nat(bigEndian: [0])))
    }
}
