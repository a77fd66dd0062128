import ConstantTime

// One digit of a large number. The numbers are written in base 2^w, w being the widest word for which the
// machine has a full product: 64 bits where pointers have 64, else 32. The two defines build the same code with
// smaller digits, so that a 64-bit machine can test what a 32-bit machine runs, and so that carries which need
// 2^64 random trials to appear can be tried exhaustively with eight bits.
#if RS256_LIMB8
    package typealias Limb = UInt8
    package typealias DoubleLimb = UInt16
#elseif RS256_LIMB32 || !_pointerBitWidth(_64)
    package typealias Limb = UInt32
    package typealias DoubleLimb = UInt64
#else
    package typealias Limb = UInt64
    package typealias DoubleLimb = UInt128
#endif

extension Limb {
    /// How many limbs hold `bits` bits.
    package static func count(bits: Int) -> Int {
        (bits &+ (bitWidth &- 1)) / bitWidth
    }

    /// How many limbs hold `bytes` bytes.
    package static func count(bytes: Int) -> Int {
        count(bits: bytes &* 8)
    }

    /// All ones when `bit` is 1, all zeros when it is 0; the optimiser does not know that it is one of the two.
    ///
    /// - Precondition: `bit` is 0 or 1.
    @inline(__always)
    static func mask(_ bit: Limb) -> Limb {
        Limb(truncatingIfNeeded: opaque(UInt(truncatingIfNeeded: 0 &- bit)))
    }

    /// 1 when the limb is zero, else 0. x | −x has its top bit set exactly when x is not zero.
    @inline(__always)
    var isZeroBit: Limb {
        ((self | (0 &- self)) &>> (Limb.bitWidth &- 1)) ^ 1
    }
}

/// a·b + c + d as (low, high). It cannot overflow: (B−1)² + 2(B−1) = B² − 1.
@inline(__always)
func multiplyAdd(_ a: Limb, _ b: Limb, _ c: Limb, _ d: Limb) -> (low: Limb, high: Limb) {
    let product = a.multipliedFullWidth(by: b)
    let (sum, overflow) = product.low.addingReportingOverflow(c)
    let (low, secondOverflow) = sum.addingReportingOverflow(d)
    return (low, product.high &+ Carry.bit(overflow) &+ Carry.bit(secondOverflow))
}
