/// The blocks of which `MontgomeryKernel` makes wide numbers, column by column (`Column`): 12 or 16 limbs, straight-line code.
enum BlockColumns {
    /// `t[0..<2h] = product`.
    @inline(__always)
    static func set(_ t: Limbs, _ product: some ColumnProduct) {
        let h = product.count
        var carry = Column()
        forEachColumn(2 &* h &- 1, &carry) { i, carry in
            var column = product.column(i)
            t[i] = column.end(&carry)
        }
        t[2 &* h &- 1] = carry.digit
    }

    /// `t[0..<2h] += product + carry · W^h`; returns the carry.
    @inline(__always)
    static func add(_ t: Limbs, _ product: some ColumnProduct, _ carry: Limb) -> Limb {
        let h = product.count
        var state = Column()
        forEachColumn(2 &* h &- 1, &state) { i, state in
            var column = product.column(i)
            column.add(t[i])
            if i == h { column.add(carry) }
            t[i] = column.end(&state)
        }
        state.add(t[2 &* h &- 1])
        t[2 &* h &- 1] = state.next()
        return state.digit
    }

    /// With `q = t · k mod W^h`: `t[h..<2h]` and the returned carry, of weight `W^2h`, become
    /// `(t + q · m) / W^h`, and `t[0..<h]` becomes `q`.
    @inline(__always)
    static func reduce(_ h: Int, _ t: Limbs, _ m: Limbs, _ k: Limb) -> Limb {
        var carry = Column()
        forEachColumn(h, &carry) { i, carry in
            var column = Column()
            column.addProducts(i, t, 0, m, i)
            column.add(t[i])
            t[i] = column.eliminate(&carry, m[0], k)
        }
        forEachColumn(h &- 1, &carry) { i, carry in
            var column = Column()
            column.addProducts(h &- 1 &- i, t, i &+ 1, m, h &- 1)
            column.add(t[h &+ i])
            t[h &+ i] = column.end(&carry)
        }
        carry.add(t[2 &* h &- 1])
        t[2 &* h &- 1] = carry.next()
        return carry.digit
    }

    /// What is done with a column, by its number, and the carry.
    private typealias Body = (Int, inout Column) -> Void

    /// Calls `body` for 0 to `count` - 1, written out: `count` is a constant, at most 32.
    @inline(__always)
    private static func forEachColumn(_ count: Int, _ carry: inout Column, _ body: Body) {
        forSixteen(0, count, &carry, body)
        forSixteen(16, count, &carry, body)
    }

    @inline(__always)
    private static func forSixteen(_ i: Int, _ count: Int, _ carry: inout Column, _ body: Body) {
        forEight(i, count, &carry, body)
        forEight(i &+ 8, count, &carry, body)
    }

    @inline(__always)
    private static func forEight(_ i: Int, _ count: Int, _ carry: inout Column, _ body: Body) {
        forFour(i, count, &carry, body)
        forFour(i &+ 4, count, &carry, body)
    }

    @inline(__always)
    private static func forFour(_ i: Int, _ count: Int, _ carry: inout Column, _ body: Body) {
        forTwo(i, count, &carry, body)
        forTwo(i &+ 2, count, &carry, body)
    }

    @inline(__always)
    private static func forTwo(_ i: Int, _ count: Int, _ carry: inout Column, _ body: Body) {
        if i < count { body(i, &carry) }
        if i &+ 1 < count { body(i &+ 1, &carry) }
    }
}
