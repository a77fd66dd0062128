/// Montgomery multiplication of 16 limbs, column by column (Koç, Acar, Kaliski 1996: "finely integrated product scanning"):
/// the columns of `a · b` and of `q · m` are added up together, and no more is kept of a product than the column under way.
///
///     column      0    1    2   …   15  |  16   …   30    31
///     a · b       1    2    3   …   16  |  15   …    1         products
///     q · m       1    2    3   …   16  |  15   …    1
///     digit      q[0] q[1] q[2] … q[15] | r[0]  …  r[14] r[15]
///
/// `q[i] = column · k mod W` makes the digit of a lower column zero; the digits of the upper ones are the result. The
/// processor works on the products of several columns at once, see `Column.end`.
///
/// It is straight-line code, 3,000 instructions for a square and 3,800 for a product, and for 16 limbs only: with 24 the
/// code is longer than what a processor keeps decoded, and hardly faster than rows; in loops, columns of all lengths cost
/// more than rows. The compiler must not be given the columns as a closure, as in `BlockColumns`: it leaves one of this length
/// out of line, and a signature takes a third more. (A signature of 2048 bits, Intel of 2023: 800 µs by rows of both halves side by side, 705 so, 1,090 in
/// loops.)
struct MontgomeryColumns<Product: ColumnProduct> {
    private let product: Product
    private let q: Limbs, m: Limbs, k: Limb
    private var carry = Column()

    /// How many limbs the numbers have.
    @inline(__always) private var n: Int { 16 }

    /// What is to be multiplied, modulo `m`; `k` is `-m^-1 mod W`, and `q` is scratch of 16 limbs.
    @inline(__always)
    init(_ product: Product, modulus m: Limbs, _ k: Limb, scratch q: Limbs) {
        self.product = product
        self.q = q
        self.m = m
        self.k = k
    }

    /// `r ≡ product · R^-1 (mod m)`, `r < R`.
    ///
    /// - Precondition: factors less than R; `r` may be one of them.
    @inline(__always)
    mutating func run(_ r: Limbs) {
        addFourLow(0)
        addFourLow(4)
        addFourLow(8)
        addFourLow(12)
        addFourHigh(0)
        addFourHigh(4)
        addFourHigh(8)
        addHigh(12)
        addHigh(13)
        addHigh(14)
        q[15] = carry.next()
        MontgomeryRows.subtractMasked(n, r, q, m, carry.digit)
    }

    @inline(__always)
    private mutating func addFourLow(_ i: Int) {
        addLow(i)
        addLow(i &+ 1)
        addLow(i &+ 2)
        addLow(i &+ 3)
    }

    @inline(__always)
    private mutating func addFourHigh(_ i: Int) {
        addHigh(i)
        addHigh(i &+ 1)
        addHigh(i &+ 2)
        addHigh(i &+ 3)
    }

    /// Column `i`, which gives a digit of the quotient.
    @inline(__always)
    private mutating func addLow(_ i: Int) {
        var column = product.column(i)
        column.addProducts(i, q, 0, m, i)
        q[i] = column.eliminate(&carry, m[0], k)
    }

    /// Column `16 + i`, which gives a digit of the result. It takes the place of one of the quotient, which is not needed from
    /// here on.
    @inline(__always)
    private mutating func addHigh(_ i: Int) {
        var column = product.column(n &+ i)
        column.addProducts(n &- 1 &- i, q, i &+ 1, m, n &- 1)
        q[i] = column.end(&carry)
    }
}
