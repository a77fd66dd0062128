#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // What the row kernels know of a modulus, in memory: m, M = (k·m + 1) / 2^52, and k = -1/m mod 2^52 in all lanes of the number.
    //
    //     vectors   n   n   1
    //               m | M | k

    /// How numbers lie in memory, in rows of vectors.
    struct RowLayout {
        /// How many vectors a row has.
        let registers: Int

        /// How many numbers are in it.
        let numbers: Int

        @inline(__always)
        init(registers: Int, numbers: Int) {
            self.registers = registers
            self.numbers = numbers
        }

        /// One number of `width` 64-bit words.
        @inline(__always)
        init(width: Int) {
            self.init(registers: (limbCount(width: width) &+ 7) &>> 3, numbers: 1)
        }

        /// How many limbs of each number a vector holds.
        @inline(__always)
        var limbsPerRegister: Int { numbers == 2 ? 4 : 8 }

        /// How many rows the two numbers of a pair take.
        @inline(__always)
        var rowsOfPair: Int { numbers == 2 ? 1 : 2 }

        /// How many vectors describe a modulus, or two of them.
        @inline(__always)
        var modulusCount: Int { 2 &* registers &+ 1 }
    }

    extension LaneMemory {
        /// Stores what the row kernels know of the modulus `m` here, for number 0 or 1.
        ///
        /// - Precondition: the memory is zero but for the other number's words; m is odd and has `width` words.
        @unsafe
        func storeRowModulus(_ m: UnsafePointer<UInt64>, width: Int, number: Int = 0, _ layout: RowLayout) {
            let stride = layout.numbers, multiple = 8 &* layout.registers
            unsafe store(m, width: width, first: number, stride: stride)

            // Newton's iteration: 3, 6, 12, 24, 48, 96 bits are right.
            let m0 = self[word: number]
            var inverse = m0
            for _ in 0..<5 { inverse = inverse &* (2 &- m0 &* inverse) }
            let k = (0 &- inverse) & ((1 &<< 52) &- 1)
            for i in 0..<layout.limbsPerRegister { self[word: 2 &* multiple &+ number &+ i &* stride] = k }

            // Limb 0 of k·m + 1 is zero and carries 1.
            let limbs = limbCount(width: width)
            var sum: UInt128 = 1
            for i in 0..<limbs {
                let limb = self[word: number &+ i &* stride]
                sum = sum &+ UInt128(truncatingIfNeeded: k) &* UInt128(truncatingIfNeeded: limb)
                if i > 0 {
                    self[word: multiple &+ number &+ (i &- 1) &* stride] =
                        UInt64(truncatingIfNeeded: sum) & ((1 &<< 52) &- 1)
                }
                sum = sum &>> 52
            }
            self[word: multiple &+ number &+ (limbs &- 1) &* stride] = UInt64(truncatingIfNeeded: sum)
        }
    }

#endif
