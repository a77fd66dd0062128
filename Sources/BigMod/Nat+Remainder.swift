// Division in constant time, for setting up moduli and checking keys. It is schoolbook long division (Knuth,
// TAOCP volume 2, section 4.3.1, algorithm D) with every "if" turned into a mask: the quotient digit is estimated
// from the two top digits of the remainder and the top digit of the divisor, is at most 2 too large, and is mended
// by two masked additions. The division of two digits by one goes bit by bit, because the machine's division
// instruction takes a time that depends on its operands.

extension Nat {
    /// self mod divisor, as long as the divisor.
    ///
    /// - Parameter bitLength: the divisor's bit length, which is public.
    /// - Precondition: the divisor has exactly `bitLength` bits, at least one.
    /// - Complexity: one pass over the divisor for every limb of self.
    package func remainder(dividingBy divisor: Nat, bitLength: Int) -> Nat {
        // Shifted left so that the top bit of the top limb is set: then the estimate is at most 2 too large.
        let width = Limb.count(bits: bitLength)
        let shift = width &* Limb.bitWidth &- bitLength
        let normalised = Nat(count: width) { limbs in
            divisor.withLimbs { limbs.assign($0.slice(0, count: width)) }
            limbs.shiftLeft(shift)
        }
        let dividend = Nat(count: count &+ 1) { limbs in
            withLimbs { limbs.assign($0) }
            limbs.shiftLeft(shift)
        }
        return Nat(count: divisor.count) { result in
            // The running remainder has one limb more than the divisor, for the digit that is brought down.
            let remainder = Nat(count: width &+ 1) { remainder in
                normalised.withLimbs { divisor in
                    dividend.withLimbs { dividend in
                        for i in stride(from: dividend.count &- 1, through: 0, by: -1) {
                            remainder.bringDown(dividend[i])
                            remainder.reduceOnce(divisor)
                        }
                    }
                }
                remainder.shiftRight(shift)
            }
            remainder.withLimbs { result.assign($0.slice(0, count: width)) }
        }
    }
}

extension Limbs {
    /// self ← self·B + digit.
    ///
    /// - Precondition: the top limb is zero.
    fileprivate func bringDown(_ digit: Limb) {
        for i in stride(from: count &- 1, to: 0, by: -1) { self[i] = self[i &- 1] }
        self[0] = digit
    }

    /// self ← self mod divisor.
    ///
    /// - Precondition: self < B·divisor, one limb longer than the divisor, whose top bit is set.
    fileprivate func reduceOnce(_ divisor: Limbs) {
        let width = divisor.count
        let estimate = quotientDigit(self[width], self[width &- 1], divisor[width &- 1])
        var carry: Limb = 0
        var borrow: Limb = 0
        for j in 0..<width {
            let product: Limb
            (product, carry) = multiplyAdd(divisor[j], estimate, carry, 0)
            self[j] = Carry.subtract(self[j], product, &borrow)
        }
        self[width] = Carry.subtract(self[width], carry, &borrow)
        // A borrow means that the estimate was too large; at most twice.
        var negative = borrow
        for _ in 0..<2 {
            var carry = slice(0, count: width).add(divisor, where: Limb.mask(negative))
            self[width] = Carry.add(self[width], 0, &carry)
            negative &= carry ^ 1
        }
    }
}

/// min(⌊(high·B + low) / divisor⌋, B − 1), bit by bit.
///
/// - Precondition: `high <= divisor`, and the divisor's top bit is set.
func quotientDigit(_ high: Limb, _ low: Limb, _ divisor: Limb) -> Limb {
    let saturated = Limb.mask((high ^ divisor).isZeroBit)
    var remainder = high
    var rest = low
    var quotient: Limb = 0
    for _ in 0..<Limb.bitWidth {
        let top = remainder &>> Limb(Limb.bitWidth &- 1)
        remainder = (remainder &<< 1) | (rest &>> Limb(Limb.bitWidth &- 1))
        rest = rest &<< 1
        var borrow: Limb = 0
        let difference = Carry.subtract(remainder, divisor, &borrow)
        let fits = top | (borrow ^ 1)
        remainder ^= Limb.mask(fits) & (remainder ^ difference)
        quotient = (quotient &<< 1) | fits
    }
    return quotient | saturated
}
