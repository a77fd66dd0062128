#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Ten limbs of eight numbers: two halves.
    ///
    /// In memory the sum of the halves stands beside them, for Karatsuba's products (BlockColumn.swift):
    ///
    ///     vector   0 ... 4    5 ... 9     10 ... 14             15
    ///              low half | high half | sum mod 2^260 | all ones where the sum has a carry
    struct Block {
        var low = Half(), high = Half()

        /// How many limbs a block has. 1024, 1536 and 2048 bits are two, three and four blocks.
        static var count: Int { @inline(__always) get { 10 } }

        /// How many vectors it takes in memory.
        static var stride: Int { @inline(__always) get { 16 } }

        /// Zero.
        @inline(__always)
        init() {}

        /// The block whose ten limbs are at `limbs`.
        @inline(__always)
        init(limbs: LaneMemory) {
            low = Half(limbs)
            high = Half(limbs + 5)
        }

        /// Stores the block and the sum of its halves.
        ///
        /// - Precondition: the limbs are less than 2^52.
        @inline(__always)
        func store(_ memory: LaneMemory) {
            low.store(memory)
            storeUpper(memory)
        }

        /// Stores all but the lower half, which is there already.
        @inline(__always)
        func storeUpper(_ memory: LaneMemory) {
            high.store(memory + 5)
            var sum = low &+ high
            let carry = sum.normalize(adding: .zero)
            sum.store(memory + 10)
            memory[15] = .zero &- carry
        }

        /// Where limb number `limb` of a number of several blocks is.
        @inline(__always)
        static func place(_ limb: Int) -> Int { limb / count &* stride &+ limb % count }
    }

#endif
