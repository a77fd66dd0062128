/// A truth value that may depend on a secret.
///
/// `Bool` invites `if`, and an `if` on a secret is a branch that an attacker can time. A `Choice` can only be
/// combined, turned into a mask, used to select between two words, or *revealed*: leaving the secret world is
/// one named function with a stated reason (see ``Declassification``).
@frozen
public struct Choice: Sendable {
    /// 0 for no, 1 for yes; never anything else.
    @usableFromInline let bit: UInt

    /// The choice given by the lowest bit of `word`; the other bits are ignored.
    @inlinable @inline(__always)
    public init(lowBit word: UInt) {
        bit = word & 1
    }

    /// The choice that is always yes.
    @inlinable public static var yes: Choice { Choice(lowBit: 1) }

    /// The choice that is always no.
    @inlinable public static var no: Choice { Choice(lowBit: 0) }

    /// All ones for yes, all zeros for no.
    @inlinable @inline(__always)
    public var mask: UInt { 0 &- bit }

    /// The same mask, a byte wide.
    @inlinable @inline(__always)
    public var byteMask: UInt8 { UInt8(truncatingIfNeeded: mask) }

    /// `first` for yes, `second` for no; both are read.
    @inlinable @inline(__always)
    public func select(_ first: UInt, _ second: UInt) -> UInt {
        second ^ (mask & (first ^ second))
    }
}

// MARK: - Comparing words

extension Choice {
    /// Whether `word` is zero.
    ///
    /// `x | -x` has its top bit set exactly when x is not zero.
    @inlinable @inline(__always)
    public static func isZero(_ word: UInt) -> Choice {
        Choice(lowBit: ((word | (0 &- word)) &>> (UInt.bitWidth &- 1)) ^ 1)
    }

    /// Whether `a` equals `b`.
    @inlinable @inline(__always)
    public static func isEqual(_ a: UInt, _ b: UInt) -> Choice {
        isZero(a ^ b)
    }

    /// Whether `a < b`: the borrow of the subtraction a − b.
    ///
    /// From Hacker's Delight, section 2–13: the borrow is the top bit of (¬a ∧ b) ∨ ((¬a ∨ b) ∧ (a − b)).
    @inlinable @inline(__always)
    public static func isLess(_ a: UInt, _ b: UInt) -> Choice {
        Choice(lowBit: ((~a & b) | ((~a | b) & (a &- b))) &>> (UInt.bitWidth &- 1))
    }
}

// MARK: - Combining

extension Choice {
    /// Yes when both are yes. Both sides are always evaluated: there is no short circuit.
    @inlinable @inline(__always)
    public static func & (a: Choice, b: Choice) -> Choice { Choice(lowBit: a.bit & b.bit) }

    /// Yes when at least one is yes. Both sides are always evaluated.
    @inlinable @inline(__always)
    public static func | (a: Choice, b: Choice) -> Choice { Choice(lowBit: a.bit | b.bit) }

    /// Yes when exactly one is yes.
    @inlinable @inline(__always)
    public static func ^ (a: Choice, b: Choice) -> Choice { Choice(lowBit: a.bit ^ b.bit) }

    /// The opposite choice.
    @inlinable @inline(__always)
    public static prefix func ! (a: Choice) -> Choice { Choice(lowBit: a.bit ^ 1) }
}
