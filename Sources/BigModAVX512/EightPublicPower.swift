#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Eight powers, one in each lane, result ← base^e mod m, with one public exponent and a base and a modulus for each lane:
    // for verifying eight signatures. No table: 65537 takes 16 squares and one product.
    //
    // The result is taken by `avx512EightResult`.

    /// How many words the workspace has for numbers of `width` 64-bit limbs: a multiple of 8, and at most 64.
    package func avx512EightPublicWorkspaceCount(width: Int) -> Int {
        8 &* EightLayout.count(width: width, tableSize: EightLayout.looseNumberCount)
    }

    /// Montgomery's R is 2 to this power.
    package func avx512EightRadixBits(width: Int) -> Int { EightLayout.radixBits(width: width) }

    /// Loads lane 0 to 7.
    ///
    /// - Precondition: numbers have `width` limbs; m is odd, base < m, radixSquared = R² mod m.
    @unsafe
    package func avx512EightPublicLoad(
        _ workspace: UnsafeMutablePointer<UInt64>, lane: Int, width: Int, base: UnsafePointer<UInt64>,
        modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        unsafe eight.looseModulus.store(modulus, width: width, first: lane, stride: 8)
        unsafe eight.looseBase.store(base, width: width, first: lane, stride: 8)
        unsafe eight.looseRadixSquared.store(radixSquared, width: width, first: lane, stride: 8)
    }

    /// Runs eight loaded powers.
    ///
    /// - Precondition: the exponent is odd and more than one.
    @unsafe
    package func avx512EightPublicRun(_ workspace: UnsafeMutablePointer<UInt64>, width: Int, exponent: UInt64)
    {
        let eight = unsafe EightLayout(LaneMemory(workspace), width: width)
        let value = eight.value, base = eight.power, form = eight.constant
        eight.prepareModuli()
        eight.assemble(base, from: eight.looseBase)
        eight.assemble(form, from: eight.looseRadixSquared)
        eight.multiply(form, form, base)
        for i in 0..<eight.w &* Block.stride { value[i] = form[i] }

        // From the left. The last bit is a one: its product with the base itself leads out of Montgomery form.
        var reader = TableReader.none(eight.table)
        for bit in stride(from: 62 &- exponent.leadingZeroBitCount, through: 0, by: -1) {
            eight.square(value, value, reading: &reader)
            if bit == 0 {
                eight.multiply(value, value, base)
            } else if (exponent &>> UInt64(truncatingIfNeeded: bit)) & 1 == 1 {
                eight.multiply(value, value, form)
            }
        }
        eight.storeResult()
    }

#endif
