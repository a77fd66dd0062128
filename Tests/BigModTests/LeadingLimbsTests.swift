import TestSupport
import Testing

@testable import BigMod

/// The reciprocal by itself: a wrong one would show in times alone, because each digit that comes of it is mended.
@Suite("The reciprocal of a divisor's leading limbs")
struct LeadingLimbsTests {
    private let half = (1 as Limb) << (Limb.bitWidth - 1)

    @Test("limbs at the edges and at random")
    func edges() {
        var operands = Operands(seed: 3)
        for high in [half, half + 1, half | half >> 1, .max - 1, .max] {
            for low in [0, 1, half - 1, half, .max - 1, .max] { expectReciprocal(high, low) }
        }
        for _ in 0..<1000 { expectReciprocal(operands.limb() | half, operands.limb()) }
    }

    /// With v for the high limb alone, high·v + low is then less than low and exactly high.
    @Test("limbs where a correction is at its limit")
    func limits() {
        var generator = SplitMix64(seed: 4)
        var count = 0
        for _ in 0..<400 {
            let high = Limb(truncatingIfNeeded: generator.next()) | half
            let low = high &* (1 &- quotientDigit(~high, .max, high))
            guard low > high else { continue }
            expectReciprocal(high, low)
            count += 1
        }
        #expect(count > 20)
    }

    /// ⌊(W³ − 1) / (high·W + low)⌋ − W.
    private func expectReciprocal(_ high: Limb, _ low: Limb) {
        let divisor = Nat(bigEndian: [high, low].flatMap(bytes))
        let reciprocal = divisor.withLimbs {
            LeadingLimbs($0, bitLength: 2 * Limb.bitWidth).reciprocal
        }
        let largest = ReferenceInteger(bigEndian: [Limb.max, .max, .max].flatMap(bytes))
        let quotient = ReferenceInteger(bigEndian: [1, reciprocal].flatMap(bytes))
        let product = quotient * divisor.reference
        #expect(!(largest < product), "too large for \(high), \(low)")
        #expect(largest < product + divisor.reference, "too small for \(high), \(low)")
    }

    private func bytes(_ limb: Limb) -> [UInt8] {
        stride(from: Limb.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: limb >> Limb($0))
        }
    }
}
