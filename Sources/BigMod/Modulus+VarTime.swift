extension Modulus {
    /// The limbs of scratch memory that ``powerVarTime(_:_:exponent:scratch:)`` needs.
    package var powerVarTimeScratchCount: Int { width &+ scratchCount }

    /// result ← base^exponent mod m, in a time that depends on the exponent, which must be public.
    ///
    /// Square and multiply from the left (HAC algorithm 14.79): for 65537 that is 16 squarings and one product,
    /// fewer than a table would cost. The base's value does not influence the time.
    ///
    /// The exponent is odd, so the last step is a product with the base, and the base out of Montgomery form does: one
    /// product brings the power and the way out of Montgomery form.
    ///
    /// - Precondition: base < m; both have `width` limbs; the exponent is odd and more than one; `scratch` has
    ///   `powerVarTimeScratchCount` limbs. `result` does not overlap `base`.
    package func powerVarTime(_ result: Limbs, _ base: Limbs, exponent: UInt64, scratch: Limbs) {
        let power = scratch.slice(0, count: width)
        let rest = scratch + width
        enterMontgomery(power, base, scratch: rest)
        result.assign(power)
        for bit in stride(from: 62 &- exponent.leadingZeroBitCount, through: 1, by: -1) {
            montgomerySquare(result, result, scratch: rest)
            if (exponent &>> UInt64(bit)) & 1 == 1 {
                montgomeryMultiply(result, result, power, scratch: rest)
            }
        }
        montgomerySquare(result, result, scratch: rest)
        multiply(result, result, base, scratch: rest)
    }
}
