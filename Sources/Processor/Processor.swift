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
            let required: [UInt32] = [
                16,  // AVX512F
                17,  // AVX512DQ
                21,  // AVX512_IFMA
                28,  // AVX512CD
                30,  // AVX512BW
                31,  // AVX512VL
            ]
            let leaf7 = activeFeatures(leaf: 1).ebx
            return required.allSatisfy { leaf7.has($0) }
        #else
            return false
        #endif
    }()

    /// Whether the SHA extensions may be used, with SSE 4.1 and SSSE 3, which code for them is made of too.
    ///
    /// Found out once, where ``hasAVX512IFMA`` is.
    package static let hasSHAExtensions: Bool = {
        #if arch(x86_64) && os(Linux) && canImport(Glibc)
            let leaf1 = activeFeatures(leaf: 0).ecx, leaf7 = activeFeatures(leaf: 1).ebx
            return leaf1.has(9) && leaf1.has(19) && leaf7.has(29)
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

    /// EBX and ECX of a CPUID leaf, with only those features that the operating system supports; zero where glibc does
    /// not tell.
    ///
    /// - Parameter leaf: its number in glibc's order: 0 for leaf 1, 1 for leaf 7.
    private func activeFeatures(leaf: UInt32) -> (ebx: UInt32, ecx: UInt32) {
        typealias Function = @convention(c) (UInt32) -> UnsafeRawPointer?
        // Looked up by name: an older glibc does not have the function, and no header of Swift's declares it. The
        // signature is that of glibc's public header, and the result points to memory that lives as long as the process.
        guard let symbol = unsafe dlsym(nil, "__x86_get_cpuid_feature_leaf") else { return (0, 0) }
        let function = unsafe unsafeBitCast(symbol, to: Function.self)
        guard let registers = unsafe function(leaf) else { return (0, 0) }
        let active = unsafe registers.load(as: CPUIDFeature.self).active
        return (active.1, active.2)
    }

    extension UInt32 {
        /// Whether bit number `bit` is set.
        fileprivate func has(_ bit: UInt32) -> Bool { (self &>> bit) & 1 == 1 }
    }
#endif
