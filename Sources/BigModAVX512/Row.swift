#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// How numbers lie in a ``Row``, as a type, so that the tests on it and the unused registers are gone when the code is
    /// specialised for it.
    protocol RowShape {
        /// How many registers are in use: four to ten.
        static var registers: Int { get }

        /// How many numbers there are: one, or two that are worked on in step.
        static var numbers: Int { get }

        /// How many limbs a number has.
        static var limbs: Int { get }
    }

    extension RowShape {
        /// How many limbs of each number a register holds.
        @inline(__always)
        static var limbsPerRegister: Int { numbers == 1 ? 8 : 4 }
    }

    /// A number, or a row of columns, with its limbs across the lanes of four to ten registers; or two numbers, limb by limb
    /// in turn:
    ///
    ///            ┌───────v0────────┐ ┌────────v1─────────┐       ┌────────v4─────────┐
    ///     lane    0  1  2  3  ..  7   0  1  2  3  ..   7           0   1   2   3 ..  7
    ///     one    a0 a1 a2 a3  .. a7  a8 a9 a10 a11 .. a15  ..    a32 a33 a34 a35 .. a39      2048 bits, 40 limbs
    ///     two    a0 b0 a1 b1  .. b3  a4 b4 a5 b5  ..  b7   ..    a16 b16 a17 b17 .. b19      1024 bits, 20 limbs
    ///
    /// 1536 bits fill four registers (30 limbs, and two lanes of zero); 3072 and 4096 bits, of which only a verification has
    /// one, eight and ten.
    struct Row<Shape: RowShape> {
        var v0 = Lanes.zero, v1 = Lanes.zero, v2 = Lanes.zero, v3 = Lanes.zero, v4 = Lanes.zero
        var v5 = Lanes.zero, v6 = Lanes.zero, v7 = Lanes.zero, v8 = Lanes.zero, v9 = Lanes.zero

        /// Zero.
        @inline(__always)
        init() {}

        /// The row at `memory`.
        @inline(__always)
        init(_ memory: LaneMemory) {
            v0 = memory[0]
            v1 = memory[1]
            v2 = memory[2]
            v3 = memory[3]
            if Shape.registers > 4 { v4 = memory[4] }
            if Shape.registers > 5 { v5 = memory[5] }
            if Shape.registers > 6 { v6 = memory[6] }
            if Shape.registers > 7 { v7 = memory[7] }
            if Shape.registers > 8 { v8 = memory[8] }
            if Shape.registers > 9 { v9 = memory[9] }
        }

        /// Stores the row at `memory`.
        @inline(__always)
        func store(_ memory: LaneMemory) {
            memory[0] = v0
            memory[1] = v1
            memory[2] = v2
            memory[3] = v3
            if Shape.registers > 4 { memory[4] = v4 }
            if Shape.registers > 5 { memory[5] = v5 }
            if Shape.registers > 6 { memory[6] = v6 }
            if Shape.registers > 7 { memory[7] = v7 }
            if Shape.registers > 8 { memory[8] = v8 }
            if Shape.registers > 9 { memory[9] = v9 }
        }

        /// self ← self + low halves of a·b in the registers from k on, with a digit b in all lanes of its number.
        @inline(__always)
        mutating func addLow(_ a: Row, _ b: Lanes, from k: Int = 0) {
            if k < 1 { v0 = v0.addingLow(a.v0, b) }
            if k < 2 { v1 = v1.addingLow(a.v1, b) }
            if k < 3 { v2 = v2.addingLow(a.v2, b) }
            if k < 4 { v3 = v3.addingLow(a.v3, b) }
            if k < 5 && Shape.registers > 4 { v4 = v4.addingLow(a.v4, b) }
            if k < 6 && Shape.registers > 5 { v5 = v5.addingLow(a.v5, b) }
            if k < 7 && Shape.registers > 6 { v6 = v6.addingLow(a.v6, b) }
            if k < 8 && Shape.registers > 7 { v7 = v7.addingLow(a.v7, b) }
            if k < 9 && Shape.registers > 8 { v8 = v8.addingLow(a.v8, b) }
            if k < 10 && Shape.registers > 9 { v9 = v9.addingLow(a.v9, b) }
        }

        /// self ← self + high halves of a·b in the registers from k on.
        @inline(__always)
        mutating func addHigh(_ a: Row, _ b: Lanes, from k: Int = 0) {
            if k < 1 { v0 = v0.addingHigh(a.v0, b) }
            if k < 2 { v1 = v1.addingHigh(a.v1, b) }
            if k < 3 { v2 = v2.addingHigh(a.v2, b) }
            if k < 4 { v3 = v3.addingHigh(a.v3, b) }
            if k < 5 && Shape.registers > 4 { v4 = v4.addingHigh(a.v4, b) }
            if k < 6 && Shape.registers > 5 { v5 = v5.addingHigh(a.v5, b) }
            if k < 7 && Shape.registers > 6 { v6 = v6.addingHigh(a.v6, b) }
            if k < 8 && Shape.registers > 7 { v7 = v7.addingHigh(a.v7, b) }
            if k < 9 && Shape.registers > 8 { v8 = v8.addingHigh(a.v8, b) }
            if k < 10 && Shape.registers > 9 { v9 = v9.addingHigh(a.v9, b) }
        }

        /// self ← self + other, lane by lane.
        @inline(__always)
        mutating func add(_ other: Row) {
            v0 = v0 &+ other.v0
            v1 = v1 &+ other.v1
            v2 = v2 &+ other.v2
            v3 = v3 &+ other.v3
            if Shape.registers > 4 { v4 = v4 &+ other.v4 }
            if Shape.registers > 5 { v5 = v5 &+ other.v5 }
            if Shape.registers > 6 { v6 = v6 &+ other.v6 }
            if Shape.registers > 7 { v7 = v7 &+ other.v7 }
            if Shape.registers > 8 { v8 = v8 &+ other.v8 }
            if Shape.registers > 9 { v9 = v9 &+ other.v9 }
        }

        /// self ← self | other & mask.
        @inline(__always)
        mutating func merge(_ other: Row, _ mask: Lanes) {
            v0 = v0 | other.v0 & mask
            v1 = v1 | other.v1 & mask
            v2 = v2 | other.v2 & mask
            v3 = v3 | other.v3 & mask
            if Shape.registers > 4 { v4 = v4 | other.v4 & mask }
            if Shape.registers > 5 { v5 = v5 | other.v5 & mask }
            if Shape.registers > 6 { v6 = v6 | other.v6 & mask }
            if Shape.registers > 7 { v7 = v7 | other.v7 & mask }
            if Shape.registers > 8 { v8 = v8 | other.v8 & mask }
            if Shape.registers > 9 { v9 = v9 | other.v9 & mask }
        }

        /// The columns one lane down: division by 2^52. What column 0 carries into column 1 comes along; its low 52 bits
        /// are dropped.
        @inline(__always)
        func movedDown() -> Row {
            var row = Row()
            // The carry of column 0 alone: a distance of 64 gives 0 in the other lanes.
            let distance =
                Shape.numbers == 1
                ? Lanes(52, 64, 64, 64, 64, 64, 64, 64) : Lanes(52, 52, 64, 64, 64, 64, 64, 64)
            row.v0 = v0.movedDown(v1, Shape.numbers) &+ (v0 &>> distance)
            row.v1 = v1.movedDown(v2, Shape.numbers)
            row.v2 = v2.movedDown(v3, Shape.numbers)
            row.v3 = v3.movedDown(v4, Shape.numbers)
            if Shape.registers > 4 { row.v4 = v4.movedDown(v5, Shape.numbers) }
            if Shape.registers > 5 { row.v5 = v5.movedDown(v6, Shape.numbers) }
            if Shape.registers > 6 { row.v6 = v6.movedDown(v7, Shape.numbers) }
            if Shape.registers > 7 { row.v7 = v7.movedDown(v8, Shape.numbers) }
            if Shape.registers > 8 { row.v8 = v8.movedDown(v9, Shape.numbers) }
            if Shape.registers > 9 { row.v9 = v9.movedDown(.zero, Shape.numbers) }
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
        func doubled() -> Row {
            var row = Row()
            row.v0 = v0.doubledLimb | v0.topBit.movedUp(.zero, Shape.numbers)
            row.v1 = v1.doubledLimb | v1.topBit.movedUp(v0.topBit, Shape.numbers)
            row.v2 = v2.doubledLimb | v2.topBit.movedUp(v1.topBit, Shape.numbers)
            row.v3 = v3.doubledLimb | v3.topBit.movedUp(v2.topBit, Shape.numbers)
            if Shape.registers > 4 { row.v4 = v4.doubledLimb | v4.topBit.movedUp(v3.topBit, Shape.numbers) }
            if Shape.registers > 5 { row.v5 = v5.doubledLimb | v5.topBit.movedUp(v4.topBit, Shape.numbers) }
            if Shape.registers > 6 { row.v6 = v6.doubledLimb | v6.topBit.movedUp(v5.topBit, Shape.numbers) }
            if Shape.registers > 7 { row.v7 = v7.doubledLimb | v7.topBit.movedUp(v6.topBit, Shape.numbers) }
            if Shape.registers > 8 { row.v8 = v8.doubledLimb | v8.topBit.movedUp(v7.topBit, Shape.numbers) }
            if Shape.registers > 9 { row.v9 = v9.doubledLimb | v9.topBit.movedUp(v8.topBit, Shape.numbers) }
            return row
        }

        /// The same for each register alone: nothing comes up from the register below.
        @inline(__always)
        func doubledAlone() -> Row {
            var row = Row()
            row.v1 = v1.doubledLimb | v1.topBit.movedUp(.zero, Shape.numbers)
            row.v2 = v2.doubledLimb | v2.topBit.movedUp(.zero, Shape.numbers)
            row.v3 = v3.doubledLimb | v3.topBit.movedUp(.zero, Shape.numbers)
            if Shape.registers > 4 { row.v4 = v4.doubledLimb | v4.topBit.movedUp(.zero, Shape.numbers) }
            if Shape.registers > 5 { row.v5 = v5.doubledLimb | v5.topBit.movedUp(.zero, Shape.numbers) }
            if Shape.registers > 6 { row.v6 = v6.doubledLimb | v6.topBit.movedUp(.zero, Shape.numbers) }
            if Shape.registers > 7 { row.v7 = v7.doubledLimb | v7.topBit.movedUp(.zero, Shape.numbers) }
            if Shape.registers > 8 { row.v8 = v8.doubledLimb | v8.topBit.movedUp(.zero, Shape.numbers) }
            if Shape.registers > 9 { row.v9 = v9.doubledLimb | v9.topBit.movedUp(.zero, Shape.numbers) }
            return row
        }
    }

    extension Lanes {
        /// Bit 51 of each limb.
        @inline(__always)
        fileprivate var topBit: Lanes { self &>> Lanes(repeating: 51) }

        /// The low 52 bits of twice each limb.
        @inline(__always)
        fileprivate var doubledLimb: Lanes { (self &+ self).limb }
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
        func normalized() -> Row {
            var row = Row()
            row.v0 = v0.limb &+ v0.carry.movedUp(.zero, Shape.numbers)
            row.v1 = v1.limb &+ v1.carry.movedUp(v0.carry, Shape.numbers)
            row.v2 = v2.limb &+ v2.carry.movedUp(v1.carry, Shape.numbers)
            row.v3 = v3.limb &+ v3.carry.movedUp(v2.carry, Shape.numbers)
            if Shape.registers > 4 { row.v4 = v4.limb &+ v4.carry.movedUp(v3.carry, Shape.numbers) }
            if Shape.registers > 5 { row.v5 = v5.limb &+ v5.carry.movedUp(v4.carry, Shape.numbers) }
            if Shape.registers > 6 { row.v6 = v6.limb &+ v6.carry.movedUp(v5.carry, Shape.numbers) }
            if Shape.registers > 7 { row.v7 = v7.limb &+ v7.carry.movedUp(v6.carry, Shape.numbers) }
            if Shape.registers > 8 { row.v8 = v8.limb &+ v8.carry.movedUp(v7.carry, Shape.numbers) }
            if Shape.registers > 9 { row.v9 = v9.limb &+ v9.carry.movedUp(v8.carry, Shape.numbers) }

            return Shape.registers <= 8
                ? row.rippled(UInt64.self) : row.rippled(UInt128.self)
        }

        /// The second round, with a word of at least as many bits as there are columns.
        @inline(__always)
        private func rippled<Word: FixedWidthInteger>(_: Word.Type) -> Row {
            let full = bits(Word.self) { $0.bitsWhereEqual(.limbMask) }
            let over = bits(Word.self) { $0.bitsWhereGreater(.limbMask) }
            let incoming = Shape.numbers == 1 ? (over &+ over &+ full) ^ full : Row.incoming(over, full)

            // Less the all-ones of a mask is plus one.
            @inline(__always)
            func carried(_ v: Lanes, _ register: Int) -> Lanes {
                let bits = incoming &>> Word(truncatingIfNeeded: register &* 8)
                return (v &- Lanes(allOnesWhere: UInt64(truncatingIfNeeded: bits))).limb
            }
            var row = Row()
            row.v0 = carried(v0, 0)
            row.v1 = carried(v1, 1)
            row.v2 = carried(v2, 2)
            row.v3 = carried(v3, 3)
            if Shape.registers > 4 { row.v4 = carried(v4, 4) }
            if Shape.registers > 5 { row.v5 = carried(v5, 5) }
            if Shape.registers > 6 { row.v6 = carried(v6, 6) }
            if Shape.registers > 7 { row.v7 = carried(v7, 7) }
            if Shape.registers > 8 { row.v8 = carried(v8, 8) }
            if Shape.registers > 9 { row.v9 = carried(v9, 9) }
            return row
        }

        /// The same for two numbers, one with the even columns and one with the odd ones. Ones in the columns of the other let
        /// a carry pass.
        @inline(__always)
        private static func incoming<Word: FixedWidthInteger>(_ over: Word, _ full: Word) -> Word {
            let even = Word(truncatingIfNeeded: 0x5555_5555_5555_5555 as UInt64), odd = even &+ even
            let first = ((over & even) &<< 2) &+ (full | odd)
            let second = ((over & odd) &<< 2) &+ (full | even)
            return (first & even | second & odd) ^ full
        }

        /// What `test` says of each register, side by side: a bit per column.
        @inline(__always)
        private func bits<Word: FixedWidthInteger>(
            _: Word.Type, _ test: (Lanes) -> UInt64
        ) -> Word {
            @inline(__always)
            func bit(_ v: Lanes, _ register: Int) -> Word {
                Word(truncatingIfNeeded: test(v)) &<< Word(truncatingIfNeeded: register &* 8)
            }
            var bits = bit(v0, 0) | bit(v1, 1) | bit(v2, 2) | bit(v3, 3)
            if Shape.registers > 4 { bits |= bit(v4, 4) }
            if Shape.registers > 5 { bits |= bit(v5, 5) }
            if Shape.registers > 6 { bits |= bit(v6, 6) }
            if Shape.registers > 7 { bits |= bit(v7, 7) }
            if Shape.registers > 8 { bits |= bit(v8, 8) }
            if Shape.registers > 9 { bits |= bit(v9, 9) }
            return bits
        }
    }

#endif
