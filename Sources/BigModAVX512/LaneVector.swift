#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// One vector register of 64-bit lanes: what a ``Row`` needs of it. ``Lanes`` are eight, ``HalfLanes`` four.
    protocol LaneVector {
        /// How many lanes there are.
        static var count: Int { get }

        static var zero: Self { get }
        init(repeating x: UInt64)

        /// x in lane 0, and `rest` in all others.
        init(lane0 x: UInt64, rest: UInt64)

        func addingLow(_ a: Self, _ b: Self) -> Self
        func addingHigh(_ a: Self, _ b: Self) -> Self
        static func &+ (a: Self, b: Self) -> Self
        static func &- (a: Self, b: Self) -> Self
        static func & (a: Self, b: Self) -> Self
        static func | (a: Self, b: Self) -> Self
        static func &>> (a: Self, b: Self) -> Self

        var lane0Everywhere: Self { get }
        func movedDown(_ next: Self) -> Self
        func movedUp(_ previous: Self) -> Self

        func bitsWhereGreater(_ other: Self) -> UInt64
        func bitsWhereEqual(_ other: Self) -> UInt64
        init(allOnesWhere mask: UInt64)
        func allOnesWhereEqual(_ other: Self) -> Self
    }

    extension LaneVector {
        /// 2^52 - 1 in all lanes: the low limb of a column.
        @inline(__always)
        static var limbMask: Self { Self(repeating: (1 &<< 52) &- 1) }

        /// What each column carries to the next: its bits from 52 up.
        @inline(__always)
        var carry: Self { self &>> Self(repeating: 52) }

        /// The low 52 bits of each lane.
        @inline(__always)
        var limb: Self { self & Self.limbMask }
    }

#endif
