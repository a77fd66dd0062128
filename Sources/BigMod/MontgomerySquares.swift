/// Squares by rows, of numbers that are not made of blocks: every product of two different limbs once, their sum doubled, and the squares of the limbs added.
///
/// The products above the diagonal are taken in blocks of eight limbs,
///
///     a[0..<8]          triangle  | row by row: a[i] times all limbs above the block
///     a[8..<16]                     triangle  | row by row
///     a[16..<24]                                triangle
///
/// because short rows do not pay: the carry that ends a row costs as much as two products. A triangle of eight limbs
/// is 28 products of straight-line code, and each has 16 limbs of `t` of its own, so that nothing has to be cleared or
/// ordered; what is left are rows of whole tiles.
enum MontgomerySquares {
    /// The limbs of a block.
    private static let block = 8

    /// `t[0..<2n] = a²`, `n` limbs.
    @inline(__always)
    static func square(_ n: Int, _ t: Limbs, _ a: Limbs) {
        for g in stride(from: 0, to: n, by: block) { triangle(min(block, n &- g), t + 2 &* g, a + g) }
        var carry: Limb = 0
        for g in stride(from: 0, to: n &- block, by: block) { rows(n, g, t, a, &carry) }
        // Where the last row ended: at the upper half of the last block's square.
        let rest = n & 4 == 0 ? 8 : 4
        t.slice(2 &* n &- rest, count: rest).addLimb(carry)
        doubleAndAddSquares(n, t, a)
    }

    /// `t += a[g..<g+8] · a[g+8..<n]`, each at its place; `carry` comes from the row before and goes on to the next.
    @inline(__always)
    private static func rows(_ n: Int, _ g: Int, _ t: Limbs, _ a: Limbs, _ carry: inout Limb) {
        let rest = n &- g &- block
        for i in g..<g &+ block {
            let u = t + (g &+ block &+ i)
            let c = MontgomeryRows.addRow(rest, u, a + (g &+ block), a[i], 0)
            MontgomeryRows.endRow(u + rest, c, &carry)
        }
    }

    /// `t[0..<2h] = Σ a[i] · a[j] · W^(i+j)` over `i < j < h`, for `h` of 4 or 8.
    @inline(__always)
    private static func triangle(_ h: Int, _ t: Limbs, _ a: Limbs) {
        h == block ? triangleOfEight(t, a) : triangleOfFour(t, a)
    }

    // Functions of their own on purpose, see `MontgomeryKernel`.
    @inline(never)
    private static func triangleOfEight(_ t: Limbs, _ a: Limbs) {
        var carry: Limb = 0
        t.slice(0, count: 16).clear()
        triangleRows(8, 0, t, a, &carry)
        triangleRows(8, 4, t, a, &carry)
    }

    @inline(never)
    private static func triangleOfFour(_ t: Limbs, _ a: Limbs) {
        var carry: Limb = 0
        t.slice(0, count: 8).clear()
        triangleRows(4, 0, t, a, &carry)
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
        MontgomeryRows.endRow(end, MontgomeryRows.addRow(rest, u + 4, x + 4, x[0], c0), &carry)
        let c1 = addTwo(u + 3, x + 2, x[1])
        MontgomeryRows.endRow(end + 1, MontgomeryRows.addRow(rest, u + 5, x + 4, x[1], c1), &carry)
        let c2 = addOne(u + 5, x + 3, x[2])
        MontgomeryRows.endRow(end + 2, MontgomeryRows.addRow(rest, u + 6, x + 4, x[2], c2), &carry)
        MontgomeryRows.endRow(end + 3, MontgomeryRows.addRow(rest, u + 7, x + 4, x[3], 0), &carry)
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
}
