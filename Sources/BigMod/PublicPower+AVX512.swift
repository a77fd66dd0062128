#if RS256_AVX512 && !RS256_LIMB32 && !RS256_LIMB8
    import BigModAVX512

    // Hands eight powers to the AVX-512 kernel.
    extension PublicPower {
        static func runEight(
            _ set: [PublicPower], exponent: UInt64, by engine: Engine, scratch: Limbs
        ) -> Bool {
            guard let first = set.first, hasKernel(width: first.modulus.width, engine: engine) else {
                return false
            }
            let width = first.modulus.width
            let bits = avx512EightRadixBits(width: width)
            let radixSquared = scratch.slice(0, count: width)
            let rest = scratch + width
            // `scratch` is large enough and lives to the end; each pointer is used within the call that it is passed to.
            let workspace = rest.alignedForVectors()
            // The division's memory is the workspace's end, which nothing is loaded into.
            let workspaceCount = avx512EightPublicWorkspaceCount(width: width)
            let division = workspace.slice(workspaceCount / 2, count: workspaceCount / 2)
            #if RS256_FAULTS
                Fault.reachKernels()
            #endif
            for lane in 0..<setCount {
                // Lanes that nobody needs do what the last one does.
                let power = set[min(lane, set.count &- 1)]
                // One division does for neighbours with one key.
                if lane == 0 || !power.modulus.isEqual(to: set[min(lane, set.count) &- 1].modulus) {
                    power.modulus.writeRadixSquared(radixSquared, radixBits: bits, scratch: division)
                }
                power.modulus.value.withLimbs { modulus in
                    unsafe avx512EightPublicLoad(
                        workspace.start, lane: lane, width: width, base: power.base.start,
                        modulus: modulus.start, radixSquared: radixSquared.start)
                }
            }
            unsafe avx512EightPublicRun(workspace.start, width: width, exponent: exponent)
            for (lane, power) in set.enumerated() {
                power.modulus.value.withLimbs { modulus in
                    unsafe avx512EightResult(
                        workspace.start, lane: lane, width: width, result: power.result.start,
                        modulus: modulus.start)
                }
                #if RS256_FAULTS
                    Fault.inject(into: power.result) {}
                #endif
            }
            return true
        }

        /// The kernel's memory, seven limbs to align it, and a number.
        static func kernelScratchCount(width: Int, engine: Engine) -> Int {
            guard hasKernel(width: width, engine: engine) else { return 0 }
            return avx512EightPublicWorkspaceCount(width: width) &+ 7 &+ width
        }

        /// Moduli of 2048, 3072 and 4096 bits.
        private static func hasKernel(width: Int, engine: Engine) -> Bool {
            engine == .avx512 && (width == 32 || width == 48 || width == 64)
        }
    }
#else
    extension PublicPower {
        /// No kernel: see the other half of this file.
        @inline(__always)
        static func runEight(_: [PublicPower], exponent _: UInt64, by _: Engine, scratch _: Limbs) -> Bool {
            false
        }

        /// No memory for no kernel.
        @inline(__always)
        static func kernelScratchCount(width _: Int, engine _: Engine) -> Int { 0 }
    }
#endif
