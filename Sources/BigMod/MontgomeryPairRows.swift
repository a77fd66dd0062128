/// The rows of `MontgomeryRows` for two independent numbers at once, tile about.
///
/// Within a row, a tile waits for the carry of the tile before it: 7 cycles for four products that the
/// multiplier could do in about 5. Two rows with nothing in common fill each other's gaps. They must not
/// share `t`: two rows of one product, taken together, were slower (214 against 173 ns), because the second
/// then reads limbs that the first has only just written.
///
/// **Layout.** Lane 0 and lane 1 of every number stand side by side: `n` limbs, then `n` limbs; `2n` and `2n`
/// in `t`. With a constant `n` one pointer serves both.
enum MontgomeryPairRows {
    /// One limb for each lane.
    typealias Pair = (Limb, Limb)

    /// A tile of each lane.
    @inline(__always)
    private static func addFour(
        _ n: Int, _ t: Limbs, _ a: Limbs, _ b: Pair, _ c: inout Pair
    ) {
        c.0 = MontgomeryRows.addFour(t, a, b.0, c.0)
        c.1 = MontgomeryRows.addFour(t + 2 &* n, a + n, b.1, c.1)
    }

    /// `t[0..<h] += a[0..<h] · b + c` in each lane; `c` becomes the carry limb. `h` may be 0.
    @inline(__always)
    static func addRow(
        _ n: Int, _ h: Int, _ t: Limbs, _ a: Limbs, _ b: Pair, _ c: inout Pair
    ) {
        var j = 0
        while h &- j >= 16 {
            addFour(n, t + j, a + j, b, &c)
            addFour(n, t + (j &+ 4), a + (j &+ 4), b, &c)
            addFour(n, t + (j &+ 8), a + (j &+ 8), b, &c)
            addFour(n, t + (j &+ 12), a + (j &+ 12), b, &c)
            j &+= 16
        }
        if h & 8 != 0 {
            addFour(n, t + j, a + j, b, &c)
            addFour(n, t + (j &+ 4), a + (j &+ 4), b, &c)
            j &+= 8
        }
        if h & 4 != 0 { addFour(n, t + j, a + j, b, &c) }
    }

    /// Ends the row of each lane, see `MontgomeryRows.endRow`.
    @inline(__always)
    static func endRow(_ n: Int, _ t: Limbs, _ c: Pair, _ carry: inout Pair) {
        MontgomeryRows.endRow(t, c.0, &carry.0)
        MontgomeryRows.endRow(t + 2 &* n, c.1, &carry.1)
    }

    /// `t[0..<2n] = a · b` in each lane.
    @inline(__always)
    static func multiply(_ n: Int, _ t: Limbs, _ a: Limbs, _ b: Limbs) {
        var c: Pair = (0, 0)
        for j in stride(from: 0, to: n, by: 4) {
            c.0 = MontgomeryRows.setFour(t + j, a + j, b[0], c.0)
            c.1 = MontgomeryRows.setFour(t + (j &+ 2 &* n), a + (j &+ n), b[n], c.1)
        }
        t[n] = c.0
        t[3 &* n] = c.1
        for i in 1..<n {
            c = (0, 0)
            addRow(n, n, t + i, a, (b[i], b[i &+ n]), &c)
            t[i &+ n] = c.0
            t[i &+ 3 &* n] = c.1
        }
    }

    /// Montgomery reduction in each lane: `t[n..<2n]` and the returned carry, of weight `W^n`, become
    /// `(t + q · m) / R`; `q` is left in `t[0..<n]`. See `MontgomeryRows.reduce`.
    @inline(__always)
    static func reduce(_ n: Int, _ t: Limbs, _ m: Limbs, _ k: Pair) -> Pair {
        var carry: Pair = (0, 0)
        var q = (t[0] &* k.0, t[2 &* n] &* k.1)
        for i in 0..<n {
            let u = t + i
            var c: Pair = (0, 0)
            addFour(n, u, m, q, &c)
            let next = (u[1] &* k.0, u[1 &+ 2 &* n] &* k.1)
            addRow(n, n &- 4, u + 4, m + 4, q, &c)
            endRow(n, u + n, c, &carry)
            u[0] = q.0
            u[2 &* n] = q.1
            q = next
        }
        return carry
    }
}
