/// Eight bytes side by side in one machine word, worked on together.
///
/// A lane's answer to a yes/no question is its top bit: 0x80 for yes, 0x00 for no ("flags"). No operation
/// branches, and none lets a carry or borrow pass from one lane to the next; each states the bound on the lanes
/// that this takes. See Warren, Hacker's Delight, section 2–18.
struct ByteLanes {
    /// The lanes; the most significant one is the first byte of the text.
    var word: UInt64

    /// `byte` in every lane.
    @inline(__always)
    static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The eight bytes at `start`, which need not be aligned.
    @inline(__always)
    static func load(_ start: UnsafeRawPointer) -> ByteLanes {
        unsafe ByteLanes(word: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)))
    }

    /// Writes the eight bytes to `start`, which need not be aligned.
    @inline(__always)
    func store(_ start: UnsafeMutableRawPointer) {
        unsafe start.storeBytes(of: word.bigEndian, as: UInt64.self)
    }

    /// Flags the lanes that are at least `bound`.
    ///
    /// - Precondition: every lane is below 128 and `bound` is in 1...128, so that the sum stays below 256.
    @inline(__always)
    func isAtLeast(_ bound: UInt8) -> ByteLanes {
        ByteLanes(word: (word &+ Self.repeating(128 &- bound)) & Self.repeating(0x80))
    }

    /// Flags the lanes that lie in `range`.
    ///
    /// - Precondition: every lane is below 128 and `range` is within 1...127.
    @inline(__always)
    func isIn(_ range: ClosedRange<UInt8>) -> ByteLanes {
        ByteLanes(word: isAtLeast(range.lowerBound).word & ~isAtLeast(range.upperBound &+ 1).word)
    }

    /// Flags the lanes that equal `byte`: 128 − x reaches 128 only for x = 0.
    ///
    /// - Precondition: every lane and `byte` are below 128.
    @inline(__always)
    func isEqual(to byte: UInt8) -> ByteLanes {
        let difference = word ^ Self.repeating(byte)
        return ByteLanes(word: (Self.repeating(0x80) &- difference) & Self.repeating(0x80))
    }

    /// Turns flags into masks over the lower seven bits: 0x7f for yes, 0x00 for no.
    @inline(__always)
    var mask: UInt64 { word &- (word &>> 7) }
}
