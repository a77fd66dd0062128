import BigMod
import ConstantTime
import TestSupport

/// Numbers that make carries happen: limbs drawn from 0, 1, B − 1, a single bit, and at random.
struct Operands {
    var generator: SplitMix64

    init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
    }

    mutating func limb() -> Limb {
        switch generator.next() % 6 {
        case 0: 0
        case 1: 1
        case 2: .max
        case 3: 1 &<< Limb(truncatingIfNeeded: generator.next())
        default: Limb(truncatingIfNeeded: generator.next())
        }
    }

    /// The big-endian bytes of a number of `limbs` limbs.
    mutating func bytes(limbs: Int) -> [UInt8] {
        (0..<limbs).flatMap { _ in
            let limb = self.limb()
            return stride(from: Limb.bitWidth - 8, through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: limb &>> Limb($0))
            }
        }
    }

    /// The same for an odd number greater than one, whose top limb is not zero: a modulus.
    mutating func modulus(limbs: Int) -> [UInt8] {
        var bytes = self.bytes(limbs: limbs)
        let bytesPerLimb = Limb.bitWidth / 8
        if bytes[..<bytesPerLimb].allSatisfy({ $0 == 0 }) { bytes[bytesPerLimb - 1] = 3 }
        bytes[bytes.count - 1] |= 1
        if bytes.dropLast().allSatisfy({ $0 == 0 }), bytes.last == 1 { bytes[bytes.count - 1] = 5 }
        return bytes
    }
}

extension Nat {
    /// All bytes of the announced length.
    var bytes: [UInt8] { bigEndianBytes(count * Limb.bitWidth / 8).copied() }

    /// The number as the oracle sees it.
    var reference: ReferenceInteger { ReferenceInteger(bigEndian: bytes) }
}

/// The widths at which everything is tried: few limbs, odd counts, and those that the kernel has code of its own for.
let widths = [1, 2, 3, 4, 7, 8, 16, 17, 24, 32, 48, 64]

/// The widths beyond: moduli of up to 16,384 bits, cut into blocks and halves in every way that there is.
let wideWidths = [12, 20, 28, 36, 80, 96, 112, 128, 256]
