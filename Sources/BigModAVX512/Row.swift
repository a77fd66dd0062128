#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// A number, or a row of columns, with its limbs across the lanes of up to five registers.
    ///
    ///     limb   0 1 2 3 4 5 6 7   8 9 ...     15   16 17 18 19  -  -  -  -
    ///            └─────v0──────┘   └─────v1─────┘   └────────v2──────────┘      1024 bits: three registers, 20 limbs
    ///
    /// 1536 bits take four registers (30 limbs), 2048 bits five (40). Lanes past the last limb hold zero. How many
    /// registers are in use is the argument `n` of every operation: always a literal after inlining, so that the tests
    /// on it vanish and the unused fields with them.
    struct Row {
        var v0 = Lanes.zero, v1 = Lanes.zero, v2 = Lanes.zero, v3 = Lanes.zero, v4 = Lanes.zero

        /// Zero.
        @inline(__always)
        init() {}

        /// The row at `memory`.
        @inline(__always)
        init(_ memory: LaneMemory, _ n: Int) {
            v0 = memory[0]
            v1 = memory[1]
            v2 = memory[2]
            if n > 3 { v3 = memory[3] }
            if n > 4 { v4 = memory[4] }
        }

        /// Stores the row at `memory`.
        @inline(__always)
        func store(_ memory: LaneMemory, _ n: Int) {
            memory[0] = v0
            memory[1] = v1
            memory[2] = v2
            if n > 3 { memory[3] = v3 }
            if n > 4 { memory[4] = v4 }
        }

        /// self ← self + low halves of a·b, the factor b being the same in all lanes.
        @inline(__always)
        mutating func addLow(_ a: Row, _ b: Lanes, _ n: Int) {
            v0 = v0.addingLow(a.v0, b)
            v1 = v1.addingLow(a.v1, b)
            v2 = v2.addingLow(a.v2, b)
            if n > 3 { v3 = v3.addingLow(a.v3, b) }
            if n > 4 { v4 = v4.addingLow(a.v4, b) }
        }

        /// self ← self + high halves of a·b.
        @inline(__always)
        mutating func addHigh(_ a: Row, _ b: Lanes, _ n: Int) {
            v0 = v0.addingHigh(a.v0, b)
            v1 = v1.addingHigh(a.v1, b)
            v2 = v2.addingHigh(a.v2, b)
            if n > 3 { v3 = v3.addingHigh(a.v3, b) }
            if n > 4 { v4 = v4.addingHigh(a.v4, b) }
        }

        /// self ← self + other, lane by lane.
        @inline(__always)
        mutating func add(_ other: Row, _ n: Int) {
            v0 = v0 &+ other.v0
            v1 = v1 &+ other.v1
            v2 = v2 &+ other.v2
            if n > 3 { v3 = v3 &+ other.v3 }
            if n > 4 { v4 = v4 &+ other.v4 }
        }

        /// self ← self | other & mask.
        @inline(__always)
        mutating func merge(_ other: Row, _ mask: Lanes, _ n: Int) {
            v0 = v0 | other.v0 & mask
            v1 = v1 | other.v1 & mask
            v2 = v2 | other.v2 & mask
            if n > 3 { v3 = v3 | other.v3 & mask }
            if n > 4 { v4 = v4 | other.v4 & mask }
        }

        /// The columns one lane down: division by 2^52. What column 0 carries into column 1 comes along; its low 52 bits
        /// are dropped.
        @inline(__always)
        func movedDown(_ n: Int) -> Row {
            var row = Row()
            // The carry of lane 0 alone: a distance of 64 gives 0 in the other lanes.
            let carry = v0 &>> Lanes(52, 64, 64, 64, 64, 64, 64, 64)
            row.v0 = v0.movedDown(v1) &+ carry
            row.v1 = v1.movedDown(v2)
            row.v2 = v2.movedDown(n > 3 ? v3 : .zero)
            if n > 3 { row.v3 = v3.movedDown(n > 4 ? v4 : .zero) }
            if n > 4 { row.v4 = v4.movedDown(.zero) }
            return row
        }
    }

    // MARK: - Carries

    extension Row {
        /// The same number with all limbs less than 2^52.
        ///
        /// One parallel round moves each column's bits from 52 up into the next column; with columns less than 2^60
        /// that leaves them at most 2^52 - 1 + 2^8. What remains are carries of 1 that may ripple through any number of
        /// columns of exactly 2^52 - 1. They are found as in a carry-lookahead adder, all at once, with a bit per column: in
        ///
        ///     sum = 2·over + full          over: column > 2^52 - 1, full: column = 2^52 - 1
        ///
        /// each bit of `over` enters at the next column and the addition lets it run through the ones of `full`. Where the
        /// sum differs from `full`, a carry came in. (Shay Gueron and Vlad Krasnov, "Accelerating big integer arithmetic
        /// using Intel IFMA extensions", ARITH 2016; OpenSSL's rsaz does the same.) Column by column, twenty adds and
        /// shifts in a row took half of the multiplication's time.
        ///
        /// - Precondition: columns less than 2^60, and the number fits its limbs.
        @inline(__always)
        func normalized(_ n: Int) -> Row {
            let c0 = v0.carry, c1 = v1.carry, c2 = v2.carry, c3 = v3.carry
            var row = Row()
            row.v0 = v0.limb &+ c0.movedUp(.zero)
            row.v1 = v1.limb &+ c1.movedUp(c0)
            row.v2 = v2.limb &+ c2.movedUp(c1)
            if n > 3 { row.v3 = v3.limb &+ c3.movedUp(c2) }
            if n > 4 { row.v4 = v4.limb &+ v4.carry.movedUp(c3) }

            let full = row.bits(n) { $0.bitsWhereEqual(.limbMask) }
            let over = row.bits(n) { $0.bitsWhereGreater(.limbMask) }
            let incoming = (over &+ over &+ full) ^ full

            // Less the all-ones of a mask is plus one.
            row.v0 = (row.v0 &- Lanes(allOnesWhere: incoming)).limb
            row.v1 = (row.v1 &- Lanes(allOnesWhere: incoming &>> 8)).limb
            row.v2 = (row.v2 &- Lanes(allOnesWhere: incoming &>> 16)).limb
            if n > 3 { row.v3 = (row.v3 &- Lanes(allOnesWhere: incoming &>> 24)).limb }
            if n > 4 { row.v4 = (row.v4 &- Lanes(allOnesWhere: incoming &>> 32)).limb }
            return row
        }

        /// What `test` says of each register, side by side: a bit per column.
        @inline(__always)
        private func bits(_ n: Int, _ test: (Lanes) -> UInt64) -> UInt64 {
            var bits = test(v0) | test(v1) &<< 8 | test(v2) &<< 16
            if n > 3 { bits |= test(v3) &<< 24 }
            if n > 4 { bits |= test(v4) &<< 32 }
            return bits
        }
    }

#endif
