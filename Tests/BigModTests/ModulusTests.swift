import ConstantTime
import TestSupport
import Testing

@testable import BigMod

@Suite("Modulus")
struct ModulusTests {
    @Test(
        "even numbers, zero and one are no moduli",
        arguments: [0, 1, 2, 4, 0x1_0000, 0xffff_fffe] as [UInt64])
    func refused(value: UInt64) {
        #expect(Modulus(Nat(value, count: 8)) == nil)
    }

    @Test("product, square and reduction against the oracle", arguments: widths)
    func products(width: Int) throws {
        var operands = Operands(seed: UInt64(width))
        // The oracle is slow on long numbers.
        for round in 0..<(width > 32 ? 4 : 12) {
            // Now and then a modulus that does not fill its width.
            let extra = round % 4 == 3 ? 1 : 0
            let modulus = try #require(
                Modulus(Nat(bigEndian: operands.modulus(limbs: width)), width: width + extra))
            let m = modulus.value.reference
            let wide = Nat(bigEndian: operands.bytes(limbs: 2 * modulus.width))
            let a = modulus.reduced(wide)
            let b = modulus.reduced(Nat(bigEndian: operands.bytes(limbs: width)))
            #expect(a.reference == wide.reference % m)
            #expect(modulus.multiplied(a, b).reference == (a.reference * b.reference) % m)
            #expect(modulus.multiplied(a, a).reference == (a.reference * a.reference) % m)
            #expect(square(modulus, a).reference == (a.reference * a.reference) % m)
            #expect(difference(modulus, a, b).reference == (m + a.reference - b.reference) % m)
        }
    }

    @Test("a number is cut into blocks that fill it, and into halves where these are blocks")
    func blocks() {
        for n in stride(from: 4, through: 256, by: 4) {
            let block = MontgomeryKernel.blockWidth(n)
            #expect(block == (n % 16 == 0 ? 16 : n % 12 == 0 ? 12 : n))
            #expect(n % block == 0 && block % 4 == 0)
            #expect(KaratsubaSquare.isFaster(n) == (n >= 32 && n % 16 == 0))
        }
    }

    /// The division in constant time has code for one width only, and is itself compared with the oracle, which would
    /// take long here.
    @Test("product and square beside a division, for keys of up to 16,384 bits", arguments: wideWidths)
    func wideProducts(width: Int) throws {
        var operands = Operands(seed: UInt64(width))
        let modulus = try #require(Modulus(Nat(bigEndian: operands.modulus(limbs: width))))
        for _ in 0..<3 {
            let a = modulus.reduced(Nat(bigEndian: operands.bytes(limbs: width)))
            let b = modulus.reduced(Nat(bigEndian: operands.bytes(limbs: width)))
            func remainder(_ product: Nat) -> Nat {
                product.remainder(dividingBy: modulus.value, bitLength: modulus.bitLength)
            }
            #expect(modulus.multiplied(a, b).isEqual(to: remainder(a.multiplied(by: b))).isYes)
            #expect(square(modulus, a).isEqual(to: remainder(a.multiplied(by: a))).isYes)
        }
    }

    @Test("the extremes: 0, 1, m − 1", arguments: widths + wideWidths)
    func extremes(width: Int) throws {
        let all = [UInt8](repeating: 0xff, count: width * Limb.bitWidth / 8)
        let modulus = try #require(Modulus(Nat(bigEndian: all)))
        let zero = Nat(0, count: modulus.width), one = Nat(1, count: modulus.width)
        let last = modulus.value.subtracting(one)
        #expect(modulus.multiplied(last, last).isEqual(to: one).isYes)
        #expect(square(modulus, last).isEqual(to: one).isYes)
        #expect(modulus.multiplied(last, zero).isZero.isYes)
        #expect(modulus.multiplied(last, one).isEqual(to: last).isYes)
        #expect(modulus.reduced(modulus.value).isZero.isYes)
        #expect(difference(modulus, zero, last).isEqual(to: one).isYes)
    }

    @Test("power against the oracle", arguments: [1, 2, 3, 4])
    func power(width: Int) throws {
        var operands = Operands(seed: UInt64(width) + 7)
        for _ in 0..<4 {
            let modulus = try #require(Modulus(Nat(bigEndian: operands.modulus(limbs: width))))
            let base = modulus.reduced(Nat(bigEndian: operands.bytes(limbs: width)))
            let exponent = Nat(bigEndian: operands.bytes(limbs: min(width, 2)))
            let expected = base.reference.power(exponent.reference, modulo: modulus.value.reference)
            #expect(modulus.power(base, exponent).reference == expected)
        }
    }

    @Test("every window value is read from the table", arguments: 0..<32)
    func windows(value: Int) throws {
        let modulus = try #require(Modulus(Nat(0xffff_ffff_ffff_ffc5, count: Limb.count(bits: 64))))
        let base = Nat(3, count: modulus.width)
        let exponent = Nat(UInt64(value) << 5 | UInt64(31 - value), count: Limb.count(bits: 16))
        let expected = ReferenceInteger(3).power(exponent.reference, modulo: modulus.value.reference)
        #expect(modulus.power(base, exponent).reference == expected)
    }

    @Test("a set gives what each would give alone", arguments: widths + wideWidths.dropLast(2))
    func sets(limbs: Int) throws {
        var operands = Operands(seed: 99)
        let moduli = try (0..<2).map { _ in
            try #require(Modulus(Nat(bigEndian: operands.modulus(limbs: limbs))))
        }
        let bases = moduli.map { $0.reduced(Nat(bigEndian: operands.bytes(limbs: limbs))) }
        let exponents = (0..<2).map { _ in Nat(bigEndian: operands.bytes(limbs: 2)) }
        let width = moduli[0].width
        /// Runs both, as a pair or as an array.
        func run(asArray: Bool) -> Nat {
            Nat(count: 2 * width) { results in
                withScratch(Exponentiation.scratchCount(width: width, setCount: 2, engine: .portable)) {
                    scratch in
                    bases[0].withLimbs { base0 in
                        bases[1].withLimbs { base1 in
                            exponents[0].withLimbs { exponent0 in
                                exponents[1].withLimbs { exponent1 in
                                    let first = Exponentiation(
                                        base: base0, exponent: exponent0,
                                        exponentBitLength: 2 * Limb.bitWidth,
                                        modulus: moduli[0], result: results.slice(0, count: width))
                                    let second = Exponentiation(
                                        base: base1, exponent: exponent1,
                                        exponentBitLength: 2 * Limb.bitWidth,
                                        modulus: moduli[1], result: results.slice(width, count: width))
                                    if asArray {
                                        Exponentiation.run([first, second], by: .portable, scratch: scratch)
                                    } else {
                                        Exponentiation.run(first, second, by: .portable, scratch: scratch)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        let alone = (0..<2).map { moduli[$0].power(bases[$0], exponents[$0]) }
        for asArray in [false, true] {
            let results = run(asArray: asArray)
            for i in 0..<2 {
                let ofSet = Nat(count: width) { limbs in
                    results.withLimbs { limbs.assign($0.slice(width * i, count: width)) }
                }
                #expect(ofSet.isEqual(to: alone[i]).isYes)
            }
        }
    }

    /// a² mod m through the dedicated squaring.
    private func square(_ modulus: Modulus, _ a: Nat) -> Nat {
        Nat(count: modulus.width) { result in
            withScratch(modulus.scratchCount) { scratch in
                a.withLimbs { modulus.enterMontgomery(result, $0, scratch: scratch) }
                modulus.montgomerySquare(result, result, scratch: scratch)
                modulus.leaveMontgomery(result, result, scratch: scratch)
            }
        }
    }

    /// a − b mod m.
    private func difference(_ modulus: Modulus, _ a: Nat, _ b: Nat) -> Nat {
        Nat(count: modulus.width) { result in
            a.withLimbs { a in b.withLimbs { b in modulus.subtract(result, a, b) } }
        }
    }
}
