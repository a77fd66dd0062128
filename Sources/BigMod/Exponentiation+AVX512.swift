#if RS256_AVX512 && !RS256_LIMB32 && !RS256_LIMB8
    import BigModAVX512

    // Hands sets of two and of eight to the AVX-512 kernels, which work in memory of their own: each exponentiation is
    // loaded, all run together, and the results are taken. The kernels use R = 2^(52·limbs); they find it from R² of
    // 64-bit limbs, which a modulus knows anyway.
    extension Exponentiation {
        /// Runs two together, if the engine has a kernel for their width. Returns whether it did.
        static func runPair(
            _ first: Exponentiation, _ second: Exponentiation, by engine: Engine, scratch: Limbs
        ) -> Bool {
            let width = first.modulus.width
            guard engine == .avx512, hasKernel(width: width) else { return false }
            // `scratch` is large enough and lives to the end; each pointer is used within the call that it is passed to.
            let workspace = scratch.alignedForVectors()
            #if RS256_FAULTS
                Fault.reachKernels()
            #endif
            let bases = (first.shortBase(scratch: scratch), second.shortBase(scratch: scratch))
            for (half, exponentiation, base) in [(0, first, bases.0), (1, second, bases.1)] {
                unsafe exponentiation.withPointers { _, exponent, modulus, radixSquared in
                    unsafe avx512PairLoad(
                        workspace.start, half: half, width: width, base: base.start, exponent: exponent,
                        modulus: modulus, radixSquared: radixSquared)
                }
            }
            let bits = max(first.exponentBitLength, second.exponentBitLength)
            unsafe avx512PairRun(workspace.start, width: width, exponentBits: bits)
            for (half, exponentiation) in [(0, first), (1, second)] {
                exponentiation.modulus.value.withLimbs { modulus in
                    unsafe avx512PairResult(
                        workspace.start, half: half, width: width, result: exponentiation.result.start,
                        modulus: modulus.start)
                }
                exponentiation.observe()
            }
            return true
        }

        /// Runs up to eight together, if the engine has a kernel for their width. Returns whether it did.
        ///
        /// - Precondition: there are one to eight, of one width.
        static func runEight(
            _ set: ArraySlice<Exponentiation>, by engine: Engine, scratch: Limbs
        ) -> Bool {
            guard let first = set.first, engine == .avx512, hasKernel(width: first.modulus.width) else {
                return false
            }
            let width = first.modulus.width
            // As above.
            let workspace = scratch.alignedForVectors()
            #if RS256_FAULTS
                Fault.reachKernels()
            #endif
            for lane in 0..<8 {
                // Lanes that nobody needs do what the first one does.
                let exponentiation = lane < set.count ? set[set.startIndex &+ lane] : first
                unsafe exponentiation.withPointers { base, exponent, modulus, radixSquared in
                    unsafe avx512EightLoad(
                        workspace.start, lane: lane, width: width, base: base,
                        baseWidth: exponentiation.base.count, exponent: exponent, modulus: modulus,
                        radixSquared: radixSquared)
                }
            }
            let bits = set.reduce(0) { max($0, $1.exponentBitLength) }
            unsafe avx512EightRun(workspace.start, width: width, exponentBits: bits)
            for (lane, exponentiation) in set.enumerated() {
                exponentiation.modulus.value.withLimbs { modulus in
                    unsafe avx512EightResult(
                        workspace.start, lane: lane, width: width, result: exponentiation.result.start,
                        modulus: modulus.start)
                }
                exponentiation.observe()
            }
            return true
        }

        /// The limbs that the kernels need for a set, and seven more to align them.
        static func kernelScratchCount(width: Int, setCount: Int, engine: Engine) -> Int {
            guard engine == .avx512, hasKernel(width: width) else { return 0 }
            return
                (setCount < leastCountForEight
                ? avx512PairWorkspaceCount(width: width) : avx512EightWorkspaceCount(width: width)) &+ 7
        }

        /// Primes of 1024, 1536 and 2048 bits.
        private static func hasKernel(width: Int) -> Bool {
            width == 16 || width == 24 || width == 32
        }

        /// The base in `width` limbs: a longer one is reduced, into the memory of the result.
        ///
        /// - Precondition: `scratch` has as many limbs as the modulus needs.
        private func shortBase(scratch: Limbs) -> Limbs {
            guard base.count > modulus.width else { return base }
            modulus.reduce(result, base, scratch: scratch)
            return result
        }

        /// Calls `body` with the addresses of base, exponent, m and R² mod m, which must not leave the closure.
        private func withPointers(
            _ body: (
                UnsafePointer<UInt64>, UnsafePointer<UInt64>, UnsafePointer<UInt64>, UnsafePointer<UInt64>
            ) -> Void
        ) {
            modulus.value.withLimbs { value in
                modulus.rSquared.withLimbs { rSquared in
                    unsafe body(base.start, exponent.start, value.start, rSquared.start)
                }
            }
        }

        /// Where the fault check makes its errors in what a kernel computed.
        @inline(__always)
        private func observe() {
            #if RS256_FAULTS
                Fault.inject(into: result) {}
            #endif
        }
    }

    extension Limbs {
        /// The limbs from the first address that is a multiple of 64 on.
        func alignedForVectors() -> Limbs {
            // The address is used as a number only.
            let address = unsafe UInt(bitPattern: start)
            return self + Int(truncatingIfNeeded: (0 &- address) & 63) / MemoryLayout<Limb>.size
        }
    }
#else
    extension Exponentiation {
        /// No kernel for two: see the other half of this file.
        @inline(__always)
        static func runPair(_: Exponentiation, _: Exponentiation, by _: Engine, scratch _: Limbs) -> Bool {
            false
        }

        /// No kernel for eight.
        @inline(__always)
        static func runEight(_: ArraySlice<Exponentiation>, by _: Engine, scratch _: Limbs) -> Bool { false }

        /// No memory for no kernel.
        @inline(__always)
        static func kernelScratchCount(width _: Int, setCount _: Int, engine _: Engine) -> Int { 0 }
    }
#endif
