import BigMod
import ConstantTime
import TestSupport
import Testing

@Suite("Nat")
struct NatTests {
    @Test("bytes in, bytes out", arguments: 1...40)
    func bytes(count: Int) {
        var operands = Operands(seed: UInt64(count))
        let bytes = operands.generator.bytes(count)
        let nat = Nat(bigEndian: bytes)
        #expect(nat.bigEndianBytes(count).copied() == bytes)
        #expect(nat.bigEndianBytes(count + 5).copied() == [0, 0, 0, 0, 0] + bytes)
        #expect(Nat(bigEndian: SecretSlice(SecretBytes(copying: bytes)), count: 60).isEqual(to: nat).isYes)
    }

    @Test("without an announced length, a number has the limbs that its bytes need, and at least one")
    func announcedLength() {
        let size = MemoryLayout<Limb>.size
        for count in 0...3 * size {
            let bytes = [UInt8](repeating: 1, count: count)
            let limbs = max(1, (count + size - 1) / size)
            #expect(Nat(bigEndian: bytes).count == limbs)
            #expect(Nat(bigEndian: SecretSlice(SecretBytes(copying: bytes))).count == limbs)
        }
    }

    @Test(
        "a word of 64 bits, whatever the limb",
        arguments: [0, 1, 0xff, 0x1_0000, .max, 0x0123_4567_89ab_cdef])
    func word(value: UInt64) {
        #expect(Nat(value, count: 8).reference == ReferenceInteger(value))
    }

    @Test("sum, difference, product against the oracle", arguments: widths, widths)
    func arithmetic(width: Int, otherWidth: Int) {
        var operands = Operands(seed: UInt64(width * 100 + otherWidth))
        for _ in 0..<20 {
            let a = Nat(bigEndian: operands.bytes(limbs: width))
            let b = Nat(bigEndian: operands.bytes(limbs: otherWidth))
            #expect(a.adding(b).reference == a.reference + b.reference)
            #expect(a.multiplied(by: b).reference == a.reference * b.reference)
            #expect(a.isLess(than: b).isYes == (a.reference < b.reference))
            #expect(a.isEqual(to: b).isYes == (a.reference == b.reference))
            #expect(a.isEqual(to: a.resized(width + 3)).isYes)
            let (large, small) = a.reference < b.reference ? (b, a) : (a, b)
            let width = max(large.count, small.count)
            #expect(large.resized(width).subtracting(small).reference == large.reference - small.reference)
        }
    }

    @Test("a product overwrites whatever is there", arguments: [1, 2, 5])
    func productOverOldNumber(width: Int) {
        var operands = Operands(seed: UInt64(width))
        let a = Nat(bigEndian: operands.bytes(limbs: width)), b = Nat(bigEndian: operands.bytes(limbs: width))
        let product = Nat(count: a.count + b.count) { result in
            let ones = Nat(bigEndian: [UInt8](repeating: 0xff, count: result.count * MemoryLayout<Limb>.size))
            ones.withLimbs { result.assign($0) }
            a.withLimbs { a in b.withLimbs { b in result.multiply(a, b) } }
        }
        #expect(product.reference == a.reference * b.reference)
    }

    @Test("the announced lengths of results", arguments: [1, 2, 5], [1, 2, 5])
    func announcedLengths(width: Int, otherWidth: Int) {
        let a = Nat(7, count: 8 * width), b = Nat(5, count: 8 * otherWidth)
        #expect(a.adding(b).count == max(a.count, b.count) + 1)
        #expect(a.multiplied(by: b).count == a.count + b.count)
        #expect(a.subtracting(Nat(5, count: 8)).count == a.count)
        #expect(a.shiftedRight(1).count == a.count)
        #expect(a.oddPart().count == a.count)
        #expect(a.remainder(dividingBy: b, bitLength: 3).count >= 1)
    }

    @Test("zero, odd, bit length", arguments: widths)
    func properties(width: Int) {
        #expect(Nat(0, count: width).isZero.isYes && Nat(0, count: width).announcedBitLength() == 0)
        for position in 0..<(width * Limb.bitWidth) {
            var bytes = [UInt8](repeating: 0, count: width * Limb.bitWidth / 8)
            bytes[bytes.count - 1 - position / 8] = 1 << UInt8(position % 8)
            let nat = Nat(bigEndian: bytes, count: width)
            #expect(!nat.isZero.isYes)
            #expect(nat.isOdd.isYes == (position == 0))
            #expect(nat.announcedBitLength() == position + 1)
        }
    }

    @Test("shifting right", arguments: [0, 1, 7, 8, 15, 31, 32, 63, 64, 65, 127, 128, 500])
    func shifting(bits: Int) {
        var operands = Operands(seed: UInt64(bits))
        let a = Nat(bigEndian: operands.bytes(limbs: 5))
        let shifted = a.shiftedRight(bits).reference
        for i in 0..<(5 * Limb.bitWidth) { #expect(shifted.bit(i) == a.reference.bit(i + bits)) }
    }

    @Test("remainder against the oracle", arguments: widths, widths)
    func remainder(width: Int, divisorWidth: Int) {
        var operands = Operands(seed: UInt64(width * 1000 + divisorWidth))
        for _ in 0..<6 {
            let a = Nat(bigEndian: operands.bytes(limbs: width))
            // An even divisor as often as an odd one: p − 1 is even.
            var bytes = operands.modulus(limbs: divisorWidth)
            if operands.generator.next() % 2 == 0 { bytes[bytes.count - 1] ^= 1 }
            let m = Nat(bigEndian: bytes)
            guard m.announcedBitLength() > 0 else { continue }
            let remainder = a.remainder(dividingBy: m, bitLength: m.announcedBitLength())
            #expect(remainder.reference == a.reference % m.reference)
        }
    }

    @Test("remainder by a constant against the oracle", arguments: widths)
    func remainderModulo97(width: Int) {
        var operands = Operands(seed: UInt64(width))
        for _ in 0..<20 {
            let a = Nat(bigEndian: operands.bytes(limbs: width))
            let remainder = ReferenceInteger(UInt64(a.remainderModulo97VarTime()))
            #expect(remainder == a.reference % ReferenceInteger(97))
        }
    }

    @Test("greatest common divisor against the oracle", arguments: [1, 2, 3])
    func greatestCommonDivisor(width: Int) {
        var operands = Operands(seed: UInt64(width))
        for _ in 0..<10 {
            let common = Nat(bigEndian: operands.modulus(limbs: 1))
            let a = common.multiplied(by: Nat(bigEndian: operands.bytes(limbs: width)))
            let b = common.multiplied(by: Nat(bigEndian: operands.modulus(limbs: width)))
            #expect(a.greatestCommonDivisor(b).reference == .gcd(a.reference, b.reference))
        }
    }

    @Test("a description does not show the number")
    func redaction() {
        #expect("\(Nat(0xdead_beef, count: 8))" == "Nat(redacted)")
    }
}

extension Choice {
    var isYes: Bool { revealed(as: .keyValidity) }
}
