#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Ten limbs of eight numbers, one number to a lane: the block that the eight-lane kernel computes with.
    struct Block {
        var v0 = Lanes.zero, v1 = Lanes.zero, v2 = Lanes.zero, v3 = Lanes.zero, v4 = Lanes.zero
        var v5 = Lanes.zero, v6 = Lanes.zero, v7 = Lanes.zero, v8 = Lanes.zero, v9 = Lanes.zero

        /// How many limbs a block has. 1024, 1536 and 2048 bits are two, three and four blocks.
        static var count: Int { @inline(__always) get { 10 } }

        /// Zero.
        @inline(__always)
        init() {}

        /// The block at `memory`.
        @inline(__always)
        init(_ memory: LaneMemory) {
            v0 = memory[0]
            v1 = memory[1]
            v2 = memory[2]
            v3 = memory[3]
            v4 = memory[4]
            v5 = memory[5]
            v6 = memory[6]
            v7 = memory[7]
            v8 = memory[8]
            v9 = memory[9]
        }

        /// Stores the block at `memory`.
        @inline(__always)
        func store(_ memory: LaneMemory) {
            memory[0] = v0
            memory[1] = v1
            memory[2] = v2
            memory[3] = v3
            memory[4] = v4
            memory[5] = v5
            memory[6] = v6
            memory[7] = v7
            memory[8] = v8
            memory[9] = v9
        }

        /// self ← f(self, other), limb by limb.
        @inline(__always)
        mutating func combine(_ other: Block, _ f: (Lanes, Lanes) -> Lanes) {
            v0 = f(v0, other.v0)
            v1 = f(v1, other.v1)
            v2 = f(v2, other.v2)
            v3 = f(v3, other.v3)
            v4 = f(v4, other.v4)
            v5 = f(v5, other.v5)
            v6 = f(v6, other.v6)
            v7 = f(v7, other.v7)
            v8 = f(v8, other.v8)
            v9 = f(v9, other.v9)
        }

        /// Brings all limbs below 2^52, from the bottom up, in eight numbers at once. Returns what goes to the next block.
        @inline(__always)
        mutating func normalize() -> Lanes {
            v1 = v1 &+ v0.carry
            v2 = v2 &+ v1.carry
            v3 = v3 &+ v2.carry
            v4 = v4 &+ v3.carry
            v5 = v5 &+ v4.carry
            v6 = v6 &+ v5.carry
            v7 = v7 &+ v6.carry
            v8 = v8 &+ v7.carry
            v9 = v9 &+ v8.carry
            let out = v9.carry
            combine(.init()) { limb, _ in limb.limb }
            return out
        }

        /// self ← self + the squares of the five limbs at `memory`, each of them two columns wide.
        @inline(__always)
        mutating func addSquares(_ memory: LaneMemory) {
            v0 = v0.addingLow(memory[0], memory[0])
            v1 = v1.addingHigh(memory[0], memory[0])
            v2 = v2.addingLow(memory[1], memory[1])
            v3 = v3.addingHigh(memory[1], memory[1])
            v4 = v4.addingLow(memory[2], memory[2])
            v5 = v5.addingHigh(memory[2], memory[2])
            v6 = v6.addingLow(memory[3], memory[3])
            v7 = v7.addingHigh(memory[3], memory[3])
            v8 = v8.addingLow(memory[4], memory[4])
            v9 = v9.addingHigh(memory[4], memory[4])
        }

        /// Drops the lowest limb and moves the others down.
        @inline(__always)
        mutating func dropLowest() {
            v0 = v1
            v1 = v2
            v2 = v3
            v3 = v4
            v4 = v5
            v5 = v6
            v6 = v7
            v7 = v8
            v8 = v9
            v9 = .zero
        }
    }

    /// Twenty columns of eight products, in twenty of the 32 registers: the product of two blocks fits.
    ///
    ///     column      0  1  2  3  4  5  6  7  8  9 │ 10 11 12 13 14 15 16 17 18 19
    ///                 └───────── low ────────────┘   └──────── high ─────────────┘
    ///     a·b0 low    0  1  2  3  4  5  6  7  8  9      limb of a in each column
    ///     a·b0 high      0  1  2  3  4  5  6  7  8    9
    ///     a·b1 low       0  1  2  3  4  5  6  7  8    9
    ///     a·b1 high         0  1  2  3  4  5  6  7    8  9      and so on, ten rows
    ///
    /// The ten limbs of a stay in registers too; each limb of b is loaded once for its twenty multiplications.
    /// Accumulators in memory would take a load and a store for each.
    struct Columns {
        var low = Block(), high = Block()

        /// All columns zero.
        @inline(__always)
        init() {}

        /// Renames the columns so that column 1 becomes column 0 and column 0 column 19. No instruction comes of it: the
        /// rows are unrolled.
        @inline(__always)
        private mutating func turn() {
            let lowest = low.v0
            low.dropLowest()
            low.v9 = high.v0
            high.dropLowest()
            high.v9 = lowest
        }

        /// Turns by ten columns.
        @inline(__always)
        private mutating func turnHalf() {
            let lower = low
            low = high
            high = lower
        }

        /// self ← self + a·b of the lowest `n` limbs of a and one limb b, in columns 0 to n.
        @inline(__always)
        private mutating func addRow(_ a: Block, _ b: Lanes, _ n: Int) {
            low.v0 = low.v0.addingLow(a.v0, b)
            if n > 1 { low.v1 = low.v1.addingLow(a.v1, b) }
            if n > 2 { low.v2 = low.v2.addingLow(a.v2, b) }
            if n > 3 { low.v3 = low.v3.addingLow(a.v3, b) }
            if n > 4 { low.v4 = low.v4.addingLow(a.v4, b) }
            if n > 5 { low.v5 = low.v5.addingLow(a.v5, b) }
            if n > 6 { low.v6 = low.v6.addingLow(a.v6, b) }
            if n > 7 { low.v7 = low.v7.addingLow(a.v7, b) }
            if n > 8 { low.v8 = low.v8.addingLow(a.v8, b) }
            if n > 9 { low.v9 = low.v9.addingLow(a.v9, b) }
            low.v1 = low.v1.addingHigh(a.v0, b)
            if n > 1 { low.v2 = low.v2.addingHigh(a.v1, b) }
            if n > 2 { low.v3 = low.v3.addingHigh(a.v2, b) }
            if n > 3 { low.v4 = low.v4.addingHigh(a.v3, b) }
            if n > 4 { low.v5 = low.v5.addingHigh(a.v4, b) }
            if n > 5 { low.v6 = low.v6.addingHigh(a.v5, b) }
            if n > 6 { low.v7 = low.v7.addingHigh(a.v6, b) }
            if n > 7 { low.v8 = low.v8.addingHigh(a.v7, b) }
            if n > 8 { low.v9 = low.v9.addingHigh(a.v8, b) }
            if n > 9 { high.v0 = high.v0.addingHigh(a.v9, b) }
        }

        /// self ← self + a·b for two blocks: 200 multiplications. Where only half of the columns is used afterwards, the
        /// compiler drops those of the other half.
        @inline(__always)
        mutating func addProduct(_ a: Block, _ b: LaneMemory) {
            // Ten calls and not a loop, so that `turn` renames registers.
            addRow(a, b[0], 10); turn()
            addRow(a, b[1], 10); turn()
            addRow(a, b[2], 10); turn()
            addRow(a, b[3], 10); turn()
            addRow(a, b[4], 10); turn()
            addRow(a, b[5], 10); turn()
            addRow(a, b[6], 10); turn()
            addRow(a, b[7], 10); turn()
            addRow(a, b[8], 10); turn()
            addRow(a, b[9], 10); turn()
            turnHalf()
        }

        /// self ← self + the sum of a(i)·a(j) over i < j: 90 multiplications.
        @inline(__always)
        mutating func addCrossProducts(_ a: Block) {
            // Row i begins at column 2i + 1 and has the 9 - i limbs above limb i.
            var rest = a
            turn()
            addCrossRow(&rest, 9)
            addCrossRow(&rest, 8)
            addCrossRow(&rest, 7)
            addCrossRow(&rest, 6)
            addCrossRow(&rest, 5)
            addCrossRow(&rest, 4)
            addCrossRow(&rest, 3)
            addCrossRow(&rest, 2)
            addCrossRow(&rest, 1)
            turn()
        }

        @inline(__always)
        private mutating func addCrossRow(_ rest: inout Block, _ n: Int) {
            let lowest = rest.v0
            rest.dropLowest()
            addRow(rest, lowest, n)
            turn()
            turn()
        }

        /// Adds `carry` to column 10 and moves on by ten columns: the upper half becomes the lower one.
        @inline(__always)
        mutating func advance(_ carry: Lanes) {
            low = high
            low.v0 = low.v0 &+ carry
            high = Block()
        }
    }

#endif
