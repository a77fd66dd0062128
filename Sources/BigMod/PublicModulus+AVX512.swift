#if RS256_AVX512 && !RS256_LIMB32 && !RS256_LIMB8
    import BigModAVX512

    // Hands the power of a verification to the AVX-512 kernels, which work in memory of their own and with R = 2^(52·limbs).
    extension PublicModulus {
        /// result ← base^exponent mod m, if the engine has a kernel for this width. Returns whether it did.
        ///
        /// - Precondition: as for ``powerVarTime(_:_:exponent:by:scratch:)``.
        func runPower(
            _ result: Limbs, _ base: Limbs, exponent: UInt64, by engine: Engine, scratch: Limbs
        ) -> Bool {
            guard hasKernel(engine) else { return false }
            let workspace = scratch.alignedForVectors()
            #if RS256_FAULTS
                Fault.reachKernels()
            #endif
            let rest = workspace + avx512PublicWorkspaceCount(width: width)
            shift(result, base, by: radixBits, scratch: rest)
            value.withLimbs { modulus in
                // The workspace is large enough, and all pointers are used within the call.
                unsafe avx512PublicPower(
                    workspace.start, width: width, result: result.start, base: base.start,
                    entered: result.start, exponent: exponent, modulus: modulus.start)
            }
            #if RS256_FAULTS
                Fault.inject(into: result) {}
            #endif
            return true
        }

        /// The limbs that the kernel and the way to it need, and seven more to align them.
        func kernelScratchCount(by engine: Engine) -> Int {
            guard hasKernel(engine) else { return 0 }
            return avx512PublicWorkspaceCount(width: width) &+ shiftScratchCount(bits: radixBits) &+ 7
        }

        /// Moduli of 2048, 3072 and 4096 bits.
        private func hasKernel(_ engine: Engine) -> Bool {
            engine == .avx512 && (width == 32 || width == 48 || width == 64)
        }

        /// The bits of the kernels' R: four fifths as many limbs of 52 bits again as there are limbs of 64.
        private var radixBits: Int { 52 &* width &* 5 / 4 }
    }
#else
    extension PublicModulus {
        /// No kernel: see the other half of this file.
        @inline(__always)
        func runPower(_: Limbs, _: Limbs, exponent _: UInt64, by _: Engine, scratch _: Limbs) -> Bool {
            false
        }

        /// No memory for no kernel.
        @inline(__always)
        func kernelScratchCount(by _: Engine) -> Int { 0 }
    }
#endif
