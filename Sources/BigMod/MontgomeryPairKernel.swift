/// Two Montgomery operations of the same width at once, with different operands and moduli: the two halves of
/// a CRT signature. Formula, range and constant time as in `MontgomeryKernel`, in each lane.
///
/// A pair is `2n` limbs: lane 0, then lane 1. Both run tile about.
enum MontgomeryPairKernel {
    /// One limb for each lane.
    typealias Pair = (Limb, Limb)

    /// Scratch, in limbs, that `multiply` and `square` need for lanes of `n` limbs.
    static func scratchCount(_ n: Int) -> Int { 4 &* n &+ squareScratchCount(n) }

    /// `r ≡ a · b · R^-1 (mod m)`, `r < R`, in each lane.
    ///
    /// - Precondition: `n` is a positive multiple of 4; `a`, `b`, `m`, `r` have `2n` limbs and `t` has
    ///   `scratchCount(n)`; `t` overlaps nothing. `r` may be `a` or `b`; `a` may be `b`. All values `< R`, both moduli odd, `k`
    ///   is `-m^-1 mod W` of each.
    static func multiply(
        _ n: Int, _ r: Limbs, _ a: Limbs, _ b: Limbs, modulus m: Limbs, _ k: Pair,
        scratch t: Limbs
    ) {
        product(n, t, a, b)
        reduce(n, r, t, modulus: m, k)
    }

    /// `r ≡ a² · R^-1 (mod m)`, `r < R`, in each lane. Preconditions as for `multiply`.
    static func square(
        _ n: Int, _ r: Limbs, _ a: Limbs, modulus m: Limbs, _ k: Pair, scratch t: Limbs
    ) {
        square(n, t, a, scratch: t + 4 &* n)
        reduce(n, r, t, modulus: m, k)
    }

    /// `t = a²` in each lane, `2n` and `2n` limbs; `s` has `squareScratchCount(n)`.
    static func square(_ n: Int, _ t: Limbs, _ a: Limbs, scratch s: Limbs) {
        if KaratsubaSquare.isFaster(n) { return KaratsubaSquare.squarePair(n, t, a, scratch: s) }
        switch n {
        case 16: square16(t, a)
        case 24: square24(t, a)
        case 32: square32(t, a)
        default: squareAny(n, t, a)
        }
    }

    /// Scratch, in limbs, that two squares need besides their results.
    static func squareScratchCount(_ n: Int) -> Int {
        KaratsubaSquare.isFaster(n) ? KaratsubaSquare.pairScratchCount(n) : 0
    }

    /// `t = a · b` in each lane, `2n` and `2n` limbs.
    ///
    /// From 32 limbs on by the blocks of `MontgomeryKernel`, one lane after the other: 1.12 µs where long rows of both take
    /// 1.44 (Zen 4).
    private static func product(_ n: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs) {
        switch n {
        case 16: return product16(t, a, b)
        case 24: return product24(t, a, b)
        case 32...: break
        default: return productAny(n, t, a, b)
        }
        MontgomeryKernel.product(n, t.slice(0, count: 2 &* n), a, b)
        MontgomeryKernel.product(n, t.slice(2 &* n, count: 2 &* n), a + n, b + n)
    }

    /// `r = (t + q · m) / R`, less `m` if that is `≥ R`; `q = t · k mod R`; in each lane. `t` is overwritten.
    private static func reduce(
        _ n: Int, _ r: Limbs, _ t: Limbs, modulus m: Limbs, _ k: Pair
    ) {
        switch n {
        case 16: reduce16(r, t, m, k)
        case 24: reduce24(r, t, m, k)
        case 32: reduce32(r, t, m, k)
        default: reduceAny(n, r, t, m, k)
        }
    }

    @inline(__always)
    private static func reduceAndSubtract(
        _ n: Int, _ r: Limbs, _ t: Limbs, _ m: Limbs, _ k: Pair
    ) {
        let top = MontgomeryPairRows.reduce(n, t, m, k)
        MontgomeryRows.subtractMasked(n, r, t + n, m, top.0)
        MontgomeryRows.subtractMasked(n, r + n, t + 3 &* n, m + n, top.1)
    }
}

// The widths of RSA-2048, 3072 and 4096, each a function of its own on purpose, see `MontgomeryKernel`.
extension MontgomeryPairKernel {
    @inline(never)
    private static func product16(_ t: Limbs, _ a: Limbs, _ b: Limbs) {
        MontgomeryPairRows.multiply(16, t, a, b)
    }

    @inline(never)
    private static func product24(_ t: Limbs, _ a: Limbs, _ b: Limbs) {
        MontgomeryPairRows.multiply(24, t, a, b)
    }

    @inline(never)
    private static func productAny(_ n: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs) {
        MontgomeryPairRows.multiply(n, t, a, b)
    }

    @inline(never)
    private static func square16(_ t: Limbs, _ a: Limbs) {
        MontgomerySquares.squarePair(16, t, a)
    }

    @inline(never)
    private static func square24(_ t: Limbs, _ a: Limbs) {
        MontgomerySquares.squarePair(24, t, a)
    }

    @inline(never)
    private static func square32(_ t: Limbs, _ a: Limbs) {
        MontgomerySquares.squarePair(32, t, a)
    }

    @inline(never)
    private static func squareAny(_ n: Int, _ t: Limbs, _ a: Limbs) {
        MontgomerySquares.squarePair(n, t, a)
    }

    @inline(never)
    private static func reduce16(_ r: Limbs, _ t: Limbs, _ m: Limbs, _ k: Pair) {
        reduceAndSubtract(16, r, t, m, k)
    }

    @inline(never)
    private static func reduce24(_ r: Limbs, _ t: Limbs, _ m: Limbs, _ k: Pair) {
        reduceAndSubtract(24, r, t, m, k)
    }

    @inline(never)
    private static func reduce32(_ r: Limbs, _ t: Limbs, _ m: Limbs, _ k: Pair) {
        reduceAndSubtract(32, r, t, m, k)
    }

    @inline(never)
    private static func reduceAny(
        _ n: Int, _ r: Limbs, _ t: Limbs, _ m: Limbs, _ k: Pair
    ) {
        reduceAndSubtract(n, r, t, m, k)
    }
}
