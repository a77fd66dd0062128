/// Division of 64-bit numbers, which the compiler calls by this name (Run-time ABI for the Arm Architecture, 4.3.1):
/// the quotient in r0 and r1, the remainder in r2 and r3, which is how Swift returns two such numbers.
@_silgen_name("__aeabi_uldivmod")
public func divide(_ numerator: UInt64, by denominator: UInt64) -> (quotient: UInt64, remainder: UInt64) {
    var quotient: UInt64 = 0
    var remainder: UInt64 = 0
    var bit = 63
    while bit >= 0 {
        // A carry out of the shift means that the remainder exceeds any denominator.
        let carry = remainder >> 63
        remainder = remainder << 1 | (numerator >> UInt64(bit)) & 1
        if carry == 1 || remainder >= denominator {
            remainder &-= denominator
            quotient |= 1 << UInt64(bit)
        }
        bit -= 1
    }
    return (quotient, remainder)
}
