/// The low 128 bits of the product of two 128-bit numbers, which the compiler calls by this name to find out whether
/// a product of 64-bit numbers overflows.
///
/// From products of 32-bit halves: a 64-bit product of full width would be a call to this function.
@c(__multi3)
public func multiply(
    _ product: UnsafeMutablePointer<UInt64>, _ aLow: UInt64, _ aHigh: UInt64, _ bLow: UInt64, _ bHigh: UInt64
) {
    let (a0, a1) = (aLow & 0xFFFF_FFFF, aLow >> 32)
    let (b0, b1) = (bLow & 0xFFFF_FFFF, bLow >> 32)
    // No sum overflows: (2^32 − 1)² + 2 (2^32 − 1) = 2^64 − 1.
    let low = a0 &* b0
    let middle = (a1 &* b0) &+ (low >> 32)
    let otherMiddle = (a0 &* b1) &+ (middle & 0xFFFF_FFFF)
    unsafe product[0] = otherMiddle << 32 | (low & 0xFFFF_FFFF)
    // Modulo 2^64, as the name says.
    let high = (a1 &* b1) &+ (middle >> 32) &+ (otherMiddle >> 32)
    unsafe product[1] = high &+ (aLow &* bHigh) &+ (aHigh &* bLow)
}
