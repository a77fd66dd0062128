#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Two exponentiations side by side, result ← base^exponent mod m, for the two halves of one signature.
    //
    // The caller lays out a workspace, loads both halves, runs, and takes both results:
    //
    //     vectors   4n + 2       2n        2n         2n          2·e         32·2n
    //               moduli   | value | power | constant | exponents | table of powers |
    //
    // n vectors hold a number, e vectors an exponent in 64-bit words with a word of zero after it.

    struct PairLayout {
        let width: Int, limbs: Int, n: Int, exponentVectors: Int
        let moduli, value, power, constant, exponents, table: LaneMemory

        @inline(__always)
        init(_ workspace: LaneMemory, width: Int) {
            self.width = width
            limbs = limbCount(width: width)
            n = (limbs &+ 7) &>> 3
            exponentVectors = (width &>> 3) &+ 1
            moduli = workspace
            value = moduli + 2 &* rowModulusCount(n)
            power = value + 2 &* n
            constant = power + 2 &* n
            exponents = constant + 2 &* n
            table = exponents + 2 &* exponentVectors
        }
    }

    /// How many words the workspace of a pair has for numbers of `width` 64-bit limbs: 16, 24 or 32. It is aligned to 64
    /// bytes. It holds secrets when the work is done; whoever made it wipes it.
    package func avx512PairWorkspaceCount(width: Int) -> Int {
        let n = (limbCount(width: width) &+ 7) &>> 3
        return 8 &* (2 &* rowModulusCount(n) &+ 6 &* n &+ 2 &* ((width &>> 3) &+ 1) &+ tableSize &* 2 &* n)
    }

    /// Loads half 0 or 1 of a pair.
    ///
    /// - Precondition: numbers have `width` limbs; m is odd, base < m, radixSquared = 2^(128·width) mod m.
    @unsafe
    package func avx512PairLoad(
        _ workspace: UnsafeMutablePointer<UInt64>, half: Int, width: Int,
        base: UnsafePointer<UInt64>, exponent: UnsafePointer<UInt64>,
        modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {
        let pair = unsafe PairLayout(LaneMemory(workspace), width: width)
        let n = pair.n
        let record = pair.moduli + half &* rowModulusCount(n)
        for i in 0..<n {
            (pair.value + half &* n)[i] = .zero
            (pair.power + half &* n)[i] = .zero
        }
        unsafe record.storeRowModulus(modulus, width: width, n)
        unsafe (pair.value + half &* n).store(base, width: width, first: 0, stride: 1)
        unsafe (pair.power + half &* n).store(radixSquared, width: width, first: 0, stride: 1)

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
        let n = pair.n, value = pair.value, power = pair.power

        // With R = 2^(52·limbs) and s = 52·limbs - 64·width bits to spare, the caller's radixSquared ρ = R²·2^(-2s) leads to
        // ρ·ρ/R = R³·2^(-4s) and that times 2^(4s)/R to R². The constant has one bit, in limb 1 or 2.
        pair.square(power, power)
        pair.setConstant(bit: 4 &* (52 &* pair.limbs &- 64 &* width))
        pair.multiply(power, power, pair.constant)

        // table[i] = base^i·R.
        let table = pair.table
        pair.setConstant(bit: 0)
        pair.multiply(table, power, pair.constant)
        pair.multiply(table + 2 &* n, value, power)
        for i in 2..<tableSize {
            let entry = table + i &* 2 &* n
            if i & 1 == 0 {
                let root = table + i &* n
                pair.square(entry, root)
            } else {
                pair.multiply(entry, table + (i &- 1) &* 2 &* n, table + 2 &* n)
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
        unsafe (pair.value + half &* pair.n).loadReduced(
            result, modulus: modulus, width: width, first: 0, stride: 1)
    }

    extension PairLayout {
        /// result ← a·b / R modulo m in both halves.
        @inline(__always)
        func multiply(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory) {
            multiplyRow(result, a, b, moduli, n)
            multiplyRow(result + n, a + n, b + n, moduli + rowModulusCount(n), n)
        }

        /// result ← a² / R modulo m in both halves.
        @inline(__always)
        func square(_ result: LaneMemory, _ a: LaneMemory) {
            squareRow(result, a, moduli, n)
            squareRow(result + n, a + n, moduli + rowModulusCount(n), n)
        }

        /// constant ← 2^bit in both halves.
        func setConstant(bit: Int) {
            for i in 0..<2 &* n { constant[i] = .zero }
            for half in 0..<2 {
                constant[word: 8 &* n &* half &+ bit / 52] = 1 &<< UInt64(truncatingIfNeeded: bit % 52)
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
            switch n {
            case 3: select(HalfLanes.self, result, at: position, 5)
            case 4: select(Lanes.self, result, at: position, 4)
            default: select(Lanes.self, result, at: position, 5)
            }
        }

        @inline(__always)
        private func select<V: LaneVector>(
            _: V.Type, _ result: LaneMemory, at position: Int, _ registers: Int
        ) {
            let indexP = V(repeating: window(half: 0, at: position))
            let indexQ = V(repeating: window(half: 1, at: position))
            var p = Row<V>(), q = Row<V>()
            var entry = V.zero
            for i in 0..<tableSize {
                let powers = table + i &* 2 &* n
                p.merge(Row(powers, registers), indexP.allOnesWhereEqual(entry), registers)
                q.merge(Row(powers + n, registers), indexQ.allOnesWhereEqual(entry), registers)
                entry = entry &+ V(repeating: 1)
            }
            p.store(result, registers)
            q.store(result + n, registers)
        }
    }

#endif
