#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Ten limbs of eight numbers: two halves of 259 bits.
    ///
    /// In memory the sum of the halves stands beside them, for Karatsuba's products (BlockColumn.swift):
    ///
    ///     vector   0 ... 4    5 ... 9     10 ... 14
    ///              low half | high half | sum of both
    ///
    /// Of a limb of the sum only the lower 52 bits count.
    struct Block {
        var low = Half(), high = Half()

        /// How many limbs a block has. 1024, 1536 and 2048 bits are two, three and four blocks.
        static var count: Int { @inline(__always) get { 10 } }

        /// How many vectors it takes in memory.
        static var stride: Int { @inline(__always) get { 15 } }

        /// How many bits a block has.
        static var bitCount: Int { @inline(__always) get { 2 &* Half.bitCount } }

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
        /// - Precondition: the halves are less than 2^259, their limbs less than 2^52.
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
            sum.carryUp()
            sum.store(memory + 10)
        }

        /// Where limb number `limb` of a number of several blocks is.
        @inline(__always)
        static func place(_ limb: Int) -> Int { limb / count &* stride &+ limb % count }
    }

#endif
