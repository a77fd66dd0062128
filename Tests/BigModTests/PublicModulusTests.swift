import ConstantTime
import TestSupport
import Testing

@testable import BigMod

@Suite("Public moduli")
struct PublicModulusTests {
    @Test(
        "even numbers, zero and one are no moduli",
        arguments: [0, 1, 2, 4, 0x1_0000, 0xffff_fffe] as [UInt64])
    func refused(value: UInt64) {
        #expect(PublicModulus(Nat(value, count: 8)) == nil)
    }

    @Test("the bit length, whatever the announced length", arguments: [2, 3, 8, 9, 31, 33, 63])
    func bitLength(bits: Int) throws {
        let modulus = try #require(PublicModulus(Nat((1 << (bits - 1)) | 1, count: 20)))
        #expect(modulus.bitLength == bits)
        #expect(modulus.width == (Limb.count(bits: bits) + 3) / 4 * 4)
    }

    @Test("the width is what the number needs, in fours of limbs", arguments: 1...9)
    func width(limbs: Int) throws {
        let largest = [UInt8](repeating: 0xff, count: limbs * MemoryLayout<Limb>.size)
        #expect(try #require(PublicModulus(Nat(bigEndian: largest))).width == [4, 8, 12][(limbs - 1) / 4])
        #expect(try #require(Modulus(Nat(bigEndian: largest))).width == [4, 8, 12][(limbs - 1) / 4])
    }

    @Test("powers against the oracle", arguments: [3, 5, 17, 65537, 0xffff_ffff, .max] as [UInt64])
    func powers(exponent: UInt64) throws {
        var operands = Operands(seed: exponent)
        for limbs in [1, 3, 4, 9] {
            let modulus = try #require(PublicModulus(Nat(bigEndian: operands.modulus(limbs: limbs))))
            let base = reduced(operands.bytes(limbs: limbs), modulus)
            let power = Nat(count: modulus.width) { result in
                base.withLimbs { base in
                    withScratch(modulus.powerVarTimeScratchCount(by: .preferred)) { scratch in
                        modulus.powerVarTime(
                            result, base, exponent: exponent, by: .preferred, scratch: scratch)
                    }
                }
            }
            let expected = base.reference.power(
                ReferenceInteger(exponent), modulo: modulus.value.reference)
            #expect(power.reference == expected)
        }
    }

    @Test("a·2^k mod m against the oracle", arguments: widths.filter { $0 <= 32 })
    func shifts(limbs: Int) throws {
        var operands = Operands(seed: UInt64(limbs) + 20)
        for round in 0..<(limbs > 8 ? 6 : 30) {
            var bytes = operands.modulus(limbs: limbs)
            // Now and then with a top limb that is full, and with one that has a single bit.
            if round % 3 == 0 { bytes[0] |= 0x80 }
            if round % 5 == 0, limbs > 1 {
                for i in 0..<MemoryLayout<Limb>.size { bytes[i] = 0 }
                bytes[MemoryLayout<Limb>.size - 1] = 1
            }
            let modulus = try #require(PublicModulus(Nat(bigEndian: bytes)))
            let a = reduced(operands.bytes(limbs: limbs), modulus)
            let radix = modulus.width * Limb.bitWidth
            for bits in [0, 1, Limb.bitWidth - 1, Limb.bitWidth, 52 * limbs, radix, radix + 3] {
                expectShift(a, bits, modulus)
            }
        }
    }

    @Test("R² mod m against the oracle", arguments: [1, 2, 4, 7, 16])
    func radixSquared(limbs: Int) throws {
        var operands = Operands(seed: UInt64(limbs) + 40)
        for _ in 0..<4 {
            let modulus = try #require(PublicModulus(Nat(bigEndian: operands.modulus(limbs: limbs))))
            let bits = modulus.bitLength
            for radixBits in [modulus.width * Limb.bitWidth, bits + 2, (bits + 1) / 2] {
                let result = Nat(count: modulus.width) { result in
                    withScratch(modulus.shiftScratchCount(bits: 2 * radixBits)) { scratch in
                        modulus.writeRadixSquared(result, radixBits: radixBits, scratch: scratch)
                    }
                }
                let expected = ReferenceInteger(2).power(
                    ReferenceInteger(UInt64(2 * radixBits)), modulo: modulus.value.reference)
                #expect(result.reference == expected)
            }
        }
    }

    @Test("a·2^k mod m at the extremes: 0, 1, m − 1, and m of all ones or of a single one and a one")
    func extremes() throws {
        for limbs in [1, 2, 4, 7] {
            let size = limbs * MemoryLayout<Limb>.size
            let ones = [UInt8](repeating: 0xff, count: size)
            let sparse = [0x80] + [UInt8](repeating: 0, count: size - 1)
            for var bytes in [ones, sparse] {
                bytes[size - 1] |= 1
                let modulus = try #require(PublicModulus(Nat(bigEndian: bytes)))
                let one = Nat(1, count: modulus.width)
                for a in [Nat(0, count: modulus.width), one, modulus.value.subtracting(one)] {
                    expectShift(a, modulus.width * Limb.bitWidth, modulus)
                }
            }
        }
    }

    /// The estimate of a digit is right for nearly all numbers. Among these it is one too large 36 times, and 32 times the
    /// dividend begins like the divisor.
    @Test("a·2^w mod m for all a and m with limbs of 0, 1, half the radix and the largest")
    func corrections() throws {
        let half = (1 as Limb) << (Limb.bitWidth - 1)
        let digits: [Limb] = [0, 1, half, .max]
        let numbers = digits.flatMap { c in digits.flatMap { b in digits.map { a in [a, b, c] } } }
        var count = 0
        for divisor in numbers where divisor[2] >= half && divisor[0] & 1 == 1 {
            let modulus = try #require(PublicModulus(nat(divisor)))
            for dividend in numbers where nat(dividend).isLess(than: nat(divisor)).isYes {
                // The division in constant time is another one; the oracle would take long.
                let expected = nat([0] + dividend).remainder(
                    dividingBy: modulus.value, bitLength: modulus.bitLength)
                let a = nat(dividend).resized(modulus.width)
                #expect(shifted(a, Limb.bitWidth, modulus).isEqual(to: expected).isYes)
                count += 1
            }
        }
        #expect(count == 768)
    }

    /// Expects a·2^bits mod m.
    private func expectShift(_ a: Nat, _ bits: Int, _ modulus: PublicModulus) {
        let power = ReferenceInteger(
            bigEndian: [1 << UInt8(bits % 8)] + [UInt8](repeating: 0, count: bits / 8))
        let expected = (a.reference * power) % modulus.value.reference
        #expect(shifted(a, bits, modulus).reference == expected)
    }

    private func shifted(_ a: Nat, _ bits: Int, _ modulus: PublicModulus) -> Nat {
        Nat(count: modulus.width) { result in
            a.withLimbs { result.assign($0) }
            withScratch(modulus.shiftScratchCount(bits: bits)) { scratch in
                // It need not be clear.
                for i in 0..<scratch.count { scratch[i] = .max }
                modulus.shift(result, result, by: bits, scratch: scratch)
            }
        }
    }

    private func reduced(_ bytes: [UInt8], _ modulus: PublicModulus) -> Nat {
        Nat(bigEndian: bytes).remainder(dividingBy: modulus.value, bitLength: modulus.bitLength)
    }

    private func nat(_ limbs: [Limb]) -> Nat {
        Nat(count: limbs.count) { for i in limbs.indices { $0[i] = limbs[i] } }
    }
}
