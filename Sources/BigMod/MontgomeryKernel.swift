/// Montgomery arithmetic on raw limbs, for the private-key path: constant time in the limbs' values.
///
/// Notation: `W = 2^Limb.bitWidth`, `n` limbs per number, `R = W^n`, `m` odd, `m < R`, `k = -m^-1 mod W`.
///
/// **Form.** 16 limbs, the primes of 2048 bits, have a form of their own: `MontgomeryColumns`. Wider numbers are made of blocks
/// of 16 or 12 limbs, first the product and then the reduction (Koç, Acar, Kaliski 1996: "separated operand scanning" with
/// long digits). A block is straight-line code by columns, see `BlockColumns`; numbers that are not made of such blocks are a
/// single one, by rows, see `MontgomeryRows`. (Ratios of time, columns to rows, Intel of 2023: a signature 0.88 at 2048, 0.97 at
/// 3072 and 0.87 at 4096 bits, a verification 0.83, 0.80 and 0.77.)
///
/// **Range.** "Almost Montgomery": operands and results are any values `< R`, congruent modulo `m`; reduction
/// subtracts `m` only when the result carries out of `n` limbs. `(R² + R·m) / R = R + m`, so one
/// subtraction is enough. `canonicalize` gives the residue `< m`.
///
/// **Constant time.** Instructions that see limbs: mul, imul, add, adc, sub, sbb, setc, movzx, shld, shr, neg, and, or,
/// xor, mov. Branches and addresses depend on `n` alone. Carries are limbs made by `Carry.bit`, never `Bool`.
enum MontgomeryKernel {
    /// Scratch, in limbs, that `multiply` and `square` need for numbers of `n` limbs.
    static func scratchCount(_ n: Int) -> Int { 2 &* n &+ squareScratchCount(n) }

    /// `r ≡ a · b · R^-1 (mod m)`, `r < R`.
    ///
    /// - Precondition: `n` is a positive multiple of 4; `a`, `b`, `m`, `r` have `n` limbs and `t` has
    ///   `scratchCount(n)`; `t` overlaps nothing. `r` may be `a` or `b`; `a` may be `b`. `a, b < R`; `m` odd.
    @inline(never)  // so that what the form depends on is an argument, also in the machine code
    static func multiply(
        _ n: Int, _ r: Limbs, _ a: Limbs, _ b: Limbs, modulus m: Limbs, _ k: Limb,
        scratch t: Limbs
    ) {
        if n == 16 { return multiply16(r, a, b, m, k, t) }
        product(n, t, a, b)
        reduce(n, r, t, modulus: m, k)
    }

    /// `r ≡ a² · R^-1 (mod m)`, `r < R`. Preconditions as for `multiply`.
    @inline(never)
    static func square(
        _ n: Int, _ r: Limbs, _ a: Limbs, modulus m: Limbs, _ k: Limb, scratch t: Limbs
    ) {
        if n == 16 { return square16(r, a, m, k, t) }
        square(n, t, a, scratch: t + 2 &* n)
        reduce(n, r, t, modulus: m, k)
    }

    /// `t = a · b`, 2n limbs.
    static func product(_ n: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs) {
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
        let h = blockWidth(n)
        for i in stride(from: 0, to: n, by: h) { squareBlock(h, t + 2 &* i, a + i) }
        for i in stride(from: 0, to: n &- h, by: h) {
            var carry: Limb = 0
            for j in stride(from: i &+ h, to: n, by: h) {
                // More than one block: they have 12 limbs, since more than one of 16 were left to Karatsuba.
                carry = multiplyAddTwice12(t + (i &+ j), a + i, a + j, carry)
            }
            t.slice(n &+ i &+ h, count: n &- i &- h).addLimb(carry)
        }
    }

    /// Scratch, in limbs, that a square needs besides its result.
    static func squareScratchCount(_ n: Int) -> Int {
        KaratsubaSquare.isFaster(n) ? KaratsubaSquare.scratchCount(n) : 0
    }

    /// `r = (t + q · m) / R`, less `m` if that is `≥ R`; `q = t · k mod R`. `t` is overwritten.
    ///
    /// By blocks: the lowest block of `t` and of `m` give a block of `q`, which takes that block's place in
    /// `t`; the other blocks of `m` times it are then plain products. The carry out of each block goes into the middle of the
    /// next one, which is the same limb.
    static func reduce(_ n: Int, _ r: Limbs, _ t: Limbs, modulus m: Limbs, _ k: Limb) {
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

    /// The limbs of a block.
    static func blockWidth(_ n: Int) -> Int { n % 16 == 0 ? 16 : n % 12 == 0 ? 12 : n }
}

// Each of these is a function of its own on purpose: the code of a block is long, and inlined together, LLVM would spend
// registers across blocks.
extension MontgomeryKernel {
    @inline(never)
    private static func multiply16(
        _ r: Limbs, _ a: Limbs, _ b: Limbs, _ m: Limbs, _ k: Limb, _ t: Limbs
    ) {
        var columns = MontgomeryColumns(ProductColumns(16, a, b), modulus: m, k, scratch: t)
        columns.run(r)
    }

    @inline(never)
    private static func square16(_ r: Limbs, _ a: Limbs, _ m: Limbs, _ k: Limb, _ t: Limbs) {
        var columns = MontgomeryColumns(SquareColumns(16, a), modulus: m, k, scratch: t)
        columns.run(r)
    }

    @inline(never)
    private static func multiplyAdd16(_ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb) -> Limb {
        BlockColumns.add(t, ProductColumns(16, a, b), carry)
    }

    @inline(never)
    private static func multiplyAdd12(_ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb) -> Limb {
        BlockColumns.add(t, ProductColumns(12, a, b), carry)
    }

    @inline(never)
    private static func multiplyAddAny(
        _ h: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb
    ) -> Limb {
        MontgomeryRows.multiplyAdd(h, t, a, b, carry)
    }

    @inline(never)
    private static func multiplyAddTwice12(_ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb) -> Limb {
        BlockColumns.add(t, TwiceColumns(12, a, b), carry)
    }

    @inline(never)
    private static func squareBlock16(_ t: Limbs, _ a: Limbs) {
        BlockColumns.set(t, SquareColumns(16, a))
    }

    @inline(never)
    private static func squareBlock12(_ t: Limbs, _ a: Limbs) {
        BlockColumns.set(t, SquareColumns(12, a))
    }

    @inline(never)
    private static func squareBlockAny(_ h: Int, _ t: Limbs, _ a: Limbs) {
        MontgomerySquares.square(h, t, a)
    }

    @inline(never)
    private static func reduceBlock16(_ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        BlockColumns.reduce(16, t, m, k)
    }

    @inline(never)
    private static func reduceBlock12(_ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        BlockColumns.reduce(12, t, m, k)
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
    private static func squareBlock(_ h: Int, _ t: Limbs, _ a: Limbs) {
        switch h {
        case 16: squareBlock16(t, a)
        case 12: squareBlock12(t, a)
        default: squareBlockAny(h, t, a)
        }
    }

    @inline(__always)
    private static func reduceBlock(
        _ h: Int, _ t: Limbs, _ m: Limbs, _ k: Limb
    ) -> Limb {
        switch h {
        case 16: reduceBlock16(t, m, k)
        case 12: reduceBlock12(t, m, k)
        default: reduceBlockAny(h, t, m, k)
        }
    }
}
