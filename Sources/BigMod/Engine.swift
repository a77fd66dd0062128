#if RS256_AVX512
    import BigModAVX512
    import Processor
#endif

/// What runs a set of exponentiations. All engines give the same numbers.
package enum Engine: Sendable, CaseIterable {
    /// Plain Swift on the machine's own words: on every machine, for every width.
    case portable
    /// AVX-512 with 52-bit multiplication, for primes of 1024, 1536 and 2048 bits; other widths are left to the portable
    /// engine.
    case avx512

    /// Whether this program contains the engine and this machine can run it.
    package var isAvailable: Bool {
        switch self {
        case .portable: true
        case .avx512:
            #if RS256_AVX512
                Self.fitsLimbs && avx512IsCompiledIn && Processor.hasAVX512IFMA
            #else
                false
            #endif
        }
    }

    /// The kernels read and write limbs of 64 bits.
    private static let fitsLimbs = Limb.bitWidth == 64

    /// The engine that is used where none is asked for: the fastest, unless the environment variable `RS256_ENGINE`
    /// names another one that is available. Found out once.
    package static let preferred: Engine = {
        #if RS256_AVX512
            let name = Processor.environmentVariable("RS256_ENGINE")
            return name != "portable" && Engine.avx512.isAvailable ? .avx512 : .portable
        #else
            return .portable
        #endif
    }()
}
