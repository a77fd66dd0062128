#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Bits of the exponent that are worked on at a time.
    ///
    /// Five are best for exponents of 1024 to 2048 bits: four take a quarter more products, six a table of twice the size. A
    /// sliding window would save an eighth of the products, but its schedule is the secret.
    var windowBits: Int { @inline(__always) get { 5 } }

    /// Entries in the table of powers.
    var tableSize: Int { @inline(__always) get { 1 &<< windowBits } }

    /// Reads the powers that the next window needs, for eight lanes, limb by limb.
    ///
    /// The 32 entries of a limb lie side by side. All of them are loaded, in order, and a tree of five levels keeps one in
    /// each lane: every level halves the number by one bit of the lane's index. Neither the addresses nor their order
    /// depend on an index.
    ///
    /// Two limbs are read between two products, so that their loads run beside the multiplications; the masks of the index
    /// serve both. (On Zen 4 a window of 1024 bits takes 490 cycles limb by limb, at once 1,300.) Pieces of several limbs with
    /// a mask for each entry keep more accumulators, which means stores, and stores are dear here.
    struct TableReader {
        private let table, power, index: LaneMemory

        /// The next limb, and where to stop.
        private var limb = 0, end: Int

        /// Begins reading each lane's entry of the table, of powers of `limbs` limbs, into `power`. The vector at `index` has the
        /// lanes' indices. It stays in memory, so that everything here is public.
        @inline(__always)
        init(_ table: LaneMemory, index: LaneMemory, into power: LaneMemory, limbs: Int) {
            self.table = table
            self.power = power
            self.index = index
            end = limbs
        }

        /// A reader of no table; it needs some memory to refer to.
        @inline(__always)
        static func none(_ memory: LaneMemory) -> TableReader {
            TableReader(memory, index: memory, into: memory, limbs: 0)
        }

        /// The next `count` limbs, or as many as there are, to be read by someone else.
        @inline(__always)
        mutating func next(_ count: Int) -> TableReader {
            var part = self
            limb = min(limb &+ count, end)
            part.end = limb
            return part
        }

        /// Reads two limbs, if any are left: together, so that the masks of the indices serve both.
        @inline(__always)
        mutating func readTwoLimbs() {
            guard limb < end else { return }
            let entries = table + limb &* tableSize
            let first = chosen32(entries), second = chosen32(entries + tableSize)
            power[Block.place(limb)] = first
            power[Block.place(limb &+ 1)] = second
            limb = limb &+ 2
        }

        /// Reads what is left. `power`, of w blocks, is complete then.
        func finish(_ w: Int) {
            var rest = self
            while rest.limb < end { rest.readTwoLimbs() }
            for i in 0..<w {
                let block = power + i &* Block.stride
                Block(limbs: block).storeUpper(block)
            }
        }
    }

    // MARK: - The tree

    // Five functions and not one that calls itself, because only these are inlined; a call would store all registers.
    extension TableReader {
        @inline(__always)
        private func chosen32(_ entries: LaneMemory) -> Lanes {
            chosen16(entries).replaced(by: chosen16(entries + 16), whereBit: 4, of: index[0])
        }

        @inline(__always)
        private func chosen16(_ entries: LaneMemory) -> Lanes {
            chosen8(entries).replaced(by: chosen8(entries + 8), whereBit: 3, of: index[0])
        }

        @inline(__always)
        private func chosen8(_ entries: LaneMemory) -> Lanes {
            chosen4(entries).replaced(by: chosen4(entries + 4), whereBit: 2, of: index[0])
        }

        @inline(__always)
        private func chosen4(_ entries: LaneMemory) -> Lanes {
            chosen2(entries).replaced(by: chosen2(entries + 2), whereBit: 1, of: index[0])
        }

        @inline(__always)
        private func chosen2(_ entries: LaneMemory) -> Lanes {
            entries[0].replaced(by: entries[1], whereBit: 0, of: index[0])
        }
    }

#endif
