#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Two exponentiations side by side, result ← base^exponent mod m, for the two halves of one signature.
    //
    // The caller lays out a workspace, loads both halves, runs, and takes both results:
    //
    //     vectors   moduli | value | power | constant | exponents | table of powers |
    //                           s       s        s         2·e             32·s
    //
    // s vectors hold a number of each half: 1024 bits share rows (Row.swift), longer numbers have rows of their own, one half after
    // the other. e vectors hold an exponent in 64-bit words with a word of zero after it.

    struct PairLayout {
        let width: Int, limbs: Int, layout: RowLayout, exponentVectors: Int
        let moduli, value, power, constant, exponents, table: LaneMemory

        @inline(__always)
        init(_ workspace: LaneMemory, width: Int) {
            self.width = width
            limbs = limbCount(width: width)
            layout = PairLayout.layout(width: width)
            exponentVectors = (width &>> 3) &+ 1
            let rows = layout.rowsOfPair, size = rows &* layout.registers
            moduli = workspace
            value = moduli + rows &* layout.modulusCount
            power = value + size
            constant = power + size
            exponents = constant + size
            table = exponents + 2 &* exponentVectors
        }

        @inline(__always)
        private static func layout(width: Int) -> RowLayout {
            width == 16 ? RowLayout(registers: 5, numbers: 2) : RowLayout(width: width)
        }

        /// How many rows hold a number of each half.
        @inline(__always)
        var rows: Int { layout.rowsOfPair }

        /// How many vectors hold a number of each half.
        @inline(__always)
        var size: Int { rows &* layout.registers }

        /// How many vectors the workspace has.
        static func count(width: Int) -> Int {
            let layout = layout(width: width), rows = layout.rowsOfPair
            return rows &* layout.modulusCount &+ 2 &* ((width &>> 3) &+ 1)
                &+ (3 &+ tableSize) &* rows &* layout.registers
        }

        /// The row, and the number in it, of half 0 or 1.
        @inline(__always)
        func place(_ half: Int) -> (row: Int, number: Int) { layout.numbers == 2 ? (0, half) : (half, 0) }
    }

    /// How many words the workspace of a pair has for numbers of `width` 64-bit limbs: 16, 24 or 32. It is aligned to 64
    /// bytes. It holds secrets when the work is done; whoever made it wipes it.
    package func avx512PairWorkspaceCount(width: Int) -> Int { 8 &* PairLayout.count(width: width) }

    /// Loads half 0 or 1 of a pair; first half 0.
    ///
    /// - Precondition: numbers have `width` limbs; m is odd, base < m, radixSquared = 2^(128·width) mod m.
    @unsafe
    package func avx512PairLoad(
        _ workspace: UnsafeMutablePointer<UInt64>, half: Int, width: Int,
        base: UnsafePointer<UInt64>, exponent: UnsafePointer<UInt64>,
        modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {
        let pair = unsafe PairLayout(LaneMemory(workspace), width: width)
        let (row, number) = pair.place(half), layout = pair.layout
        let record = pair.moduli + row &* layout.modulusCount
        let value = pair.value + row &* layout.registers, power = pair.power + row &* layout.registers
        if number == 0 {
            for i in 0..<layout.modulusCount { record[i] = .zero }
            for i in 0..<layout.registers {
                value[i] = .zero
                power[i] = .zero
            }
        }
        unsafe record.storeRowModulus(modulus, width: width, number: number, layout)
        unsafe value.store(base, width: width, first: number, stride: layout.numbers)
        unsafe power.store(radixSquared, width: width, first: number, stride: layout.numbers)

        let words = pair.exponents + half &* pair.exponentVectors
        for i in 0..<width { words[word: i] = unsafe exponent[i] }
        words[word: width] = 0
    }

    /// Runs a loaded pair; both exponents have at most `exponentBits` bits, a public number.
    ///
    /// - Precondition: 0 < exponentBits <= 64·width.
    @unsafe
    package func avx512PairRun(_ workspace: UnsafeMutablePointer<UInt64>, width: Int, exponentBits: Int) {
        let pair = unsafe PairLayout(LaneMemory(workspace), width: width)
        let size = pair.size, value = pair.value, power = pair.power

        // With R = 2^(52·limbs) and s = 52·limbs - 64·width bits to spare, the caller's radixSquared ρ = R²·2^(-2s) leads to
        // ρ·ρ/R = R³·2^(-4s) and that times 2^(4s)/R to R². The constant has one bit, in limb 1 or 2.
        pair.square(power, power)
        pair.setConstant(bit: 4 &* (52 &* pair.limbs &- 64 &* width))
        pair.multiply(power, power, pair.constant)

        // table[i] = base^i·R.
        let table = pair.table
        pair.setConstant(bit: 0)
        pair.multiply(table, power, pair.constant)
        pair.multiply(table + size, value, power)
        for i in 2..<tableSize {
            let entry = table + i &* size
            if i & 1 == 0 {
                pair.square(entry, table + i / 2 &* size)
            } else {
                pair.multiply(entry, table + (i &- 1) &* size, table + size)
            }
        }

        // Left to right, five bits at a time (HAC algorithm 14.82 with a full table): the sequence follows from the
        // announced length alone, and every entry of the table is read for every window.
        var position = (exponentBits &- 1) / windowBits &* windowBits
        pair.select(value, at: position)
        while position > 0 {
            position = position &- windowBits
            for _ in 0..<windowBits { pair.square(value, value) }
            pair.select(power, at: position)
            pair.multiply(value, value, power)
        }
        pair.multiply(value, value, pair.constant)
    }

    /// Takes the result of half 0 or 1, less than m, in `width` limbs.
    @unsafe
    package func avx512PairResult(
        _ workspace: UnsafeMutablePointer<UInt64>, half: Int, width: Int,
        result: UnsafeMutablePointer<UInt64>, modulus: UnsafePointer<UInt64>
    ) {
        let pair = unsafe PairLayout(LaneMemory(workspace), width: width)
        let (row, number) = pair.place(half)
        unsafe (pair.value + row &* pair.layout.registers).loadReduced(
            result, modulus: modulus, width: width, first: number, stride: pair.layout.numbers)
    }

    extension PairLayout {
        /// result ← a·b / R modulo m in both halves.
        @inline(__always)
        func multiply(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory) {
            let n = layout.registers
            result.step(n, numbers: layout.numbers) { multiplyRow(result, a, b, moduli, layout) }
            if rows == 2 {
                (result + n).step(n, numbers: 1) {
                    multiplyRow(result + n, a + n, b + n, moduli + layout.modulusCount, layout)
                }
            }
        }

        /// result ← a² / R modulo m in both halves.
        @inline(__always)
        func square(_ result: LaneMemory, _ a: LaneMemory) {
            let n = layout.registers
            result.step(n, numbers: layout.numbers) { squareRow(result, a, moduli, layout) }
            if rows == 2 {
                (result + n).step(n, numbers: 1) {
                    squareRow(result + n, a + n, moduli + layout.modulusCount, layout)
                }
            }
        }

        /// constant ← 2^bit in both halves.
        func setConstant(bit: Int) {
            for i in 0..<size { constant[i] = .zero }
            for half in 0..<2 {
                let (row, number) = place(half)
                let limb = bit / 52 &* layout.numbers &+ number
                constant[word: 8 &* row &* layout.registers &+ limb] =
                    1 &<< UInt64(truncatingIfNeeded: bit % 52)
            }
        }

        /// The five bits of an exponent from bit `position` on.
        @inline(__always)
        private func window(half: Int, at position: Int) -> UInt64 {
            let words = exponents + half &* exponentVectors
            let word = position &>> 6, shift = UInt64(truncatingIfNeeded: position & 63)
            let bits = words[word: word] &>> shift | (words[word: word &+ 1] &<< 1) &<< (63 &- shift)
            return bits & UInt64(truncatingIfNeeded: tableSize &- 1)
        }

        /// result ← the table's entry for the five bits of each exponent from `position` on. All of the table is read, in
        /// order; the entry is kept by a mask.
        func select(_ result: LaneMemory, at position: Int) {
            let p = window(half: 0, at: position), q = window(half: 1, at: position)
            switch (layout.registers, layout.numbers) {
            case (5, 2): select(Two1024.self, result, Lanes(p, q, p, q, p, q, p, q), .zero, rows: 1)
            case (4, _): select(One1536.self, result, Lanes(repeating: p), Lanes(repeating: q), rows: 2)
            default: select(One2048.self, result, Lanes(repeating: p), Lanes(repeating: q), rows: 2)
            }
        }

        /// The same for one row or two, with the index of the entry in each lane.
        @inline(__always)
        private func select<Shape: RowShape>(
            _: Shape.Type, _ result: LaneMemory, _ index0: Lanes, _ index1: Lanes, rows: Int
        ) {
            let registers = Shape.registers
            var row0 = Row<Shape>(), row1 = Row<Shape>(), entry = Lanes.zero
            for i in 0..<tableSize {
                let powers = table + i &* rows &* registers
                row0.merge(Row(powers), index0.allOnesWhereEqual(entry))
                if rows == 2 { row1.merge(Row(powers + registers), index1.allOnesWhereEqual(entry)) }
                entry = entry &+ Lanes(repeating: 1)
            }
            row0.store(result)
            if rows == 2 { row1.store(result + registers) }
        }
    }

#endif
