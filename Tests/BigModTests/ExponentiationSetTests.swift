import BigMod
import TestSupport
import Testing

@Suite("Sets of exponentiations")
struct ExponentiationSetTests {
    @Test("sets of every length give what each member would give alone", arguments: 0...17)
    func lengths(count: Int) throws {
        var operands = Operands(seed: UInt64(count))
        let exponent = Nat(bigEndian: operands.bytes(limbs: 2))
        let members = try (0..<count).map { _ in
            let modulus = try #require(Modulus(Nat(bigEndian: operands.modulus(limbs: 4))))
            return (modulus: modulus, base: modulus.reduced(Nat(bigEndian: operands.bytes(limbs: 4))))
        }
        let results = Nat(count: 4 * max(count, 1)) { results in
            let scratchCount = Exponentiation.scratchCount(width: 4, setCount: count, engine: .preferred)
            withScratch(scratchCount) { scratch in
                let set = members.enumerated().map { i, member in
                    let result = results.slice(4 * i, count: 4)
                    member.base.withLimbs { result.assign($0) }
                    return Exponentiation(
                        base: result, exponent: unsafe exponent.borrowedLimbs,
                        exponentBitLength: 2 * Limb.bitWidth, modulus: member.modulus, result: result)
                }
                withExtendedLifetime(exponent) { Exponentiation.run(set, by: .preferred, scratch: scratch) }
            }
        }
        for (i, member) in members.enumerated() {
            let result = results.withLimbs { all in Nat(count: 4) { $0.assign(all.slice(4 * i, count: 4)) } }
            let expected = member.base.reference.power(
                exponent.reference, modulo: member.modulus.value.reference)
            #expect(result.reference == expected)
        }
    }
}
