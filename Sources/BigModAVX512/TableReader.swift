#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Bits of the exponent that are worked on at a time.
    ///
    /// Five are best for exponents of 1024 to 2048 bits: four take a quarter more products, six a table of twice the size. A
    /// sliding window would save an eighth of the products, but its schedule is the secret.
    var windowBits: Int { @inline(__always) get { 5 } }

    /// Entries in the table of powers.
    var tableSize: Int { @inline(__always) get { 1 &<< windowBits } }

    /// Reads the powers that the next window needs, for eight lanes, in small pieces.
    ///
    /// Every entry of the table is loaded, in order, and kept in those lanes whose index it is: neither the addresses nor
    /// their order depend on an index. A piece is one block of four entries; a number of w blocks has 8·w of them. They are read
    /// between the multiplications, a piece at a time, so that their loads run beside these.
    struct TableReader {
        private let table, power: LaneMemory
        private let w: Int

        /// Each lane's index, less the first entry of the next piece.
        private let index: Lanes

        /// The next piece.
        private var entry = 0, block = 0

        /// Begins reading each lane's entry `index` of the table, of powers of w blocks, into `power`.
        @inline(__always)
        init(_ table: LaneMemory, index: Lanes, into power: LaneMemory, _ w: Int) {
            self.table = table
            self.power = power
            self.w = w
            self.index = index
            for i in 0..<w &* Block.count { power[i] = .zero }
        }

        /// Reads one piece, if any is left. After 8·w of them `power` is complete.
        @inline(__always)
        mutating func readPiece() {
            guard entry < tableSize else { return }
            let own = power + block &* Block.count
            var value = Block(own)
            let rest = index &- Lanes(repeating: UInt64(truncatingIfNeeded: entry))
            for i in 0..<4 {
                let mask = rest.allOnesWhereEqual(Lanes(repeating: UInt64(truncatingIfNeeded: i)))
                value.combine(Block(table + ((entry &+ i) &* w &+ block) &* Block.count)) { $0 | $1 & mask }
            }
            value.store(own)
            block = block &+ 1
            if block == w {
                block = 0
                entry = entry &+ 4
            }
        }
    }

#endif
