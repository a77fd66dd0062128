#if RS256_FAULTS && RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Runs every multiplication of the kernels while errors are made on purpose (.ci/faults); not in the product.
    ///
    /// - Parameters:
    ///   - result: where the multiplication leaves its numbers.
    ///   - count: the words there.
    ///   - numbers: how many numbers lie there, word by word in turn.
    ///   - step: the multiplication.
    nonisolated(unsafe) package var avx512FaultHook:
        (_ result: UnsafeMutablePointer<UInt64>, _ count: Int, _ numbers: Int, _ step: () -> Void) -> Void = {
            $3()
        }

#endif
