import BigMod
import ConstantTime
import TestSupport

/// Makes numbers whose limbs of 52 bits are where carries begin and end.
struct Operands {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    mutating func random(below bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

    /// A number of `width` 64-bit words.
    mutating func number(width: Int) -> Nat {
        // Whole numbers of one kind of limb are as likely as mixed ones: a carry then ripples through all lanes.
        let mixed = random(below: 4) > 0, kind = random(below: 6)
        let limbs = (0..<(width * 64 + 51) / 52).map { _ in limb(mixed ? random(below: 8) : kind) }
        return Nat(bigEndian: bytes(of: limbs, count: 8 * width))
    }

    private mutating func limb(_ kind: Int) -> UInt64 {
        let full: UInt64 = (1 << 52) - 1
        return switch kind {
        case 0: 0
        case 1: full
        case 2: 1
        case 3: full - 1
        case 4: 1 << 51
        case 5: full >> 1
        default: generator.next() & full
        }
    }

    /// The big-endian bytes of the number with these limbs of 52 bits, the lowest first.
    private func bytes(of limbs: [UInt64], count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        for bit in 0..<8 * count where (limbs[bit / 52] >> UInt64(bit % 52)) & 1 == 1 {
            bytes[count - 1 - bit / 8] |= 1 << UInt8(bit % 8)
        }
        return bytes
    }

    /// An odd number that fills `width` words, or all but a few bits of them.
    mutating func modulusValue(width: Int) -> Nat {
        var bytes = [UInt8](number(width: width).bigEndianBytes(8 * width).copied())
        bytes[8 * width - 1] |= 1
        switch random(below: 4) {
        case 0: bytes[0] |= 0x80
        case 1: bytes[0] = 0xff
        case 2: bytes[0] = 0x80
        default: bytes[0] = 1 << UInt8(random(below: 8))
        }
        return Nat(bigEndian: bytes)
    }

    /// A base less than m: a residue, or the one that is a residue in the kernels' Montgomery form, with R = 2^(52·limbs).
    mutating func base(modulo modulus: Modulus) -> Nat {
        let residue = residue(modulo: modulus)
        guard random(below: 2) == 0 else { return residue }
        // 1/2 is (m + 1) / 2.
        let width = modulus.width
        let half = modulus.value.shiftedRight(1).adding(Nat(1, count: width)).resized(width)
        return modulus.multiplied(residue, modulus.power(half, Nat(UInt64(65 * width), count: 1)))
    }

    /// A number less than m: at the ends, or of any kind.
    mutating func residue(modulo modulus: Modulus) -> Nat {
        let one = Nat(1, count: modulus.width), last = modulus.value.subtracting(one)
        switch random(below: 12) {
        case 0: return Nat(0, count: modulus.width)
        case 1: return one
        case 2: return last
        case 3: return last.shiftedRight(1)
        default: return modulus.reduced(number(width: modulus.width))
        }
    }
}
