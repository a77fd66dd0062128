#if canImport(Glibc)
    import Glibc
#endif

/// What the processor and the operating system can do, beyond what every machine of the architecture can.
///
/// This is a module of its own because it has to run anywhere: it must not be compiled with the flags of
/// `BigModAVX512`, whose instructions it is there to guard.
package enum Processor {
    /// Whether 512-bit vectors with 52-bit multiplication (AVX-512 F, CD, BW, DQ, VL and IFMA) may be used: the
    /// processor has them, and the operating system saves their registers.
    ///
    /// Found out once. Only Linux with glibc 2.33 or later answers; elsewhere it is no.
    package static let hasAVX512IFMA: Bool = {
        #if arch(x86_64) && os(Linux) && canImport(Glibc)
            return hasAVX512IFMAByGlibc()
        #else
            return false
        #endif
    }()

    /// The value of the environment variable `name`; nil where there is none, or no environment.
    package static func environmentVariable(_ name: String) -> String? {
        #if canImport(Glibc)
            // The C string is copied at once.
            guard let value = unsafe getenv(name) else { return nil }
            return unsafe String(cString: value)
        #else
            return nil
        #endif
    }
}

#if arch(x86_64) && os(Linux) && canImport(Glibc)
    /// What `__x86_get_cpuid_feature_leaf` of glibc (sys/platform/x86.h) returns a pointer to: the registers EAX, EBX,
    /// ECX, EDX of a CPUID leaf, once as the processor gives them, once with only what the operating system supports.
    private struct CPUIDFeature {
        var cpuid: (UInt32, UInt32, UInt32, UInt32)
        var active: (UInt32, UInt32, UInt32, UInt32)
    }

    private func hasAVX512IFMAByGlibc() -> Bool {
        typealias Function = @convention(c) (UInt32) -> UnsafeRawPointer?
        // Looked up by name: an older glibc does not have the function, and no header of Swift's declares it. The
        // signature is that of glibc's public header, and the result points to memory that lives as long as the process.
        guard let symbol = unsafe dlsym(nil, "__x86_get_cpuid_feature_leaf") else { return false }
        let function = unsafe unsafeBitCast(symbol, to: Function.self)
        // Leaf 7 is number 1 in glibc's order.
        guard let leaf7 = unsafe function(1) else { return false }
        let required: [UInt32] = [
            16,  // AVX512F
            17,  // AVX512DQ
            21,  // AVX512_IFMA
            28,  // AVX512CD
            30,  // AVX512BW
            31,  // AVX512VL
        ]
        let ebx = unsafe leaf7.load(as: CPUIDFeature.self).active.1
        return required.allSatisfy { (ebx &>> $0) & 1 == 1 }
    }
#endif
