import ConstantTime

// Long division (Knuth, TAOCP volume 2, section 4.3.1, algorithm D) of public numbers: the remainder only, of a dividend
// that ends in zeros. The quotient's digits come from the two top limbs of the divisor and a reciprocal of those (Möller
// and Granlund, "Improved division by invariant integers", IEEE Transactions on Computers 60, 2011), and all but one in
// 2^w or so are right at once. What is divided may be a signature that has not been verified yet: of that, the time shows
// whether a digit was not right, and nothing else.

extension PublicModulus {
    /// The limbs of scratch memory that ``shift(_:_:by:scratch:)`` needs.
    package func shiftScratchCount(bits: Int) -> Int { 2 &* width &+ bits / Limb.bitWidth &+ 1 }

    /// result ← a·2^bits mod m: for `bits` = w · width, a in Montgomery form.
    ///
    /// Everything is multiplied by 2^fill, so that the divisor d = m·2^fill has its top bit set. The running remainder
    /// r < d becomes r·2^w − q·d = r·2^w + q·(2^(w · width) − d) − q·2^(w · width): a row of `MontgomeryRows`, and
    /// its top limb vanishes.
    ///
    /// - Precondition: a < m, or m fills its limbs; both have `width` limbs; `scratch` has `shiftScratchCount(bits:)`.
    ///   `result` may be `a`.
    /// - Complexity: a row of products for each limb of `bits`: for Montgomery form, half a product.
    package func shift(_ result: Limbs, _ a: Limbs, by bits: Int, scratch: Limbs) {
        let fill = width &* Limb.bitWidth &- bitLength
        let steps = bits / Limb.bitWidth
        let negated = scratch.slice(0, count: width)
        value.withLimbs { negated.assign($0, shiftedLeftBy: fill) }
        negated.negate()
        // The remainder has `width` limbs and moves down by one with each step, over zeros.
        let remainder = scratch.slice(width, count: width &+ steps &+ 1)
        remainder.clear()
        let first = remainder + steps
        first.slice(0, count: width).assign(a, shiftedLeftBy: fill)
        first.shiftLeft(bits % Limb.bitWidth)
        // Also where nothing was shifted: a number that fits its limbs need not be less than m then.
        reduce(first, negated)
        for i in stride(from: steps &- 1, through: 0, by: -1) {
            reduce(remainder.slice(i, count: width &+ 1), negated)
        }
        result.assign(remainder.slice(0, count: width), shiftedRightBy: fill)
    }

    /// result ← R² mod m, for R = 2^radixBits: 2^(bitLength − 1), which is less than m, shifted by the rest.
    ///
    /// - Precondition: result has `width` limbs, and 2·radixBits is at least bitLength − 1; `scratch` has
    ///   `shiftScratchCount(bits: 2·radixBits)` limbs.
    func writeRadixSquared(_ result: Limbs, radixBits: Int, scratch: Limbs) {
        let top = bitLength &- 1
        result.clear()
        result[top / Limb.bitWidth] = 1 &<< Limb(truncatingIfNeeded: top % Limb.bitWidth)
        shift(result, result, by: 2 &* radixBits &- top, scratch: scratch)
    }

    /// r ← r mod d in the lower limbs of r, whose top limb is left as it is.
    ///
    /// - Precondition: r < 2^w·d, a limb longer than d; `negated` is 2^(w · width) − d.
    private func reduce(_ r: Limbs, _ negated: Limbs) {
        let top = r[width]
        let quotient = leading.quotient(top, r[width &- 1], r[width &- 2])
        let carry = addProduct(r, negated, quotient)
        // Without the top limb's vanishing, the quotient was larger than it should be: by one. Then d is added.
        let isRight = Choice.isZero(UInt(truncatingIfNeeded: quotient &- top &- carry))
        if !isRight.revealed(as: .signature) { r.slice(0, count: width).subtract(negated) }
    }

    /// r ← r + a·b in the lower `width` limbs; returns the carry limb.
    @inline(never)
    private func addProduct(_ r: Limbs, _ a: Limbs, _ b: Limb) -> Limb {
        MontgomeryRows.addRow(width, r, a, b, 0)
    }
}

/// The two top limbs of a divisor that begins with a one bit, and their reciprocal.
struct LeadingLimbs: Sendable {
    /// The top limb and the one below it.
    private let high: Limb, low: Limb

    /// ⌊(2^3w − 1) / (high·2^w + low)⌋ − 2^w.
    let reciprocal: Limb

    /// The leading limbs of `number` without its leading zero bits.
    ///
    /// - Precondition: the number has `bitLength` bits, at least one.
    init(_ number: Limbs, bitLength: Int) {
        let top = (bitLength &- 1) / Limb.bitWidth
        let shift = (top &+ 1) &* Limb.bitWidth &- bitLength
        func limb(_ index: Int) -> Limb { index < 0 ? 0 : number[index] }
        func shifted(_ index: Int) -> Limb {
            Limb(
                truncatingIfNeeded: wide(limb(index), limb(index &- 1)) &>> DoubleLimb(Limb.bitWidth &- shift)
            )
        }
        high = shift == 0 ? limb(top) : shifted(top)
        low = shift == 0 ? limb(top &- 1) : shifted(top &- 1)
        reciprocal = Self.reciprocal(high, low)
    }

    /// Algorithm 6 of Möller and Granlund.
    private static func reciprocal(_ high: Limb, _ low: Limb) -> Limb {
        // ⌊(2^2w − 1) / high⌋ − 2^w.
        var v = quotientDigit(~high, .max, high)
        var p = high &* v &+ low
        if p < low {
            v &-= 1
            if p >= high {
                v &-= 1
                p &-= high
            }
            p &-= high
        }
        let t = v.multipliedFullWidth(by: low)
        p &+= t.high
        if p < t.high {
            v &-= 1
            if wide(p, t.low) >= wide(high, low) { v &-= 1 }
        }
        return v
    }

    /// ⌊(u2·2^2w + u1·2^w + u0) / (high·2^w + low)⌋, or 2^w − 1 if that is less: algorithm 4 of Möller and Granlund.
    ///
    /// It is the quotient by the whole divisor, or one more.
    ///
    /// - Precondition: u2·2^w + u1 is at most high·2^w + low.
    func quotient(_ u2: Limb, _ u1: Limb, _ u0: Limb) -> Limb {
        let divisor = wide(high, low)
        let saturated = 0 &- isAtLeast(wide(u2, u1), divisor)
        let q = reciprocal.multipliedFullWidth(by: u2)
        let sum = wide(q.high, q.low) &+ wide(u2, u1)
        let estimate = Limb(truncatingIfNeeded: sum &>> DoubleLimb(Limb.bitWidth))
        let t = low.multipliedFullWidth(by: estimate)
        // What is left for a digit of one more.
        let less = wide(u1 &- estimate &* high, u0) &- wide(t.high, t.low) &- divisor
        let isLess = isAtLeast(
            less &>> DoubleLimb(Limb.bitWidth), DoubleLimb(truncatingIfNeeded: Limb(truncatingIfNeeded: sum)))
        let rest = less &+ (divisor & (0 &- DoubleLimb(truncatingIfNeeded: isLess)))
        return (estimate &+ 1 &- isLess &+ isAtLeast(rest, divisor)) | saturated
    }
}

/// 1 when a ≥ b, else 0.
@inline(__always)
private func isAtLeast(_ a: DoubleLimb, _ b: DoubleLimb) -> Limb {
    Carry.bit(a.subtractingReportingOverflow(b).overflow) ^ 1
}

/// high·2^w + low.
@inline(__always)
private func wide(_ high: Limb, _ low: Limb) -> DoubleLimb {
    DoubleLimb(truncatingIfNeeded: high) &<< DoubleLimb(Limb.bitWidth) | DoubleLimb(truncatingIfNeeded: low)
}

extension Limbs {
    /// self ← source·2^bits.
    ///
    /// - Precondition: equal counts; the product fits; no overlap.
    fileprivate func assign(_ source: Limbs, shiftedLeftBy bits: Int) {
        let distance = bits / Limb.bitWidth
        slice(0, count: distance).clear()
        (self + distance).assign(source.slice(0, count: count &- distance))
        shiftLeft(bits % Limb.bitWidth)
    }

    /// self ← ⌊source / 2^bits⌋.
    ///
    /// - Precondition: equal counts; no overlap.
    fileprivate func assign(_ source: Limbs, shiftedRightBy bits: Int) {
        assign(source + bits / Limb.bitWidth)
        shiftRight(bits % Limb.bitWidth)
    }

    /// self ← 2^(w · count) − self, for self > 0.
    fileprivate func negate() {
        var carry: Limb = 1
        for i in 0..<count { self[i] = Carry.add(~self[i], 0, &carry) }
    }
}
