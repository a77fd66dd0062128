import BigMod
import TestSupport
import Testing

@Suite("Sets of exponentiations")
struct ExponentiationSetTests {
    @Test(
        "sets of every length give what each member would give alone, bases of both lengths too",
        arguments: 0...17)
    func lengths(count: Int) throws {
        var operands = Operands(seed: UInt64(count))
        let exponent = Nat(bigEndian: operands.bytes(limbs: 2))
        let members = try (0..<count).map { i in
            let modulus = try #require(Modulus(Nat(bigEndian: operands.modulus(limbs: 4))))
            return (modulus: modulus, base: Nat(bigEndian: operands.bytes(limbs: i % 3 == 0 ? 8 : 4)))
        }
        let results = Nat(count: 4 * max(count, 1)) { results in
            let scratchCount = Exponentiation.scratchCount(width: 4, setCount: count, engine: .preferred)
            withScratch(scratchCount) { scratch in
                let set = members.enumerated().map { i, member in
                    let result = results.slice(4 * i, count: 4)
                    // A base as short as the modulus may be in the memory of the result.
                    let isLong = member.base.count > 4
                    if !isLong { member.base.withLimbs { result.assign($0) } }
                    return unsafe Exponentiation(
                        base: isLong ? member.base.borrowedLimbs : result, exponent: exponent.borrowedLimbs,
                        exponentBitLength: 2 * Limb.bitWidth, modulus: member.modulus, result: result)
                }
                withExtendedLifetime((exponent, members)) {
                    Exponentiation.run(set, by: .preferred, scratch: scratch)
                }
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
