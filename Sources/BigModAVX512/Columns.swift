#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Five limbs of eight numbers, one number to a lane: the piece that the eight-lane kernel multiplies by.
    ///
    /// A half has 259 bits, the uppermost limb 51: the sum of two halves is a factor, too, and must not have a limb more.
    struct Half {
        /// How many bits the uppermost limb has.
        static var topBits: UInt64 { @inline(__always) get { 51 } }

        /// How many bits a half has.
        static var bitCount: Int { @inline(__always) get { 4 &* 52 &+ Int(truncatingIfNeeded: topBits) } }

        var v0 = Lanes.zero, v1 = Lanes.zero, v2 = Lanes.zero, v3 = Lanes.zero, v4 = Lanes.zero

        /// Zero.
        @inline(__always)
        init() {}

        /// The five limbs, the lowest first.
        @inline(__always)
        init(_ v0: Lanes, _ v1: Lanes, _ v2: Lanes, _ v3: Lanes, _ v4: Lanes) {
            self.v0 = v0
            self.v1 = v1
            self.v2 = v2
            self.v3 = v3
            self.v4 = v4
        }

        /// The half at `memory`.
        @inline(__always)
        init(_ memory: LaneMemory) { self.init(memory[0], memory[1], memory[2], memory[3], memory[4]) }

        /// Stores the half at `memory`.
        @inline(__always)
        func store(_ memory: LaneMemory) {
            memory[0] = v0
            memory[1] = v1
            memory[2] = v2
            memory[3] = v3
            memory[4] = v4
        }

        @inline(__always)
        static func &+ (a: Half, b: Half) -> Half {
            Half(a.v0 &+ b.v0, a.v1 &+ b.v1, a.v2 &+ b.v2, a.v3 &+ b.v3, a.v4 &+ b.v4)
        }

        @inline(__always)
        static func &- (a: Half, b: Half) -> Half {
            Half(a.v0 &- b.v0, a.v1 &- b.v1, a.v2 &- b.v2, a.v3 &- b.v3, a.v4 &- b.v4)
        }

        /// Twice the half.
        @inline(__always)
        var doubled: Half { self &+ self }

        /// Brings the carries of all limbs to the next, from the bottom up, in eight numbers at once. Columns and carries may be
        /// negative. What a limb has above 52 bits has been carried then, and no multiplication reads it.
        @inline(__always)
        mutating func carryUp() {
            v1 = v1 &+ v0.signedCarry
            v2 = v2 &+ v1.signedCarry
            v3 = v3 &+ v2.signedCarry
            v4 = v4 &+ v3.signedCarry
        }

        /// Adds `carry` to the lowest limb and brings all limbs to 0 ... 2^52 - 1, the uppermost to 0 ... 2^51 - 1. Returns what
        /// goes to the next half.
        @inline(__always)
        mutating func normalize(adding carry: Lanes) -> Lanes {
            v0 = v0 &+ carry
            carryUp()
            let out = v4.signedCarry(of: Half.topBits)
            self = Half(v0.limb, v1.limb, v2.limb, v3.limb, v4.limb(of: Half.topBits))
            return out
        }
    }

    /// Ten columns of eight products, in ten registers: the product of two halves fits.
    ///
    ///     column      0  1  2  3  4 │ 5  6  7  8  9
    ///                 └─── low ───┘   └── high ───┘
    ///     a·b0 low    0  1  2  3  4      limb of a in each column
    ///     a·b0 high      0  1  2  3   4
    ///     a·b1 low       0  1  2  3   4
    ///     a·b1 high         0  1  2   3  4      and so on, five rows
    ///
    /// The five limbs of a are in registers too; each limb of b is loaded once for its ten multiplications.
    struct Columns {
        var low = Half(), high = Half()

        /// All columns zero but those of `low`.
        @inline(__always)
        init(low: Half = Half()) { self.low = low }

        /// Renames the columns so that column 1 becomes column 0 and column 0 column 9. No instruction comes of it: the
        /// rows are unrolled.
        @inline(__always)
        private mutating func turn() {
            let lowest = low.v0
            low = Half(low.v1, low.v2, low.v3, low.v4, high.v0)
            high = Half(high.v1, high.v2, high.v3, high.v4, lowest)
        }

        /// self ← self + a·b for one limb b, in columns 0 to 5. The order puts five instructions between two that wait for
        /// each other: a multiplication takes four cycles.
        @inline(__always)
        private mutating func addRow(_ a: Half, _ b: Lanes) {
            low.v0 = low.v0.addingLow(a.v0, b)
            low.v1 = low.v1.addingLow(a.v1, b)
            low.v2 = low.v2.addingLow(a.v2, b)
            low.v3 = low.v3.addingLow(a.v3, b)
            low.v4 = low.v4.addingLow(a.v4, b)
            low.v1 = low.v1.addingHigh(a.v0, b)
            low.v2 = low.v2.addingHigh(a.v1, b)
            low.v3 = low.v3.addingHigh(a.v2, b)
            low.v4 = low.v4.addingHigh(a.v3, b)
            high.v0 = high.v0.addingHigh(a.v4, b)
        }

        /// self ← self + a·b: 50 multiplications. Where only half of the columns is used afterwards, the compiler drops those of
        /// the other half.
        @inline(__always)
        mutating func addProduct(_ a: Half, _ b: LaneMemory) {
            addRow(a, b[0])
            turn()
            addRow(a, b[1])
            turn()
            addRow(a, b[2])
            turn()
            addRow(a, b[3])
            turn()
            addRow(a, b[4])
            turn()
            swap(&low, &high)
        }

        /// self ← 2·self.
        @inline(__always)
        mutating func double() {
            low = low.doubled
            high = high.doubled
        }

        /// self ← self + the sum of a(i)·a(j) over i < j: 20 multiplications.
        @inline(__always)
        mutating func addCrossProducts(_ a: Half) {
            low.v1 = low.v1.addingLow(a.v0, a.v1)
            low.v2 = low.v2.addingLow(a.v0, a.v2)
            low.v3 = low.v3.addingLow(a.v0, a.v3)
            low.v4 = low.v4.addingLow(a.v0, a.v4)
            high.v0 = high.v0.addingLow(a.v1, a.v4)
            high.v1 = high.v1.addingLow(a.v2, a.v4)
            high.v2 = high.v2.addingLow(a.v3, a.v4)
            low.v2 = low.v2.addingHigh(a.v0, a.v1)
            low.v3 = low.v3.addingHigh(a.v0, a.v2)
            low.v4 = low.v4.addingHigh(a.v0, a.v3)
            high.v0 = high.v0.addingHigh(a.v0, a.v4)
            high.v1 = high.v1.addingHigh(a.v1, a.v4)
            high.v2 = high.v2.addingHigh(a.v2, a.v4)
            high.v3 = high.v3.addingHigh(a.v3, a.v4)
            low.v3 = low.v3.addingLow(a.v1, a.v2)
            low.v4 = low.v4.addingLow(a.v1, a.v3)
            high.v0 = high.v0.addingLow(a.v2, a.v3)
            high.v1 = high.v1.addingHigh(a.v2, a.v3)
            low.v4 = low.v4.addingHigh(a.v1, a.v2)
            high.v0 = high.v0.addingHigh(a.v1, a.v3)
        }

        /// self ← self + the squares of the five limbs of a, each of them two columns wide.
        @inline(__always)
        mutating func addSquares(_ a: Half) {
            low.v0 = low.v0.addingLow(a.v0, a.v0)
            low.v1 = low.v1.addingHigh(a.v0, a.v0)
            low.v2 = low.v2.addingLow(a.v1, a.v1)
            low.v3 = low.v3.addingHigh(a.v1, a.v1)
            low.v4 = low.v4.addingLow(a.v2, a.v2)
            high.v0 = high.v0.addingHigh(a.v2, a.v2)
            high.v1 = high.v1.addingLow(a.v3, a.v3)
            high.v2 = high.v2.addingHigh(a.v3, a.v3)
            high.v3 = high.v3.addingLow(a.v4, a.v4)
            high.v4 = high.v4.addingHigh(a.v4, a.v4)
        }
    }

#endif
