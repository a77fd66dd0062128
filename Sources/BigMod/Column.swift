/// A column of a product under way: the sum of the products of one weight, and what the columns below it carry.
///
/// Three limbs hold it: `n` products are less than `n · W²`. The upper two are one number of double width on purpose: with
/// a limb for each, LLVM gathers the carries of two additions before it adds them, by `setb` and `movzx`. So a product is
/// `mov`, `mul`, `add`, `adc`, `adc`, and the register that was moved.
///
/// LLVM takes the products of a whole column first and keeps on the stack what registers do not hold. Held back by a store of
/// the sum after every one, two or four products, it made signatures of 2048 bits 1.1, 0.97 and 1.0 times as long; by a
/// branch, 1.8, with columns that were not inlined any more; with sums as their complements, so that subtracting keeps them in
/// their registers, 1.6 (Intel of 2023).
struct Column {
    private var low: Limb = 0, high: DoubleLimb = 0

    /// An empty column.
    @inline(__always)
    init() {}

    /// The digit of this column, once everything has been added.
    @inline(__always)
    var digit: Limb { low }

    /// Adds `a · b`.
    @inline(__always)
    mutating func add(_ a: Limb, _ b: Limb) {
        let product = a.multipliedFullWidth(by: b)
        var carry: Limb = 0
        low = Carry.add(low, product.low, &carry)
        // `(W - 1)² = (W - 2) · W + 1`: the upper limb of a product has room for the carry.
        high = high &+ DoubleLimb(truncatingIfNeeded: product.high &+ carry)
    }

    /// Adds a limb.
    @inline(__always)
    mutating func add(_ x: Limb) {
        var carry: Limb = 0
        low = Carry.add(low, x, &carry)
        high = high &+ DoubleLimb(truncatingIfNeeded: carry)
    }

    /// Adds a column of the same weight.
    @inline(__always)
    mutating func add(_ other: Column) {
        var carry: Limb = 0
        low = Carry.add(low, other.low, &carry)
        high = high &+ other.high &+ DoubleLimb(truncatingIfNeeded: carry)
    }

    /// Adds `x[i] · y[j] + x[i+1] · y[j-1] + …`, `count` products, at most 31. Straight-line code where the count is constant.
    @inline(__always)
    mutating func addProducts(_ count: Int, _ x: Limbs, _ i: Int, _ y: Limbs, _ j: Int) {
        var i = i, j = j
        if count & 16 != 0 {
            addEight(x, &i, y, &j)
            addEight(x, &i, y, &j)
        }
        if count & 8 != 0 { addEight(x, &i, y, &j) }
        if count & 4 != 0 { addFour(x, &i, y, &j) }
        if count & 2 != 0 { addTwo(x, &i, y, &j) }
        if count & 1 != 0 { add(x[i], y[j]) }
    }

    @inline(__always)
    private mutating func addEight(_ x: Limbs, _ i: inout Int, _ y: Limbs, _ j: inout Int) {
        addFour(x, &i, y, &j)
        addFour(x, &i, y, &j)
    }

    @inline(__always)
    private mutating func addFour(_ x: Limbs, _ i: inout Int, _ y: Limbs, _ j: inout Int) {
        addTwo(x, &i, y, &j)
        addTwo(x, &i, y, &j)
    }

    @inline(__always)
    private mutating func addTwo(_ x: Limbs, _ i: inout Int, _ y: Limbs, _ j: inout Int) {
        add(x[i], y[j])
        add(x[i &+ 1], y[j &- 1])
        i = i &+ 2
        j = j &- 2
    }

    /// Adds what the column before carries, and replaces it by what this one carries. Returns the digit.
    ///
    /// It is the last thing to be added: the only one for which a column has to wait.
    @inline(__always)
    mutating func end(_ carry: inout Column) -> Limb {
        add(carry)
        let digit = next()
        carry = self
        return digit
    }

    /// The same for a column that a reduction makes zero by adding `q · m`, where `m` is the lowest limb of the modulus and `k`
    /// is `-m^-1 mod W`. Returns `q`.
    @inline(__always)
    mutating func eliminate(_ carry: inout Column, _ m: Limb, _ k: Limb) -> Limb {
        add(carry)
        let q = digit &* k
        add(q, m)
        _ = next()
        carry = self
        return q
    }

    /// Goes on to the next column, with what this one carries. Returns the digit of this one.
    @inline(__always)
    mutating func next() -> Limb {
        let digit = low
        low = Limb(truncatingIfNeeded: high)
        high = high &>> DoubleLimb(truncatingIfNeeded: Limb.bitWidth)
        return digit
    }
}
