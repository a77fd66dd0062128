#if RS256_SHA_EXTENSIONS && arch(x86_64) && hasFeature(BuiltinModule)
    /// Whether the compression function is in this program. Whether the processor can run it is another question.
    package let shaExtensionsAreCompiledIn = true
#else
    /// Whether the compression function is in this program. It is not: this is another architecture, or a debug build, or
    /// the compiler does not know the feature that gives Swift its vector instructions. It is never called then.
    package let shaExtensionsAreCompiledIn = false

    @unsafe package func compressByExtensions(
        _: UnsafeMutablePointer<UInt32>, _: UnsafeRawPointer, blockCount: Int
    ) {}
#endif
