/// The square of a long number from three squares of its halves (Karatsuba 1962; HAC section 14.2, note 14.17):
///
///     a = high · X + low,  X = W^h
///     a² = high² · X² + (high² + low² - (high - low)²) · X + low²
///
/// 3/4 of the products for two additions, three subtractions and their carries.
///
/// **Constant time.** `|high - low|` is taken by a mask; the sign does not matter to its square.
enum KaratsubaSquare {
    /// Whether the products that are saved are worth the additions: a verification of 2048 bits, with 32 limbs, takes 0.97 of
    /// the time (Intel of 2023).
    static func isFaster(_ n: Int) -> Bool { n >= 32 && n & 15 == 0 }

    /// Scratch, in limbs, for one square: the difference, its square, the middle, and what the halves need.
    static func scratchCount(_ n: Int) -> Int {
        n / 2 &+ 2 &* n
            &+ MontgomeryKernel.squareScratchCount(n / 2)
    }

    /// `t = a²`, `2n` limbs; `s` has `scratchCount(n)`.
    static func square(_ n: Int, _ t: Limbs, _ a: Limbs, scratch s: Limbs) {
        let h = n / 2
        let difference = s.slice(0, count: h)
        let middle = s.slice(h, count: n)
        let square = s.slice(h &+ n, count: n)
        let rest = s + (h &+ 2 &* n)
        setDifference(h, difference, a)
        MontgomeryKernel.square(h, t, a, scratch: rest)
        MontgomeryKernel.square(h, t + n, a + h, scratch: rest)
        MontgomeryKernel.square(h, square, difference, scratch: rest)
        addMiddle(h, t, square, middle)
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
        let top = carry &- borrow
        carry = 0
        for i in stride(from: 0, to: 2 &* h, by: 4) {
            center[i] = Carry.add(center[i], m[i], &carry)
            center[i &+ 1] = Carry.add(center[i &+ 1], m[i &+ 1], &carry)
            center[i &+ 2] = Carry.add(center[i &+ 2], m[i &+ 2], &carry)
            center[i &+ 3] = Carry.add(center[i &+ 3], m[i &+ 3], &carry)
        }
        // At most 2, into the upper half of high².
        t.slice(3 &* h, count: h).addLimb(top &+ carry)
    }
}
