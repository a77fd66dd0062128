#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Eight exponentiations, one in each lane, result ← base^exponent mod m, each lane with its own base, exponent and
    // modulus: for the halves of four signatures, by one key or by several of the same size.
    //
    // The caller lays out a workspace, loads every lane, runs, and takes the results. Each limb has a vector:
    //
    //     vectors   (2w + 1)·10   10w      10w        10w      words + 1     10w         20w       32·10w
    //               moduli     | value | power | constant | exponents | quotient | square | table of powers |
    //
    // Lanes that nobody needs are loaded like another one.

    struct EightLayout {
        let width: Int, w: Int, limbs: Int
        let moduli, value, power, constant, exponents, quotient, square, table: LaneMemory

        @inline(__always)
        init(_ workspace: LaneMemory, width: Int) {
            self.width = width
            limbs = limbCount(width: width)
            w = limbs / Block.count
            moduli = workspace
            value = moduli + eightModulusCount(w)
            power = value + limbs
            constant = power + limbs
            exponents = constant + limbs
            quotient = exponents + (width &+ 1)
            square = quotient + limbs
            table = square + 2 &* limbs
        }
    }

    /// How many words the workspace of eight has for numbers of `width` 64-bit limbs: 16, 24 or 32. It is aligned to 64
    /// bytes. It holds secrets when the work is done; whoever made it wipes it.
    package func avx512EightWorkspaceCount(width: Int) -> Int {
        let limbs = limbCount(width: width)
        return 8 &* (8 &* limbs &+ Block.count &+ width &+ 1 &+ tableSize &* limbs)
    }

    /// Loads lane 0 to 7.
    ///
    /// - Precondition: numbers have `width` limbs; m is odd, base < m, radixSquared = 2^(128·width) mod m.
    @unsafe
    package func avx512EightLoad(
        _ workspace: UnsafeMutablePointer<UInt64>, lane: Int, width: Int,
        base: UnsafePointer<UInt64>, exponent: UnsafePointer<UInt64>,
        modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        unsafe eight.moduli.store(modulus, width: width, first: lane, stride: 8)
        unsafe eight.value.store(base, width: width, first: lane, stride: 8)
        unsafe eight.power.store(radixSquared, width: width, first: lane, stride: 8)
        for i in 0..<width { eight.exponents[word: 8 &* i &+ lane] = unsafe exponent[i] }
        eight.exponents[word: 8 &* width &+ lane] = 0
    }

    /// Runs eight loaded exponentiations; all exponents have at most `exponentBits` bits, a public number.
    ///
    /// - Precondition: 0 < exponentBits <= 64·width.
    @unsafe
    package func avx512EightRun(_ workspace: UnsafeMutablePointer<UInt64>, width: Int, exponentBits: Int) {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        let limbs = eight.limbs, value = eight.value, power = eight.power
        eight.prepareModuli()

        // Into Montgomery form, as in the pair: ρ = 2^(128·width), ρ·ρ/R, times 2^(4s)/R.
        eight.multiply(power, power, power)
        eight.setConstant(bit: 4 &* (52 &* limbs &- 64 &* width))
        eight.multiply(power, power, eight.constant)

        // The table: base^i·R, of which R is what R² makes of 1.
        eight.setConstant(bit: 0)
        eight.multiply(value, value, power)
        eight.multiply(power, power, eight.constant)
        eight.setEntry(0, power)
        for i in 1..<tableSize {
            eight.multiply(power, power, value)
            eight.setEntry(i, power)
        }

        var position = (exponentBits &- 1) / windowBits &* windowBits
        var reader = eight.reader(at: position, into: value)
        for _ in 0..<8 &* eight.w { reader.readPiece() }
        while position > 0 {
            position = position &- windowBits
            reader = eight.reader(at: position, into: power)
            for _ in 0..<windowBits {
                squareEight(
                    value, value, eight.moduli, quotient: eight.quotient, square: eight.square, eight.w,
                    reading: &reader)
            }
            eight.multiply(value, value, power)
        }
        eight.multiply(value, value, eight.constant)
    }

    /// Takes the result of a lane, less than m, in `width` limbs.
    @unsafe
    package func avx512EightResult(
        _ workspace: UnsafeMutablePointer<UInt64>, lane: Int, width: Int,
        result: UnsafeMutablePointer<UInt64>, modulus: UnsafePointer<UInt64>
    ) {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        unsafe eight.value.loadReduced(result, modulus: modulus, width: width, first: lane, stride: 8)
    }

    extension EightLayout {
        @inline(__always)
        func multiply(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory) {
            multiplyEight(result, a, b, moduli, quotient: quotient, w)
        }

        /// constant ← 2^bit in all lanes.
        func setConstant(bit: Int) {
            for i in 0..<limbs { constant[i] = .zero }
            constant[bit / 52] = Lanes(repeating: 1 &<< UInt64(truncatingIfNeeded: bit % 52))
        }

        /// K = -1/m mod 2^520 and M = (K·m + 1) / 2^520 from m: ten steps of Montgomery's reduction of the number 1, whose
        /// quotient is K and whose result is M.
        func prepareModuli() {
            let m = moduli, multiple = moduli + limbs, inverse = moduli + 2 &* limbs, t = square
            for i in 0..<2 &* limbs { t[i] = .zero }
            t[0] = Lanes(repeating: 1)
            // -1/m mod 2^52 by Newton's iteration.
            var x = m[0]
            for _ in 0..<5 {
                let correction = Lanes(repeating: 2) &- Lanes.zero.addingLow(m[0], x)
                x = Lanes.zero.addingLow(x, correction)
            }
            let k = (.zero &- x).limb
            for i in 0..<Block.count {
                let digit = Lanes.zero.addingLow(t[i], k)
                inverse[i] = digit
                for j in 0..<limbs {
                    t[i &+ j] = t[i &+ j].addingLow(m[j], digit)
                    t[i &+ j &+ 1] = t[i &+ j &+ 1].addingHigh(m[j], digit)
                }
                t[i &+ 1] = t[i &+ 1] &+ t[i].carry
            }
            var carry = Lanes.zero
            for j in 0..<limbs {
                let sum = t[Block.count &+ j] &+ carry
                multiple[j] = sum.limb
                carry = sum.carry
            }
        }

        /// Stores a power as entry i of the table.
        @inline(__always)
        func setEntry(_ i: Int, _ power: LaneMemory) {
            for limb in 0..<limbs { table[i &* limbs &+ limb] = power[limb] }
        }

        /// Reads the table at the five bits of each lane's exponent from bit `position` on.
        @inline(__always)
        func reader(at position: Int, into power: LaneMemory) -> TableReader {
            let word = position &>> 6, shift = UInt64(truncatingIfNeeded: position & 63)
            let bits =
                exponents[word] &>> Lanes(repeating: shift)
                | exponents[word &+ 1] &<< Lanes(repeating: 64 &- shift)
            let index = bits & Lanes(repeating: UInt64(truncatingIfNeeded: tableSize &- 1))
            return TableReader(table, index: index, into: power, w)
        }
    }

#endif
