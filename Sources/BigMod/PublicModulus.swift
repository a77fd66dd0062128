import ConstantTime

/// An odd modulus m that is public, for verifying signatures: nothing here hides m, and powers take a time that depends
/// on a public exponent.
///
/// It is ready at once. A `Modulus` computes R² mod m when it is made, by which a product takes numbers into Montgomery
/// form; that costs more than a verification, which takes a single number there. Here a long division does it, see
/// ``shift(_:_:by:scratch:)``.
package struct PublicModulus: Sendable {
    /// m, `width` limbs: a multiple of four, as the kernel wants it.
    package let value: Nat

    /// −m⁻¹ mod 2^w.
    let negatedInverse: Limb

    /// The two top limbs of m without leading zero bits, for dividing by m.
    let leading: LeadingLimbs

    /// How many bits m has.
    package let bitLength: Int

    /// How many limbs numbers modulo m have.
    package var width: Int { value.count }

    /// The modulus m; nil when m is even or less than 3.
    package init?(_ value: Nat) {
        let bitLength = value.withLimbs { $0.bitLengthVarTime() }
        guard bitLength > 1, value.withLimbs({ $0[0] & 1 == 1 }) else { return nil }
        self.bitLength = bitLength
        self.value = value.resized((Limb.count(bits: bitLength) &+ 3) & ~3)
        negatedInverse = value.withLimbs { negatedInverseModuloRadix($0[0]) }
        leading = value.withLimbs { LeadingLimbs($0, bitLength: bitLength) }
    }
}

extension Limbs {
    /// How many bits the number has without leading zeros; 0 for zero.
    fileprivate func bitLengthVarTime() -> Int {
        for i in stride(from: count &- 1, through: 0, by: -1) where self[i] != 0 {
            return (i &+ 1) &* Limb.bitWidth &- self[i].leadingZeroBitCount
        }
        return 0
    }
}

extension PublicModulus {
    /// Whether the two are the same number.
    ///
    /// - Precondition: they have one width.
    func isEqual(to other: PublicModulus) -> Bool {
        value.withLimbs { a in other.value.withLimbs { a.isEqual(to: $0) } }.revealed(as: .publicKey)
    }
}

// MARK: - Powers

extension PublicModulus {
    /// The limbs of scratch memory that ``powerVarTime(_:_:exponent:by:scratch:)`` needs.
    package func powerVarTimeScratchCount(by engine: Engine) -> Int {
        max(
            width
                &+ max(MontgomeryKernel.scratchCount(width), shiftScratchCount(bits: width &* Limb.bitWidth)),
            kernelScratchCount(by: engine))
    }

    /// result ← base^exponent mod m.
    ///
    /// Square and multiply from the left (HAC algorithm 14.79): for 65537 that is 16 squarings and one product,
    /// fewer than a table would cost.
    ///
    /// The exponent is odd, so the last step is a product with the base, and the base out of Montgomery form does: one
    /// product brings the power and the way out of Montgomery form.
    ///
    /// - Precondition: base < m; both have `width` limbs; the exponent is odd and more than one; `scratch` has
    ///   `powerVarTimeScratchCount(by:)` limbs. `result` does not overlap `base`.
    package func powerVarTime(
        _ result: Limbs, _ base: Limbs, exponent: UInt64, by engine: Engine, scratch: Limbs
    ) {
        if runPower(result, base, exponent: exponent, by: engine, scratch: scratch) { return }
        let power = scratch.slice(0, count: width)
        let rest = scratch + width
        shift(power, base, by: width &* Limb.bitWidth, scratch: rest)
        result.assign(power)
        for bit in stride(from: 62 &- exponent.leadingZeroBitCount, through: 1, by: -1) {
            square(result, scratch: rest)
            if (exponent &>> UInt64(bit)) & 1 == 1 { multiply(result, power, scratch: rest) }
        }
        square(result, scratch: rest)
        multiply(result, base, scratch: rest)
        // A product with a number less than m is less than 2m.
        value.withLimbs { MontgomeryKernel.canonicalize(width, result, modulus: $0, scratch: rest) }
    }

    /// a ← a²·R⁻¹ modulo m, less than R = 2^(w · width).
    private func square(_ a: Limbs, scratch: Limbs) {
        step(a) { MontgomeryKernel.square(width, a, a, modulus: $0, negatedInverse, scratch: scratch) }
    }

    /// a ← a·b·R⁻¹ modulo m, less than R.
    private func multiply(_ a: Limbs, _ b: Limbs, scratch: Limbs) {
        step(a) { MontgomeryKernel.multiply(width, a, a, b, modulus: $0, negatedInverse, scratch: scratch) }
    }

    /// One Montgomery step with the limbs of m: the place where the fault check makes its errors.
    @inline(__always)
    private func step(_ result: Limbs, _ body: (Limbs) -> Void) {
        #if RS256_FAULTS
            Fault.inject(into: result) { value.withLimbs(body) }
        #else
            value.withLimbs(body)
        #endif
    }
}
