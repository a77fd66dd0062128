#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)
    /// Whether the kernels are in this program. Whether the processor can run them is another question.
    package let avx512IsCompiledIn = true
#else
    /// Whether the kernels are in this program. They are not: this is another architecture, or a debug
    /// build, or the compiler does not know the feature that gives Swift its vector instructions. The entry points below are never called then.
    package let avx512IsCompiledIn = false

    package func avx512PairWorkspaceCount(width: Int) -> Int { 0 }
    package func avx512EightWorkspaceCount(width: Int) -> Int { 0 }
    package func avx512PublicWorkspaceCount(width: Int) -> Int { 0 }
    package func avx512EightPublicWorkspaceCount(width: Int) -> Int { 0 }
    package func avx512EightRadixBits(width: Int) -> Int { 0 }
    @unsafe package func avx512PairLoad(
        _: UnsafeMutablePointer<UInt64>, half: Int, width: Int, base: UnsafePointer<UInt64>,
        exponent: UnsafePointer<UInt64>, modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {}
    @unsafe package func avx512PairRun(_: UnsafeMutablePointer<UInt64>, width: Int, exponentBits: Int) {}
    @unsafe package func avx512PairResult(
        _: UnsafeMutablePointer<UInt64>, half: Int, width: Int, result: UnsafeMutablePointer<UInt64>,
        modulus: UnsafePointer<UInt64>
    ) {}
    @unsafe package func avx512EightLoad(
        _: UnsafeMutablePointer<UInt64>, lane: Int, width: Int, base: UnsafePointer<UInt64>, baseWidth: Int,
        exponent: UnsafePointer<UInt64>, modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {}
    @unsafe package func avx512EightRun(_: UnsafeMutablePointer<UInt64>, width: Int, exponentBits: Int) {}
    @unsafe package func avx512EightPublicLoad(
        _: UnsafeMutablePointer<UInt64>, lane: Int, width: Int, base: UnsafePointer<UInt64>,
        modulus: UnsafePointer<UInt64>, radixSquared: UnsafePointer<UInt64>
    ) {}
    @unsafe package func avx512EightPublicRun(
        _: UnsafeMutablePointer<UInt64>, width: Int, exponent: UInt64
    ) {}
    @unsafe package func avx512EightResult(
        _: UnsafeMutablePointer<UInt64>, lane: Int, width: Int, result: UnsafeMutablePointer<UInt64>,
        modulus: UnsafePointer<UInt64>
    ) {}
    @unsafe package func avx512PublicPower(
        _: UnsafeMutablePointer<UInt64>, width: Int, result: UnsafeMutablePointer<UInt64>,
        base: UnsafePointer<UInt64>, entered: UnsafePointer<UInt64>, exponent: UInt64,
        modulus: UnsafePointer<UInt64>
    ) {}
#endif
