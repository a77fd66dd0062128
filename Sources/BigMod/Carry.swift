/// Addition and subtraction with carry, the carry being a limb 0 or 1.
///
/// LLVM recognises these as `adc` and `sbb`; a chain of them keeps its carry in the flag.
enum Carry {
    /// A flag as a limb.
    ///
    /// `flag ? 1 : 0` is a select, which LLVM may turn into a conditional jump (it did: `jae`). The bits of a
    /// `Bool` are 0 or 1, and widening them is arithmetic: `setc` or the carry of an `adc`.
    @inline(__always)
    static func bit(_ flag: Bool) -> Limb {
        // `Bool` is one byte that holds 0 or 1: the same layout as `UInt8`.
        Limb(truncatingIfNeeded: unsafe unsafeBitCast(flag, to: UInt8.self))
    }

    /// `x + y + carry`; `carry` becomes the carry out. At most one of the two additions overflows.
    @inline(__always)
    static func add(_ x: Limb, _ y: Limb, _ carry: inout Limb) -> Limb {
        let (s, c1) = x.addingReportingOverflow(y)
        let (r, c2) = s.addingReportingOverflow(carry)
        carry = bit(c1) | bit(c2)
        return r
    }

    /// `x - y - borrow`; `borrow` becomes the borrow out.
    @inline(__always)
    static func subtract(_ x: Limb, _ y: Limb, _ borrow: inout Limb) -> Limb {
        let (s, b1) = x.subtractingReportingOverflow(y)
        let (r, b2) = s.subtractingReportingOverflow(borrow)
        borrow = bit(b1) | bit(b2)
        return r
    }
}
