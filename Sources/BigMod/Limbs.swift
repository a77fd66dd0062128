package import ConstantTime

/// A borrowed view of consecutive limbs in memory, least significant first: what the arithmetic works on.
///
/// This is the one place where the arithmetic touches raw memory. Indices are public and computed from announced
/// lengths alone; every access is checked in debug builds, where the tests run, and is a bare load or store in
/// release builds. A view must not outlive the buffer it was taken from: views are handed to closures and are
/// not stored.
@safe
package struct Limbs {
    /// The first limb.
    let start: UnsafeMutablePointer<Limb>

    /// How many limbs there are. The count is public.
    package let count: Int

    /// The view of `count` limbs at `start`.
    ///
    /// - Precondition: the memory is initialised and stays so while the view is in use.
    @inline(__always)
    package init(start: UnsafeMutablePointer<Limb>, count: Int) {
        unsafe self.start = start
        self.count = count
    }

    /// The limb at `index`, of weight 2^(w · index).
    ///
    /// - Precondition: `0 <= index < count`.
    @inline(__always)
    subscript(index: Int) -> Limb {
        get {
            assert(index >= 0 && index < count, "limb index out of bounds")
            return unsafe start[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count, "limb index out of bounds")
            unsafe start[index] = newValue
        }
    }

    /// The `count` limbs from `offset` on.
    ///
    /// - Precondition: they lie within this view.
    @inline(__always)
    package func slice(_ offset: Int, count: Int) -> Limbs {
        assert(offset >= 0 && count >= 0 && offset &+ count <= self.count, "limb slice out of bounds")
        return unsafe Limbs(start: start + offset, count: count)
    }
}

extension Limbs {
    /// The limbs from `offset` on.
    ///
    /// - Precondition: the offset lies within this view.
    @inline(__always)
    package static func + (limbs: Limbs, offset: Int) -> Limbs {
        limbs.slice(offset, count: limbs.count &- offset)
    }
}

// MARK: - Vectors

extension Limbs {
    /// The eight limbs from `offset` on, or the four. The memory is aligned for limbs, perhaps not for vectors.
    ///
    /// - Precondition: they lie within this view.
    @inline(__always)
    func vector8(_ offset: Int) -> SIMD8<Limb> {
        unsafe UnsafeRawPointer(slice(offset, count: 8).start).loadUnaligned(as: SIMD8<Limb>.self)
    }

    @inline(__always)
    func vector4(_ offset: Int) -> SIMD4<Limb> {
        unsafe UnsafeRawPointer(slice(offset, count: 4).start).loadUnaligned(as: SIMD4<Limb>.self)
    }

    /// Overwrites the limbs from `offset` on with those of a vector.
    ///
    /// - Precondition: they lie within this view.
    @inline(__always)
    func setVector8(_ offset: Int, _ vector: SIMD8<Limb>) {
        unsafe UnsafeMutableRawPointer(slice(offset, count: 8).start).storeBytes(
            of: vector, as: SIMD8<Limb>.self)
    }

    @inline(__always)
    func setVector4(_ offset: Int, _ vector: SIMD4<Limb>) {
        unsafe UnsafeMutableRawPointer(slice(offset, count: 4).start).storeBytes(
            of: vector, as: SIMD4<Limb>.self)
    }
}

// MARK: - Copying and selecting

extension Limbs {
    /// Sets every limb to zero.
    package func clear() {
        for i in 0..<count { self[i] = 0 }
    }

    /// Takes the value of `source`, padded with zero limbs.
    ///
    /// - Precondition: `source.count <= count`.
    package func assign(_ source: Limbs) {
        for i in 0..<source.count { self[i] = source[i] }
        for i in source.count..<count { self[i] = 0 }
    }

    /// Takes the value of `source` where `mask` is all ones, keeps its own where it is all zeros.
    ///
    /// - Precondition: equal counts; the mask is one of the two.
    func assign(_ source: Limbs, where mask: Limb) {
        for i in 0..<count { self[i] ^= mask & (self[i] ^ source[i]) }
    }
}

// MARK: - Sums, differences, products

extension Limbs {
    /// self ← self + other·(bit of `mask`). Returns the carry out, 0 or 1.
    ///
    /// - Precondition: equal counts; `mask` is all ones or all zeros.
    @discardableResult
    func add(_ other: Limbs, where mask: Limb = .max) -> Limb {
        var carry: Limb = 0
        for i in 0..<count { self[i] = Carry.add(self[i], other[i] & mask, &carry) }
        return carry
    }

    /// self ← self − other·(bit of `mask`). Returns the borrow out, 0 or 1.
    ///
    /// - Precondition: equal counts; `mask` is all ones or all zeros.
    @discardableResult
    func subtract(_ other: Limbs, where mask: Limb = .max) -> Limb {
        var borrow: Limb = 0
        for i in 0..<count { self[i] = Carry.subtract(self[i], other[i] & mask, &borrow) }
        return borrow
    }

    /// The borrow of self − other, 0 or 1, without storing the difference: 1 exactly when self < other.
    ///
    /// - Precondition: equal counts.
    func borrow(subtracting other: Limbs) -> Limb {
        var borrow: Limb = 0
        for i in 0..<count { _ = Carry.subtract(self[i], other[i], &borrow) }
        return borrow
    }

    /// self ← a·b, by rows (HAC algorithm 14.12).
    ///
    /// - Precondition: `count == a.count + b.count`; self overlaps neither factor.
    package func multiply(_ a: Limbs, _ b: Limbs) {
        for j in 0..<a.count { self[j] = 0 }
        for i in 0..<b.count {
            var carry: Limb = 0
            for j in 0..<a.count {
                (self[i &+ j], carry) = multiplyAdd(a[j], b[i], self[i &+ j], carry)
            }
            self[i &+ a.count] = carry
        }
    }

    /// self ← self + other, where other may be shorter; the carry runs on to the end. Returns the carry out.
    ///
    /// - Precondition: `other.count <= count`.
    @discardableResult
    package func addShorter(_ other: Limbs) -> Limb {
        var carry: Limb = 0
        for i in 0..<other.count { self[i] = Carry.add(self[i], other[i], &carry) }
        for i in other.count..<count { self[i] = Carry.add(self[i], 0, &carry) }
        return carry
    }

    /// self ← self + x; the carry runs on to the end.
    ///
    /// - Precondition: the sum fits.
    func addLimb(_ x: Limb) {
        var next = x
        for i in 0..<count {
            var carry: Limb = 0
            self[i] = Carry.add(self[i], next, &carry)
            next = carry
        }
    }

    /// Shifts left by `bits`, filling with zeros. Returns the bits shifted out.
    ///
    /// - Precondition: `0 <= bits < w`. The distance is public.
    @discardableResult
    func shiftLeft(_ bits: Int) -> Limb {
        var out: Limb = 0
        for i in 0..<count {
            let limb = self[i]
            self[i] = (limb &<< Limb(bits)) | out
            // Two shifts, because a shift by w − 0 would be a shift by nothing.
            out = (limb &>> 1) &>> Limb(Limb.bitWidth &- 1 &- bits)
        }
        return out
    }

    /// Shifts right by `bits`, filling with zeros.
    ///
    /// - Precondition: `0 <= bits < w`. The distance is public.
    func shiftRight(_ bits: Int) {
        var incoming: Limb = 0
        for i in stride(from: count &- 1, through: 0, by: -1) {
            let limb = self[i]
            self[i] = (limb &>> Limb(bits)) | incoming
            incoming = (limb &<< 1) &<< Limb(Limb.bitWidth &- 1 &- bits)
        }
    }
}

// MARK: - Comparing

extension Limbs {
    /// Whether both hold the same number.
    ///
    /// - Precondition: equal counts.
    package func isEqual(to other: Limbs) -> Choice {
        var difference: Limb = 0
        for i in 0..<count { difference |= self[i] ^ other[i] }
        return Choice(lowBit: UInt(truncatingIfNeeded: difference.isZeroBit))
    }

    /// Whether self < other.
    ///
    /// - Precondition: equal counts.
    package func isLess(than other: Limbs) -> Choice {
        Choice(lowBit: UInt(truncatingIfNeeded: borrow(subtracting: other)))
    }
}
