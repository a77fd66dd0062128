#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// A number, or a row of columns, with its limbs across the lanes of four to ten registers.
    ///
    ///     limb   0 1 2 3   4 5 6 7   8 9 ...      15   16 17 18 19
    ///            └──v0─┘   └──v1─┘   └──v2─┘  └─v3─┘   └───v4────┘      1024 bits: five of four lanes, 20 limbs
    ///
    /// 2048 bits fill five registers of eight lanes (40 limbs), 1536 bits four (30 limbs, and two lanes of zero); 3072 and
    /// 4096 bits, of which only a verification has one, eight and ten. How many
    /// registers are in use is the argument `n` of every operation, and from which one on some work is done the argument
    /// `k`: always literals after inlining, so that the tests on them vanish and the unused fields with them.
    struct Row<V: LaneVector> {
        var v0 = V.zero, v1 = V.zero, v2 = V.zero, v3 = V.zero, v4 = V.zero
        var v5 = V.zero, v6 = V.zero, v7 = V.zero, v8 = V.zero, v9 = V.zero

        /// Zero.
        @inline(__always)
        init() {}

        /// The row at `memory`.
        @inline(__always)
        init(_ memory: LaneMemory, _ n: Int) {
            v0 = memory[register: 0]
            v1 = memory[register: 1]
            v2 = memory[register: 2]
            v3 = memory[register: 3]
            if n > 4 { v4 = memory[register: 4] }
            if n > 5 { v5 = memory[register: 5] }
            if n > 6 { v6 = memory[register: 6] }
            if n > 7 { v7 = memory[register: 7] }
            if n > 8 { v8 = memory[register: 8] }
            if n > 9 { v9 = memory[register: 9] }
        }

        /// Stores the row at `memory`.
        @inline(__always)
        func store(_ memory: LaneMemory, _ n: Int) {
            memory[register: 0] = v0
            memory[register: 1] = v1
            memory[register: 2] = v2
            memory[register: 3] = v3
            if n > 4 { memory[register: 4] = v4 }
            if n > 5 { memory[register: 5] = v5 }
            if n > 6 { memory[register: 6] = v6 }
            if n > 7 { memory[register: 7] = v7 }
            if n > 8 { memory[register: 8] = v8 }
            if n > 9 { memory[register: 9] = v9 }
        }

        /// self ← self + low halves of a·b in the registers from k on, the factor b being the same in all lanes.
        @inline(__always)
        mutating func addLow(_ a: Row, _ b: V, from k: Int = 0, _ n: Int) {
            if k < 1 { v0 = v0.addingLow(a.v0, b) }
            if k < 2 { v1 = v1.addingLow(a.v1, b) }
            if k < 3 { v2 = v2.addingLow(a.v2, b) }
            if k < 4 { v3 = v3.addingLow(a.v3, b) }
            if k < 5 && n > 4 { v4 = v4.addingLow(a.v4, b) }
            if k < 6 && n > 5 { v5 = v5.addingLow(a.v5, b) }
            if k < 7 && n > 6 { v6 = v6.addingLow(a.v6, b) }
            if k < 8 && n > 7 { v7 = v7.addingLow(a.v7, b) }
            if k < 9 && n > 8 { v8 = v8.addingLow(a.v8, b) }
            if k < 10 && n > 9 { v9 = v9.addingLow(a.v9, b) }
        }

        /// self ← self + high halves of a·b in the registers from k on.
        @inline(__always)
        mutating func addHigh(_ a: Row, _ b: V, from k: Int = 0, _ n: Int) {
            if k < 1 { v0 = v0.addingHigh(a.v0, b) }
            if k < 2 { v1 = v1.addingHigh(a.v1, b) }
            if k < 3 { v2 = v2.addingHigh(a.v2, b) }
            if k < 4 { v3 = v3.addingHigh(a.v3, b) }
            if k < 5 && n > 4 { v4 = v4.addingHigh(a.v4, b) }
            if k < 6 && n > 5 { v5 = v5.addingHigh(a.v5, b) }
            if k < 7 && n > 6 { v6 = v6.addingHigh(a.v6, b) }
            if k < 8 && n > 7 { v7 = v7.addingHigh(a.v7, b) }
            if k < 9 && n > 8 { v8 = v8.addingHigh(a.v8, b) }
            if k < 10 && n > 9 { v9 = v9.addingHigh(a.v9, b) }
        }

        /// self ← self + other, lane by lane.
        @inline(__always)
        mutating func add(_ other: Row, _ n: Int) {
            v0 = v0 &+ other.v0
            v1 = v1 &+ other.v1
            v2 = v2 &+ other.v2
            v3 = v3 &+ other.v3
            if n > 4 { v4 = v4 &+ other.v4 }
            if n > 5 { v5 = v5 &+ other.v5 }
            if n > 6 { v6 = v6 &+ other.v6 }
            if n > 7 { v7 = v7 &+ other.v7 }
            if n > 8 { v8 = v8 &+ other.v8 }
            if n > 9 { v9 = v9 &+ other.v9 }
        }

        /// self ← self | other & mask.
        @inline(__always)
        mutating func merge(_ other: Row, _ mask: V, _ n: Int) {
            v0 = v0 | other.v0 & mask
            v1 = v1 | other.v1 & mask
            v2 = v2 | other.v2 & mask
            v3 = v3 | other.v3 & mask
            if n > 4 { v4 = v4 | other.v4 & mask }
            if n > 5 { v5 = v5 | other.v5 & mask }
            if n > 6 { v6 = v6 | other.v6 & mask }
            if n > 7 { v7 = v7 | other.v7 & mask }
            if n > 8 { v8 = v8 | other.v8 & mask }
            if n > 9 { v9 = v9 | other.v9 & mask }
        }

        /// The columns one lane down: division by 2^52. What column 0 carries into column 1 comes along; its low 52 bits
        /// are dropped.
        @inline(__always)
        func movedDown(_ n: Int) -> Row {
            var row = Row()
            // The carry of lane 0 alone: a distance of 64 gives 0 in the other lanes.
            row.v0 = v0.movedDown(v1) &+ (v0 &>> V(lane0: 52, rest: 64))
            row.v1 = v1.movedDown(v2)
            row.v2 = v2.movedDown(v3)
            row.v3 = v3.movedDown(v4)
            if n > 4 { row.v4 = v4.movedDown(v5) }
            if n > 5 { row.v5 = v5.movedDown(v6) }
            if n > 6 { row.v6 = v6.movedDown(v7) }
            if n > 7 { row.v7 = v7.movedDown(v8) }
            if n > 8 { row.v8 = v8.movedDown(v9) }
            if n > 9 { row.v9 = v9.movedDown(.zero) }
            return row
        }
    }

    // MARK: - Doubling

    extension Row {
        /// For the square of a number: itself in register k, twice itself in the registers above, where the doubling
        /// begins anew, and nothing below.
        ///
        /// - Precondition: limbs less than 2^52; `doubled` and `doubledAlone` are this row's.
        @inline(__always)
        func crossFactor(_ k: Int, doubled: Row, doubledAlone: Row) -> Row {
            var row = doubled
            if k == 0 { row.v0 = v0 }
            if k == 0 { row.v1 = doubledAlone.v1 }
            if k == 1 { row.v1 = v1 }
            if k == 1 { row.v2 = doubledAlone.v2 }
            if k == 2 { row.v2 = v2 }
            if k == 2 { row.v3 = doubledAlone.v3 }
            if k == 3 { row.v3 = v3 }
            if k == 3 { row.v4 = doubledAlone.v4 }
            if k == 4 { row.v4 = v4 }
            if k == 4 { row.v5 = doubledAlone.v5 }
            if k == 5 { row.v5 = v5 }
            if k == 5 { row.v6 = doubledAlone.v6 }
            if k == 6 { row.v6 = v6 }
            if k == 6 { row.v7 = doubledAlone.v7 }
            if k == 7 { row.v7 = v7 }
            if k == 7 { row.v8 = doubledAlone.v8 }
            if k == 8 { row.v8 = v8 }
            if k == 8 { row.v9 = doubledAlone.v9 }
            if k == 9 { row.v9 = v9 }
            return row
        }

        /// Twice the number, with limbs less than 2^52: each limb takes the topmost bit of the limb below.
        ///
        /// - Precondition: limbs less than 2^52, and twice the number fits.
        @inline(__always)
        func doubled(_ n: Int) -> Row {
            var row = Row()
            row.v0 = v0.doubledLimb | v0.topBit.movedUp(.zero)
            row.v1 = v1.doubledLimb | v1.topBit.movedUp(v0.topBit)
            row.v2 = v2.doubledLimb | v2.topBit.movedUp(v1.topBit)
            row.v3 = v3.doubledLimb | v3.topBit.movedUp(v2.topBit)
            if n > 4 { row.v4 = v4.doubledLimb | v4.topBit.movedUp(v3.topBit) }
            if n > 5 { row.v5 = v5.doubledLimb | v5.topBit.movedUp(v4.topBit) }
            if n > 6 { row.v6 = v6.doubledLimb | v6.topBit.movedUp(v5.topBit) }
            if n > 7 { row.v7 = v7.doubledLimb | v7.topBit.movedUp(v6.topBit) }
            if n > 8 { row.v8 = v8.doubledLimb | v8.topBit.movedUp(v7.topBit) }
            if n > 9 { row.v9 = v9.doubledLimb | v9.topBit.movedUp(v8.topBit) }
            return row
        }

        /// The same for each register alone: nothing comes up from the register below.
        @inline(__always)
        func doubledAlone(_ n: Int) -> Row {
            var row = Row()
            row.v1 = v1.doubledLimb | v1.topBit.movedUp(.zero)
            row.v2 = v2.doubledLimb | v2.topBit.movedUp(.zero)
            row.v3 = v3.doubledLimb | v3.topBit.movedUp(.zero)
            if n > 4 { row.v4 = v4.doubledLimb | v4.topBit.movedUp(.zero) }
            if n > 5 { row.v5 = v5.doubledLimb | v5.topBit.movedUp(.zero) }
            if n > 6 { row.v6 = v6.doubledLimb | v6.topBit.movedUp(.zero) }
            if n > 7 { row.v7 = v7.doubledLimb | v7.topBit.movedUp(.zero) }
            if n > 8 { row.v8 = v8.doubledLimb | v8.topBit.movedUp(.zero) }
            if n > 9 { row.v9 = v9.doubledLimb | v9.topBit.movedUp(.zero) }
            return row
        }
    }

    extension LaneVector {
        /// Bit 51 of each limb.
        @inline(__always)
        fileprivate var topBit: Self { self &>> Self(repeating: 51) }

        /// The low 52 bits of twice each limb.
        @inline(__always)
        fileprivate var doubledLimb: Self { (self &+ self).limb }
    }

    // MARK: - Carries

    extension Row {
        /// The same number with all limbs less than 2^52.
        ///
        /// One parallel round moves each column's bits from 52 up into the next column; with columns less than 2^61
        /// that leaves them at most 2^52 - 1 + 2^9. What remains are carries of 1 that may ripple through any number of
        /// columns of exactly 2^52 - 1. They are found as in a carry-lookahead adder, all at once, with a bit per column: in
        ///
        ///     sum = 2·over + full          over: column > 2^52 - 1, full: column = 2^52 - 1
        ///
        /// each bit of `over` enters at the next column and the addition lets it run through the ones of `full`. Where the
        /// sum differs from `full`, a carry came in. (Shay Gueron and Vlad Krasnov, "Accelerating big integer arithmetic
        /// using Intel IFMA extensions", ARITH 2016; OpenSSL's rsaz does the same.) Column by column, twenty adds and
        /// shifts in a row took half of the multiplication's time.
        ///
        /// - Precondition: columns less than 2^61, and the number fits its limbs.
        @inline(__always)
        func normalized(_ n: Int) -> Row {
            var row = Row()
            row.v0 = v0.limb &+ v0.carry.movedUp(.zero)
            row.v1 = v1.limb &+ v1.carry.movedUp(v0.carry)
            row.v2 = v2.limb &+ v2.carry.movedUp(v1.carry)
            row.v3 = v3.limb &+ v3.carry.movedUp(v2.carry)
            if n > 4 { row.v4 = v4.limb &+ v4.carry.movedUp(v3.carry) }
            if n > 5 { row.v5 = v5.limb &+ v5.carry.movedUp(v4.carry) }
            if n > 6 { row.v6 = v6.limb &+ v6.carry.movedUp(v5.carry) }
            if n > 7 { row.v7 = v7.limb &+ v7.carry.movedUp(v6.carry) }
            if n > 8 { row.v8 = v8.limb &+ v8.carry.movedUp(v7.carry) }
            if n > 9 { row.v9 = v9.limb &+ v9.carry.movedUp(v8.carry) }

            return n &* V.count <= 64
                ? row.rippled(UInt64.self, n) : row.rippled(UInt128.self, n)
        }

        /// The second round, with a word of at least as many bits as there are columns.
        @inline(__always)
        private func rippled<Word: FixedWidthInteger>(_: Word.Type, _ n: Int) -> Row {
            let full = bits(Word.self, n) { $0.bitsWhereEqual(.limbMask) }
            let over = bits(Word.self, n) { $0.bitsWhereGreater(.limbMask) }
            let incoming = (over &+ over &+ full) ^ full

            // Less the all-ones of a mask is plus one.
            @inline(__always)
            func carried(_ v: V, _ register: Int) -> V {
                let bits = incoming &>> Word(truncatingIfNeeded: register &* V.count)
                return (v &- V(allOnesWhere: UInt64(truncatingIfNeeded: bits))).limb
            }
            var row = Row()
            row.v0 = carried(v0, 0)
            row.v1 = carried(v1, 1)
            row.v2 = carried(v2, 2)
            row.v3 = carried(v3, 3)
            if n > 4 { row.v4 = carried(v4, 4) }
            if n > 5 { row.v5 = carried(v5, 5) }
            if n > 6 { row.v6 = carried(v6, 6) }
            if n > 7 { row.v7 = carried(v7, 7) }
            if n > 8 { row.v8 = carried(v8, 8) }
            if n > 9 { row.v9 = carried(v9, 9) }
            return row
        }

        /// What `test` says of each register, side by side: a bit per column.
        @inline(__always)
        private func bits<Word: FixedWidthInteger>(
            _: Word.Type, _ n: Int, _ test: (V) -> UInt64
        ) -> Word {
            @inline(__always)
            func bit(_ v: V, _ register: Int) -> Word {
                Word(truncatingIfNeeded: test(v)) &<< Word(truncatingIfNeeded: register &* V.count)
            }
            var bits = bit(v0, 0) | bit(v1, 1) | bit(v2, 2) | bit(v3, 3)
            if n > 4 { bits |= bit(v4, 4) }
            if n > 5 { bits |= bit(v5, 5) }
            if n > 6 { bits |= bit(v6, 6) }
            if n > 7 { bits |= bit(v7, 7) }
            if n > 8 { bits |= bit(v8, 8) }
            if n > 9 { bits |= bit(v9, 9) }
            return bits
        }
    }

#endif
