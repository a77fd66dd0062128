#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Eight exponentiations, one in each lane, result ← base^exponent mod m, each lane with its own base, exponent and
    // modulus: for the halves of four signatures, by one key or by several of the same size.
    //
    // The caller lays out a workspace (EightLayout.swift), loads every lane, runs, and takes the results. Lanes that
    // nobody needs are loaded like another one.

    /// How many words the workspace of eight has for numbers of `width` 64-bit limbs: 16, 24 or 32. It is aligned to 64
    /// bytes. It holds secrets when the work is done; whoever made it wipes it.
    package func avx512EightWorkspaceCount(width: Int) -> Int {
        8 &* EightLayout.count(width: width, tableSize: tableSize)
    }

    /// Loads lane 0 to 7.
    ///
    /// - Precondition: numbers have `width` limbs, the base that or twice that; m is odd, radixSquared = 2^(128·width) mod m.
    @unsafe
    package func avx512EightLoad(
        _ workspace: UnsafeMutablePointer<UInt64>, lane: Int, width: Int,
        base: UnsafePointer<UInt64>, baseWidth: Int, exponent: UnsafePointer<UInt64>,
        modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        unsafe eight.looseModulus.store(modulus, width: width, first: lane, stride: 8)
        unsafe eight.looseBase.store(base, width: baseWidth, first: lane, stride: 8)
        for i in limbCount(width: baseWidth)..<2 &* eight.limbs { eight.looseBase[word: 8 &* i &+ lane] = 0 }
        unsafe eight.looseRadixSquared.store(radixSquared, width: width, first: lane, stride: 8)
        for i in 0..<width { eight.exponents[word: 8 &* i &+ lane] = unsafe exponent[i] }
        eight.exponents[word: 8 &* width &+ lane] = 0
    }

    /// Runs eight loaded exponentiations; all exponents have at most `exponentBits` bits, a public number.
    ///
    /// - Precondition: 0 < exponentBits <= 64·width.
    @unsafe
    package func avx512EightRun(_ workspace: UnsafeMutablePointer<UInt64>, width: Int, exponentBits: Int) {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        let value = eight.value, power = eight.power
        eight.enterMontgomery()

        // The table: base^i·R, of which R is what R² makes of 1.
        eight.multiply(power, power, eight.constant)
        eight.setEntry(0, power)
        for i in 1..<tableSize {
            eight.multiply(power, power, value)
            eight.setEntry(i, power)
        }

        var position = (exponentBits &- 1) / windowBits &* windowBits
        eight.reader(at: position, into: value).finish(eight.w)
        while position > 0 {
            position = position &- windowBits
            var reader = eight.reader(at: position, into: power)
            for _ in 0..<windowBits { eight.square(value, value, reading: &reader) }
            reader.finish(eight.w)
            eight.multiply(value, value, power)
        }
        // Out of Montgomery form.
        eight.multiply(value, value, eight.constant)
        eight.storeResult()
    }

    /// Takes the result of a lane, less than m, in `width` limbs.
    @unsafe
    package func avx512EightResult(
        _ workspace: UnsafeMutablePointer<UInt64>, lane: Int, width: Int,
        result: UnsafeMutablePointer<UInt64>, modulus: UnsafePointer<UInt64>
    ) {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        unsafe eight.looseResult.loadReduced(result, modulus: modulus, width: width, first: lane, stride: 8)
    }

    extension EightLayout {
        /// value ← base·R, power ← R², constant ← 1, from what was loaded.
        ///
        /// The base is c1·R + c0: c1·R² takes two products by R², c0·R one. The value is less than 6m.
        func enterMontgomery() {
            prepareModuli()
            assemble(power, from: looseRadixSquared)
            // As in the pair: ρ = 2^(128·width), ρ·ρ/R, times 2^(4s)/R.
            multiply(power, power, power)
            setConstant(bit: 4 &* (radixBits &- 64 &* width))
            multiply(power, power, constant)
            assemble(value, from: looseBase, firstBlock: w)
            multiply(value, value, power)
            multiply(value, value, power)
            assemble(constant, from: looseBase)
            multiply(constant, constant, power)
            add(value, constant)
            setConstant(bit: 0)
        }

        /// Stores a power as entry i of the table.
        func setEntry(_ i: Int, _ power: LaneMemory) {
            for limb in 0..<limbs { table[limb &* tableSize &+ i] = power[Block.place(limb)] }
        }

        /// Reads the table at the five bits of each lane's exponent from bit `position` on.
        @inline(__always)
        func reader(at position: Int, into power: LaneMemory) -> TableReader {
            let word = position &>> 6, shift = UInt64(truncatingIfNeeded: position & 63)
            let bits =
                exponents[word] &>> Lanes(repeating: shift)
                | exponents[word &+ 1] &<< Lanes(repeating: 64 &- shift)
            index[0] = bits & Lanes(repeating: UInt64(truncatingIfNeeded: tableSize &- 1))
            return TableReader(table, index: index, into: power, limbs: limbs)
        }
    }

#endif
