#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // One exponentiation with a public exponent, result ← base^exponent mod m, for a verification. It takes its time from the
    // exponent.
    //
    //     vectors   2n + 1      n       n       n
    //               modulus | value | power | base |

    /// How many words the workspace has for numbers of `width` 64-bit limbs: 32, 48 or 64. It is aligned to 64 bytes.
    package func avx512PublicWorkspaceCount(width: Int) -> Int {
        let layout = RowLayout(width: width)
        return 8 &* (layout.modulusCount &+ 3 &* layout.registers)
    }

    /// result ← base^exponent mod m, less than m.
    ///
    /// Square and multiply from the left (HAC algorithm 14.79). The last step is a product with the base as it came,
    /// out of Montgomery form, which takes the power out of Montgomery form as well.
    ///
    /// - Precondition: numbers have `width` limbs; m is odd, base < m, entered = base·2^(52·limbs) mod m; the exponent is
    ///   odd and more than one. `result` may be one of the others.
    @unsafe
    package func avx512PublicPower(
        _ workspace: UnsafeMutablePointer<UInt64>, width: Int, result: UnsafeMutablePointer<UInt64>,
        base: UnsafePointer<UInt64>, entered: UnsafePointer<UInt64>, exponent: UInt64,
        modulus: UnsafePointer<UInt64>
    ) {
        let layout = RowLayout(width: width), n = layout.registers
        let record = unsafe LaneMemory(workspace), value = record + layout.modulusCount
        let power = value + n, plain = power + n
        for i in 0..<layout.modulusCount &+ 3 &* n { record[i] = .zero }
        unsafe record.storeRowModulus(modulus, width: width, layout)
        unsafe value.store(entered, width: width, first: 0, stride: 1)
        unsafe power.store(entered, width: width, first: 0, stride: 1)
        unsafe plain.store(base, width: width, first: 0, stride: 1)

        for bit in stride(from: 62 &- exponent.leadingZeroBitCount, through: 1, by: -1) {
            value.step(n, numbers: 1) { squareRow(value, value, record, layout) }
            if (exponent &>> UInt64(truncatingIfNeeded: bit)) & 1 == 1 {
                multiplyRow(value, value, power, record, layout)
            }
        }
        squareRow(value, value, record, layout)
        multiplyRow(value, value, plain, record, layout)
        unsafe value.loadReduced(result, modulus: modulus, width: width, first: 0, stride: 1)
    }

#endif
