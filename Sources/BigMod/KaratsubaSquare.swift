/// The square of a long number from three squares of its halves (Karatsuba 1962; HAC section 14.2, note 14.17):
///
///     a = high · X + low,  X = W^h
///     a² = high² · X² + (high² + low² - (high - low)²) · X + low²
///
/// 3/4 of the products for two additions, three subtractions and their carries. The two outer squares are independent
/// and lie side by side in the number as in its square: they are a pair for `MontgomeryPairKernel`, without a copy.
///
/// **Constant time.** `|high - low|` is taken by a mask; the sign does not matter to its square.
enum KaratsubaSquare {
    /// Whether the products that are saved are worth the additions: 773 ns with 48 limbs where `MontgomerySquares` takes
    /// 968; 410 with 32 where it takes 386 (x86-64 of 2019).
    static func isFaster(_ n: Int) -> Bool { n >= 48 && n & 15 == 0 }

    /// Scratch, in limbs, for one square: the difference, its square, the middle, and what the halves need.
    static func scratchCount(_ n: Int) -> Int {
        n / 2 &+ 2 &* n
            &+ max(MontgomeryKernel.squareScratchCount(n / 2), MontgomeryPairKernel.squareScratchCount(n / 2))
    }

    /// `t = a²`, `2n` limbs; `s` has `scratchCount(n)`.
    static func square(_ n: Int, _ t: Limbs, _ a: Limbs, scratch s: Limbs) {
        let h = n / 2
        let difference = s.slice(0, count: h)
        let middle = s.slice(h, count: n)
        let square = s.slice(h &+ n, count: n)
        let rest = s + (h &+ 2 &* n)
        setDifference(h, difference, a)
        MontgomeryPairKernel.square(h, t, a, scratch: rest)
        MontgomeryKernel.square(h, square, difference, scratch: rest)
        addMiddle(h, t, square, middle)
    }

    /// Scratch, in limbs, for two squares.
    static func pairScratchCount(_ n: Int) -> Int {
        4 &* n &+ MontgomeryPairKernel.squareScratchCount(n / 2)
    }

    /// `t = a²` in each lane: `2n` and `2n` limbs; `s` has `pairScratchCount(n)`. The squares of the two differences are a
    /// pair too.
    static func squarePair(_ n: Int, _ t: Limbs, _ a: Limbs, scratch s: Limbs) {
        let h = n / 2
        let differences = s.slice(0, count: n)
        let middle = s.slice(n, count: n)
        let squares = s.slice(2 &* n, count: 2 &* n)
        let rest = s + 4 &* n
        setDifference(h, differences, a)
        setDifference(h, differences + h, a + n)
        MontgomeryPairKernel.square(h, t, a, scratch: rest)
        MontgomeryPairKernel.square(h, t + 2 &* n, a + n, scratch: rest)
        MontgomeryPairKernel.square(h, squares, differences, scratch: rest)
        addMiddle(h, t, squares, middle)
        addMiddle(h, t + 2 &* n, squares + n, middle)
    }

    /// `d = |a[h..<2h] - a[0..<h]|`.
    @inline(__always)
    private static func setDifference(_ h: Int, _ d: Limbs, _ a: Limbs) {
        var borrow: Limb = 0
        for i in stride(from: 0, to: h, by: 4) {
            d[i] = Carry.subtract(a[h &+ i], a[i], &borrow)
            d[i &+ 1] = Carry.subtract(a[h &+ i &+ 1], a[i &+ 1], &borrow)
            d[i &+ 2] = Carry.subtract(a[h &+ i &+ 2], a[i &+ 2], &borrow)
            d[i &+ 3] = Carry.subtract(a[h &+ i &+ 3], a[i &+ 3], &borrow)
        }
        // -x is ~x + 1.
        let mask = Limb.mask(borrow)
        var carry = borrow
        for i in stride(from: 0, to: h, by: 4) {
            d[i] = Carry.add(d[i] ^ mask, 0, &carry)
            d[i &+ 1] = Carry.add(d[i &+ 1] ^ mask, 0, &carry)
            d[i &+ 2] = Carry.add(d[i &+ 2] ^ mask, 0, &carry)
            d[i &+ 3] = Carry.add(d[i &+ 3] ^ mask, 0, &carry)
        }
    }

    /// With `t = low² + high² · W^2h` and `e = (high - low)²`, adds the middle, `(low² + high² - e) · W^h`, to `t`: then
    /// `t` is the square of the whole. `m` is scratch of `2h` limbs.
    ///
    /// The middle is `2 · low · high < 2 · W^2h`: `2h` limbs and a bit.
    @inline(__always)
    private static func addMiddle(_ h: Int, _ t: Limbs, _ e: Limbs, _ m: Limbs) {
        let high = t + 2 &* h, center = t + h
        var carry: Limb = 0, borrow: Limb = 0
        for i in stride(from: 0, to: 2 &* h, by: 4) {
            m[i] = Carry.add(t[i], high[i], &carry)
            m[i &+ 1] = Carry.add(t[i &+ 1], high[i &+ 1], &carry)
            m[i &+ 2] = Carry.add(t[i &+ 2], high[i &+ 2], &carry)
            m[i &+ 3] = Carry.add(t[i &+ 3], high[i &+ 3], &carry)
        }
        for i in stride(from: 0, to: 2 &* h, by: 4) {
            m[i] = Carry.subtract(m[i], e[i], &borrow)
            m[i &+ 1] = Carry.subtract(m[i &+ 1], e[i &+ 1], &borrow)
            m[i &+ 2] = Carry.subtract(m[i &+ 2], e[i &+ 2], &borrow)
            m[i &+ 3] = Carry.subtract(m[i &+ 3], e[i &+ 3], &borrow)
        }
        var top = carry &- borrow
        carry = 0
        for i in stride(from: 0, to: 2 &* h, by: 4) {
            center[i] = Carry.add(center[i], m[i], &carry)
            center[i &+ 1] = Carry.add(center[i &+ 1], m[i &+ 1], &carry)
            center[i &+ 2] = Carry.add(center[i &+ 2], m[i &+ 2], &carry)
            center[i &+ 3] = Carry.add(center[i &+ 3], m[i &+ 3], &carry)
        }
        // At most 2, into the upper half of high².
        top = top &+ carry
        carry = 0
        for i in 3 &* h..<4 &* h {
            t[i] = Carry.add(t[i], top, &carry)
            top = 0
        }
    }
}
