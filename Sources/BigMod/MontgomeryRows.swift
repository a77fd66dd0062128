/// Products by rows, of numbers that are not made of blocks (`MontgomeryKernel`): loops for any width that is a positive
/// multiple of 4. Nothing overlaps unless said.
///
/// A row is made of tiles of four products. Inside a tile the high halves are added to the low halves on one carry chain
/// and the sums to the row on a second one:
///
///                        hi0   lo0   |  h3 hi2 hi1 hi0  c      first chain, in registers
///           a · b  =  hi1 lo1        |  +  lo3 lo2 lo1 lo0     (h3 = hi3 and its carry)
///                  hi2 lo2           |  = h s3  s2  s1  s0
///               hi3 lo3              |  +  t3  t2  t1  t0      second chain, `adc reg, mem`
enum MontgomeryRows {
    // MARK: Four products

    /// `t[0..<4] += a[0..<4] · b + c`; returns the carry limb.
    ///
    /// `(W⁴ - 1)(W - 1) + (W - 1) + (W⁴ - 1) = W⁵ - 1`: the carry fits one limb, and so do both partial sums.
    @inline(__always)
    static func addFour(_ t: Limbs, _ a: Limbs, _ b: Limb, _ c: Limb) -> Limb {
        let p0 = a[0].multipliedFullWidth(by: b)
        let p1 = a[1].multipliedFullWidth(by: b)
        let p2 = a[2].multipliedFullWidth(by: b)
        let p3 = a[3].multipliedFullWidth(by: b)
        var f: Limb = 0
        let s0 = Carry.add(p0.low, c, &f)
        let s1 = Carry.add(p1.low, p0.high, &f)
        let s2 = Carry.add(p2.low, p1.high, &f)
        let s3 = Carry.add(p3.low, p2.high, &f)
        let s4 = p3.high &+ f
        f = 0
        t[0] = Carry.add(t[0], s0, &f)
        t[1] = Carry.add(t[1], s1, &f)
        t[2] = Carry.add(t[2], s2, &f)
        t[3] = Carry.add(t[3], s3, &f)
        return s4 &+ f
    }

    // MARK: Rows

    /// `t[0..<n] += a[0..<n] · b + c`; returns the carry limb. `n` may be 0.
    @inline(__always)
    static func addRow(_ n: Int, _ t: Limbs, _ a: Limbs, _ b: Limb, _ c: Limb) -> Limb {
        var c = c
        var j = 0
        while n &- j >= 16 {
            c = addFour(t + j, a + j, b, c)
            c = addFour(t + (j &+ 4), a + (j &+ 4), b, c)
            c = addFour(t + (j &+ 8), a + (j &+ 8), b, c)
            c = addFour(t + (j &+ 12), a + (j &+ 12), b, c)
            j &+= 16
        }
        if n & 8 != 0 {
            c = addFour(t + j, a + j, b, c)
            c = addFour(t + (j &+ 4), a + (j &+ 4), b, c)
            j &+= 8
        }
        if n & 4 != 0 { c = addFour(t + j, a + j, b, c) }
        return c
    }

    /// Ends a row: `t[0] += c + carry`, where `carry` comes from the end of the row before and goes on to the
    /// next. It is at most 2: `2(W - 1) + 2 < 3W`.
    @inline(__always)
    static func endRow(_ t: Limbs, _ c: Limb, _ carry: inout Limb) {
        let s = wide(t[0]) &+ wide(c) &+ wide(carry)
        t[0] = Limb(truncatingIfNeeded: s)
        carry = high(s)
    }

    // MARK: Blocks

    /// `t[0..<2h] += a · b + carry · W^h`, `h` limbs each; returns the carry, of weight `W^2h`.
    @inline(__always)
    static func multiplyAdd(_ h: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs, _ carry: Limb) -> Limb {
        var carry = carry
        for i in 0..<h {
            let c = addRow(h, t + i, a, b[i], 0)
            endRow(t + (i &+ h), c, &carry)
        }
        return carry
    }

    /// With `q = t · k mod W^h`: `t[h..<2h]` and the returned carry, of weight `W^2h`, become
    /// `(t + q · m) / W^h`, and `t[0..<h]` becomes `q`.
    ///
    /// `q[i+1]` depends on the first tile of row `i` only and is computed there, so that the next row can start
    /// while this one goes on.
    @inline(__always)
    static func reduce(_ h: Int, _ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        var carry: Limb = 0
        var q = t[0] &* k
        for i in 0..<h {
            let u = t + i
            var c = addFour(u, m, q, 0)
            let next = u[1] &* k
            c = addRow(h &- 4, u + 4, m + 4, q, c)
            endRow(u + h, c, &carry)
            u[0] = q
            q = next
        }
        return carry
    }

    /// `r = t - m · top` for `top` 0 or 1, where the true value is known to fit: `t + top · W^n - m < W^n`.
    /// `r` may be `t`.
    @inline(__always)
    static func subtractMasked(_ n: Int, _ r: Limbs, _ t: Limbs, _ m: Limbs, _ top: Limb) {
        let mask = Limb.mask(top)
        var borrow: Limb = 0
        for i in stride(from: 0, to: n, by: 4) {
            r[i] = Carry.subtract(t[i], m[i] & mask, &borrow)
            r[i &+ 1] = Carry.subtract(t[i &+ 1], m[i &+ 1] & mask, &borrow)
            r[i &+ 2] = Carry.subtract(t[i &+ 2], m[i &+ 2] & mask, &borrow)
            r[i &+ 3] = Carry.subtract(t[i &+ 3], m[i &+ 3] & mask, &borrow)
        }
    }

    @inline(__always)
    private static func wide(_ x: Limb) -> DoubleLimb { DoubleLimb(truncatingIfNeeded: x) }

    @inline(__always)
    private static func high(_ x: DoubleLimb) -> Limb {
        Limb(truncatingIfNeeded: x &>> DoubleLimb(truncatingIfNeeded: Limb.bitWidth))
    }
}
