/// The rows that `MontgomeryKernel` is made of. All of it is inlined, so that a constant width becomes
/// straight-line code; widths are positive multiples of 4. Nothing overlaps unless said.
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

    /// `t[0..<4] = a[0..<4] · b + c`; returns the carry limb.
    @inline(__always)
    static func setFour(_ t: Limbs, _ a: Limbs, _ b: Limb, _ c: Limb) -> Limb {
        let p0 = a[0].multipliedFullWidth(by: b)
        let p1 = a[1].multipliedFullWidth(by: b)
        let p2 = a[2].multipliedFullWidth(by: b)
        let p3 = a[3].multipliedFullWidth(by: b)
        var f: Limb = 0
        t[0] = Carry.add(p0.low, c, &f)
        t[1] = Carry.add(p1.low, p0.high, &f)
        t[2] = Carry.add(p2.low, p1.high, &f)
        t[3] = Carry.add(p3.low, p2.high, &f)
        return p3.high &+ f
    }

    /// `t[0..<3] += a[0..<3] · b`; returns the carry limb.
    @inline(__always)
    static func addThree(_ t: Limbs, _ a: Limbs, _ b: Limb) -> Limb {
        let p0 = a[0].multipliedFullWidth(by: b)
        let p1 = a[1].multipliedFullWidth(by: b)
        let p2 = a[2].multipliedFullWidth(by: b)
        var f: Limb = 0
        let s1 = Carry.add(p1.low, p0.high, &f)
        let s2 = Carry.add(p2.low, p1.high, &f)
        let s3 = p2.high &+ f
        f = 0
        t[0] = Carry.add(t[0], p0.low, &f)
        t[1] = Carry.add(t[1], s1, &f)
        t[2] = Carry.add(t[2], s2, &f)
        return s3 &+ f
    }

    /// `t[0..<2] += a[0..<2] · b`; returns the carry limb.
    @inline(__always)
    static func addTwo(_ t: Limbs, _ a: Limbs, _ b: Limb) -> Limb {
        let p0 = a[0].multipliedFullWidth(by: b)
        let p1 = a[1].multipliedFullWidth(by: b)
        var f: Limb = 0
        let s1 = Carry.add(p1.low, p0.high, &f)
        let s2 = p1.high &+ f
        f = 0
        t[0] = Carry.add(t[0], p0.low, &f)
        t[1] = Carry.add(t[1], s1, &f)
        return s2 &+ f
    }

    /// `t[0] += a[0] · b`; returns the carry limb.
    @inline(__always)
    static func addOne(_ t: Limbs, _ a: Limbs, _ b: Limb) -> Limb {
        let p = a[0].multipliedFullWidth(by: b)
        var f: Limb = 0
        t[0] = Carry.add(t[0], p.low, &f)
        return p.high &+ f
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

    /// `t[0..<2h] = a · b`, `h` limbs each.
    @inline(__always)
    static func multiply(_ h: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs) {
        var c: Limb = 0
        for j in stride(from: 0, to: h, by: 4) { c = setFour(t + j, a + j, b[0], c) }
        t[h] = c
        for i in 1..<h { t[i &+ h] = addRow(h, t + i, a, b[i], 0) }
    }

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

    /// `t[0..<2h] += Σ a[i] · a[j] · W^(i+j)` over `i < j < h`; returns the carry, of weight `W^2h`.
    @inline(__always)
    static func triangleAdd(_ h: Int, _ t: Limbs, _ a: Limbs) -> Limb {
        var carry: Limb = 0
        // Written out up to 16 limbs so that every row has a constant length.
        triangleRows(h, 0, t, a, &carry)
        if h > 4 { triangleRows(h, 4, t, a, &carry) }
        if h > 8 { triangleRows(h, 8, t, a, &carry) }
        if h > 12 { triangleRows(h, 12, t, a, &carry) }
        var g = 16
        while g < h {
            triangleRows(h, g, t, a, &carry)
            g &+= 4
        }
        return carry
    }

    /// Rows `g ..< g + 4` of the triangle: first what lies within the four limbs, then whole tiles.
    ///
    ///     row g      a[g]   · a[g+1], a[g+2], a[g+3] | a[g+4] …
    ///     row g+1    a[g+1] ·         a[g+2], a[g+3] | a[g+4] …
    ///     row g+2    a[g+2] ·                 a[g+3] | a[g+4] …
    ///     row g+3    a[g+3] ·                        | a[g+4] …
    @inline(__always)
    private static func triangleRows(
        _ h: Int, _ g: Int, _ t: Limbs, _ a: Limbs, _ carry: inout Limb
    ) {
        let rest = h &- g &- 4
        let x = a + g
        let u = t + 2 &* g
        let end = t + (g &+ h)
        let c0 = addThree(u + 1, x + 1, x[0])
        endRow(end, addRow(rest, u + 4, x + 4, x[0], c0), &carry)
        let c1 = addTwo(u + 3, x + 2, x[1])
        endRow(end + 1, addRow(rest, u + 5, x + 4, x[1], c1), &carry)
        let c2 = addOne(u + 5, x + 3, x[2])
        endRow(end + 2, addRow(rest, u + 6, x + 4, x[2], c2), &carry)
        endRow(end + 3, addRow(rest, u + 7, x + 4, x[3], 0), &carry)
    }

    /// `t[0..<2n] = 2 · t + Σ a[i]² · W^2i`; the true value fits. Four squares at a time, because each of the two
    /// carry chains pays for leaving the flag once per turn: 14 ns for 16 limbs, 17 with two at a time.
    @inline(__always)
    static func doubleAndAddSquares(_ n: Int, _ t: Limbs, _ a: Limbs) {
        var f: Limb = 0
        var g: Limb = 0
        for i in stride(from: 0, to: n, by: 4) {
            let u = t + 2 &* i
            let p = a[i].multipliedFullWidth(by: a[i])
            let q = a[i &+ 1].multipliedFullWidth(by: a[i &+ 1])
            let v = a[i &+ 2].multipliedFullWidth(by: a[i &+ 2])
            let w = a[i &+ 3].multipliedFullWidth(by: a[i &+ 3])
            u[0] = Carry.add(u[0], u[0], &f)
            u[1] = Carry.add(u[1], u[1], &f)
            u[2] = Carry.add(u[2], u[2], &f)
            u[3] = Carry.add(u[3], u[3], &f)
            u[4] = Carry.add(u[4], u[4], &f)
            u[5] = Carry.add(u[5], u[5], &f)
            u[6] = Carry.add(u[6], u[6], &f)
            u[7] = Carry.add(u[7], u[7], &f)
            u[0] = Carry.add(u[0], p.low, &g)
            u[1] = Carry.add(u[1], p.high, &g)
            u[2] = Carry.add(u[2], q.low, &g)
            u[3] = Carry.add(u[3], q.high, &g)
            u[4] = Carry.add(u[4], v.low, &g)
            u[5] = Carry.add(u[5], v.high, &g)
            u[6] = Carry.add(u[6], w.low, &g)
            u[7] = Carry.add(u[7], w.high, &g)
        }
    }

    /// `t[0..<32] = a²`, 16 limbs.
    @inline(__always)
    static func square16(_ t: Limbs, _ a: Limbs) {
        t.slice(0, count: 32).clear()
        _ = triangleAdd(16, t, a)
        doubleAndAddSquares(16, t, a)
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
