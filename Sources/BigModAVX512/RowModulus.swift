#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // What the row kernels know of a modulus, in memory: m, M = (k·m + 1) / 2^52, and k = -1/m mod 2^52 in all lanes.
    //
    //     vectors   v   v   1
    //               m | M | k

    /// How many vectors that takes, for numbers of `vectors` vectors.
    @inline(__always)
    func rowModulusCount(_ vectors: Int) -> Int { 2 &* vectors &+ 1 }

    extension LaneMemory {
        /// Stores what the row kernels know of the modulus `m` here.
        ///
        /// - Precondition: m is odd and has `width` words.
        @unsafe
        func storeRowModulus(_ m: UnsafePointer<UInt64>, width: Int, _ vectors: Int) {
            for i in 0..<rowModulusCount(vectors) { self[i] = .zero }
            unsafe store(m, width: width, first: 0, stride: 1)

            // Newton's iteration: 3, 6, 12, 24, 48, 96 bits are right.
            let m0 = self[word: 0]
            var inverse = m0
            for _ in 0..<5 { inverse = inverse &* (2 &- m0 &* inverse) }
            let k = (0 &- inverse) & ((1 &<< 52) &- 1)
            self[2 &* vectors] = Lanes(repeating: k)

            // Limb 0 of k·m + 1 is zero and carries 1.
            let multiple = 8 &* vectors, limbs = limbCount(width: width)
            var sum: UInt128 = 1
            for i in 0..<limbs {
                sum = sum &+ UInt128(truncatingIfNeeded: k) &* UInt128(truncatingIfNeeded: self[word: i])
                if i > 0 {
                    self[word: multiple &+ i &- 1] = UInt64(truncatingIfNeeded: sum) & ((1 &<< 52) &- 1)
                }
                sum = sum &>> 52
            }
            self[word: multiple &+ limbs &- 1] = UInt64(truncatingIfNeeded: sum)
        }
    }

#endif
