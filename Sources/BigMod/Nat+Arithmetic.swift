package import ConstantTime

// Arithmetic on whole numbers for loading and checking keys. Each operation makes a new number; the hot path of a
// signature works on `Limbs` in a workspace instead.

extension Nat {
    /// self + other, one limb longer than the longer of the two.
    package func adding(_ other: Nat) -> Nat {
        Nat(count: max(count, other.count) &+ 1) { sum in
            withLimbs { sum.assign($0) }
            other.withLimbs { _ = sum.addShorter($0) }
        }
    }

    /// self − other modulo B^count.
    ///
    /// - Precondition: `other.count <= count`. When self < other, the result has wrapped around.
    package func subtracting(_ other: Nat) -> Nat {
        let other = other.resized(count)
        return Nat(count: count) { difference in
            withLimbs { difference.assign($0) }
            other.withLimbs { _ = difference.subtract($0) }
        }
    }

    /// self · other, as long as both together.
    package func multiplied(by other: Nat) -> Nat {
        Nat(count: count &+ other.count) { product in
            withLimbs { a in other.withLimbs { b in product.multiply(a, b) } }
        }
    }

    /// self / 2^bits, rounded down.
    ///
    /// - Precondition: `bits` is not negative. The distance is public.
    package func shiftedRight(_ bits: Int) -> Nat {
        let limbs = min(bits / Limb.bitWidth, count)
        return Nat(count: count) { result in
            withLimbs { result.assign($0.slice(limbs, count: count &- limbs)) }
            result.shiftRight(bits % Limb.bitWidth)
        }
    }
}

// MARK: - Comparing

extension Nat {
    /// Whether both numbers are the same; the announced lengths may differ.
    package func isEqual(to other: Nat) -> Choice {
        let width = max(count, other.count)
        return resized(width).withLimbs { a in
            other.resized(width).withLimbs { b in
                a.isEqual(to: b)
            }
        }
    }

    /// Whether self < other; the announced lengths may differ.
    package func isLess(than other: Nat) -> Choice {
        let width = max(count, other.count)
        return resized(width).withLimbs { a in
            other.resized(width).withLimbs { b in
                a.isLess(than: b)
            }
        }
    }

    /// Whether the number is zero.
    package var isZero: Choice {
        withLimbs { limbs in
            var any: Limb = 0
            for i in 0..<count { any |= limbs[i] }
            return Choice(lowBit: UInt(truncatingIfNeeded: any.isZeroBit))
        }
    }

    /// Whether the number is odd.
    package var isOdd: Choice {
        withLimbs { Choice(lowBit: UInt(truncatingIfNeeded: $0[0])) }
    }

    /// How many bits the number has without leading zeros; 0 for zero.
    ///
    /// The bit length of a modulus or of a prime is public by convention: it follows from the layout of the
    /// encoded key, and everything that works with the number is as long as it.
    package func announcedBitLength() -> Int {
        let bytes = bigEndianBytes(count &* MemoryLayout<Limb>.size)
        var leadingZeros = 0
        for i in 0..<bytes.count {
            // The position of the first byte that is not zero is the layout, and so is its highest bit.
            var byte = UInt(bytes[i])
            byte |= byte &>> 1
            byte |= byte &>> 2
            byte |= byte &>> 4
            let smeared = revealed(UInt8(truncatingIfNeeded: byte), as: .encodingLayout)
            leadingZeros &+= smeared.leadingZeroBitCount
            if smeared != 0 { break }
        }
        return bytes.count &* 8 &- leadingZeros
    }
}

// MARK: - Selecting

extension Nat {
    /// `first` for yes, `second` for no; both are read.
    ///
    /// - Precondition: equal announced lengths.
    package static func select(_ choice: Choice, _ first: Nat, _ second: Nat) -> Nat {
        Nat(count: second.count) { result in
            second.withLimbs { result.assign($0) }
            first.withLimbs { result.assign($0, where: Limb(truncatingIfNeeded: choice.mask)) }
        }
    }
}
