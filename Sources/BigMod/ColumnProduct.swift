/// A product of two numbers of `count` limbs, by its columns.
protocol ColumnProduct {
    /// How many limbs the factors have: a constant.
    var count: Int { get }

    /// The products of weight `W^i`, `0 ≤ i ≤ 2 · count - 2`.
    func column(_ i: Int) -> Column
}

/// `a · b`.
struct ProductColumns: ColumnProduct {
    let count: Int
    let a: Limbs, b: Limbs

    @inline(__always)
    init(_ count: Int, _ a: Limbs, _ b: Limbs) {
        self.count = count
        self.a = a
        self.b = b
    }

    @inline(__always)
    func column(_ i: Int) -> Column {
        let first = max(0, i &- (count &- 1))
        var column = Column()
        column.addProducts(min(i, 2 &* (count &- 1) &- i) &+ 1, a, first, b, i &- first)
        return column
    }
}

/// `2 · a · b`.
struct TwiceColumns: ColumnProduct {
    private let product: ProductColumns

    @inline(__always)
    init(_ count: Int, _ a: Limbs, _ b: Limbs) { product = ProductColumns(count, a, b) }

    @inline(__always)
    var count: Int { product.count }

    @inline(__always)
    func column(_ i: Int) -> Column {
        var column = product.column(i)
        column.add(column)
        return column
    }
}

/// `a²`: every product of two different limbs once, doubled.
struct SquareColumns: ColumnProduct {
    let count: Int
    let a: Limbs

    @inline(__always)
    init(_ count: Int, _ a: Limbs) {
        self.count = count
        self.a = a
    }

    @inline(__always)
    func column(_ i: Int) -> Column {
        let first = max(0, i &- (count &- 1))
        var column = Column()
        column.addProducts((min(i, 2 &* (count &- 1) &- i) &+ 1) / 2, a, first, a, i &- first)
        column.add(column)
        if i & 1 == 0 { column.add(a[i / 2], a[i / 2]) }
        return column
    }
}
