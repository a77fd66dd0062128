/// Montgomery arithmetic on raw limbs, for the private-key path: constant time in the limbs' values.
///
/// Notation: `W = 2^Limb.bitWidth`, `n` limbs per number, `R = W^n`, `m` odd, `m < R`, `k = -m^-1 mod W`.
///
/// **Form.** Product first, then reduction (Koç, Acar, Kaliski 1996: "separated operand scanning"), each of
/// them by rows, each row in tiles of four limb products. Inside a tile the high halves are added to the low
/// halves on one carry chain and the sums to the row on a second one:
///
///                        hi0   lo0   |  h3 hi2 hi1 hi0  c      first chain, in registers
///           a · b  =  hi1 lo1        |  +  lo3 lo2 lo1 lo0     (h3 = hi3 and its carry)
///                  hi2 lo2           |  = h s3  s2  s1  s0
///               hi3 lo3              |  +  t3  t2  t1  t0      second chain, `adc reg, mem`
///
/// so four products cost 10 additions with carry where column-wise scanning costs 12. A row of 16 limbs is
/// straight-line code. Wider numbers are made of blocks of 16 × 16 limbs (12 × 12 for 24 limbs): within
/// one row each tile waits for the carry of the one before it, and only short rows leave the processor enough
/// independent rows within reach to fill that time. (A reduction of 32 limbs takes 572 ns by blocks where rows of 32
/// limbs in two halves side by side take 703, Zen 4; on Zen 2 it was 700 to 615.) Squares have a form of their own, see
/// `MontgomerySquares`.
///
/// **Range.** "Almost Montgomery": operands and results are any values `< R`, congruent modulo `m`; reduction
/// subtracts `m` only when the result carries out of `n` limbs. `(R² + R·m) / R = R + m`, so one
/// subtraction is enough. `canonicalize` gives the residue `< m`.
///
/// **Constant time.** Instructions that see limbs: mul, imul, add, adc, sub, sbb, setc, movzx, neg, and, or,
/// xor, mov. Branches and addresses depend on `n` alone. Carries are limbs made by `Carry.bit`, never `Bool`.
enum MontgomeryKernel {
    /// Scratch, in limbs, that `multiply` and `square` need for numbers of `n` limbs.
    static func scratchCount(_ n: Int) -> Int { 2 &* n &+ squareScratchCount(n) }

    /// `r ≡ a · b · R^-1 (mod m)`, `r < R`.
    ///
    /// - Precondition: `n` is a positive multiple of 4; `a`, `b`, `m`, `r` have `n` limbs and `t` has
    ///   `scratchCount(n)`; `t` overlaps nothing. `r` may be `a` or `b`; `a` may be `b`. `a, b < R`; `m` odd.
    static func multiply(
        _ n: Int, _ r: Limbs, _ a: Limbs, _ b: Limbs, modulus m: Limbs, _ k: Limb,
        scratch t: Limbs
    ) {
        product(n, t, a, b)
        reduce(n, r, t, modulus: m, k)
    }

    /// `r ≡ a² · R^-1 (mod m)`, `r < R`. Preconditions as for `multiply`.
    static func square(
        _ n: Int, _ r: Limbs, _ a: Limbs, modulus m: Limbs, _ k: Limb, scratch t: Limbs
    ) {
        square(n, t, a, scratch: t + 2 &* n)
        reduce(n, r, t, modulus: m, k)
    }

    /// `t = a · b`, 2n limbs.
    static func product(_ n: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs) {
        if n == 16 { return product16(t, a, b) }
        t.slice(0, count: 2 &* n).clear()
        let h = blockWidth(n)
        for i in stride(from: 0, to: n, by: h) {
            var carry: Limb = 0
            for j in stride(from: 0, to: n, by: h) {
                carry = multiplyAdd(h, t + (i &+ j), a + j, b + i, carry)
            }
        }
    }

    /// `t = a²`, 2n limbs; `s` has `squareScratchCount(n)`.
    static func square(_ n: Int, _ t: Limbs, _ a: Limbs, scratch s: Limbs) {
        if KaratsubaSquare.isFaster(n) { return KaratsubaSquare.square(n, t, a, scratch: s) }
        switch n {
        case 16: square16(t, a)
        case 24: square24(t, a)
        case 32: square32(t, a)
        default: squareAny(n, t, a)
        }
    }

    /// Scratch, in limbs, that a square needs besides its result.
    static func squareScratchCount(_ n: Int) -> Int {
        KaratsubaSquare.isFaster(n) ? KaratsubaSquare.scratchCount(n) : 0
    }

    /// `r = (t + q · m) / R`, less `m` if that is `≥ R`; `q = t · k mod R`. `t` is overwritten.
    ///
    /// Wide numbers go by blocks: the lowest block of `t` and of `m` give a block of `q`, which takes that block's place in
    /// `t`; the other blocks of `m` times it are then plain products. The carry out of each block goes into the end of the
    /// first row of the next one, which is the same limb.
    static func reduce(_ n: Int, _ r: Limbs, _ t: Limbs, modulus m: Limbs, _ k: Limb) {
        if n == 16 { return reduce16(r, t, m, k) }
        let h = blockWidth(n)
        var top: Limb = 0
        for i in stride(from: 0, to: n, by: h) {
            let u = t + i
            var carry = reduceBlock(h, u, m, k)
            for j in stride(from: h, to: n, by: h) {
                // The last block ends where the previous turn's last carry belongs.
                let pending = j &+ h == n ? top : 0
                carry = multiplyAdd(h, u + j, m + j, u, carry &+ pending)
            }
            top = carry
        }
        MontgomeryRows.subtractMasked(n, r, t + n, m, top)
    }

    /// `r = r mod m` for `r ≤ 2m - 1 < R`, and for any `r < R` when the top bit of `m` is set.
    /// `t` is scratch of `n` limbs.
    static func canonicalize(_ n: Int, _ r: Limbs, modulus m: Limbs, scratch t: Limbs) {
        var borrow: Limb = 0
        for i in 0..<n { t[i] = Carry.subtract(r[i], m[i], &borrow) }
        let keep = Limb.mask(borrow)
        for i in 0..<n { r[i] = (r[i] & keep) | (t[i] & ~keep) }
    }

    /// Rows of 16 limbs are the best length (see above); 24 limbs are better as 2 × 12 than as one row.
    @inline(__always)
    static func blockWidth(_ n: Int) -> Int { n & 15 == 0 ? 16 : n == 24 ? 12 : n }
}

// Each of these is a function of its own on purpose: inlined together, LLVM spends registers across the loops,
// and 16 limbs took 188 ns instead of 173.
extension MontgomeryKernel {
    @inline(never)
    private static func product16(_ t: Limbs, _ a: Limbs, _ b: Limbs) {
        MontgomeryRows.multiply(16, t, a, b)
    }

    @inline(never)
    private static func square16(_ t: Limbs, _ a: Limbs) {
        MontgomerySquares.square(16, t, a)
    }

    @inline(never)
    private static func square24(_ t: Limbs, _ a: Limbs) {
        MontgomerySquares.square(24, t, a)
    }

    @inline(never)
    private static func square32(_ t: Limbs, _ a: Limbs) {
        MontgomerySquares.square(32, t, a)
    }

    @inline(never)
    private static func squareAny(_ n: Int, _ t: Limbs, _ a: Limbs) {
        MontgomerySquares.square(n, t, a)
    }

    @inline(never)
    private static func reduce16(_ r: Limbs, _ t: Limbs, _ m: Limbs, _ k: Limb) {
        let top = MontgomeryRows.reduce(16, t, m, k)
        MontgomeryRows.subtractMasked(16, r, t + 16, m, top)
    }

    @inline(never)
    private static func multiplyAdd16(_ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb) -> Limb {
        MontgomeryRows.multiplyAdd(16, t, a, b, carry)
    }

    @inline(never)
    private static func multiplyAdd12(_ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb) -> Limb {
        MontgomeryRows.multiplyAdd(12, t, a, b, carry)
    }

    @inline(never)
    private static func multiplyAddAny(
        _ h: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb
    ) -> Limb {
        MontgomeryRows.multiplyAdd(h, t, a, b, carry)
    }

    @inline(never)
    private static func reduceBlock16(_ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        MontgomeryRows.reduce(16, t, m, k)
    }

    @inline(never)
    private static func reduceBlock12(_ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        MontgomeryRows.reduce(12, t, m, k)
    }

    @inline(never)
    private static func reduceBlockAny(_ h: Int, _ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        MontgomeryRows.reduce(h, t, m, k)
    }

    @inline(__always)
    private static func multiplyAdd(
        _ h: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb
    ) -> Limb {
        switch h {
        case 16: multiplyAdd16(t, a, b, carry)
        case 12: multiplyAdd12(t, a, b, carry)
        default: multiplyAddAny(h, t, a, b, carry)
        }
    }

    @inline(__always)
    private static func reduceBlock(_ h: Int, _ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        switch h {
        case 16: reduceBlock16(t, m, k)
        case 12: reduceBlock12(t, m, k)
        default: reduceBlockAny(h, t, m, k)
        }
    }
}
