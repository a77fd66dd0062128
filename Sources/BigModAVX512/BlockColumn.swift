#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Products of blocks by Karatsuba's method. With Y = 2^259, a block is l + h·Y, and
    //
    //     (l + h·Y)·(l' + h'·Y) = z0 + (z1 - z0 - z2)·Y + z2·Y²
    //     z0 = l·l',  z2 = h·h',  z1 = (l + h)·(l' + h')
    //
    // takes 150 multiplications instead of 200. Halves of 259 bits, and not of 260, make sums of at most 260 bits: five limbs,
    // without a carry that would have to be multiplied as well. The price is that column 5 of a product, 2^260, is 2·Y.
    //
    // A block column (EightMultiplication.swift) is a sum of such products. The sums of all z0, of all z2 and of all z1 are put
    // together once, in halves of five columns that stay in registers:
    //
    //     half                0             1                      2                       3
    //                      z0 low    | 2·z0 high            |                        |
    //                                | z1 - z0 - z2, low    | 2·(z1 - z0 - z2), high |
    //                                |                      | z2 low                 | 2·z2 high
    //                      └────── this block column ───────┘└────────── the next one ─────────┘
    //
    // Bound: a column of z0, z1 or z2 has at most nine low and high halves of each product. With 2·w products, and w at most
    // 8 (verification at 4096 bits), that is less than 2^52·9·16. Half 2 has seven such sums, with either sign, half 1
    // as many with what the column before left: less than 2^62.

    // A sum of products is a loop over products even where it has one term, and that must not be known to the compiler, which
    // is why there is a number `one`: its scheduler takes unrolled products apart column by column, needs all ten limbs in
    // registers for that and stores a hundred registers in a multiplication. A store costs as much as the multiplication
    // beside which it runs. (Zen 4, product and square of 1024 bits: 1,517 and 1,351 cycles unrolled, 1,346 and 1,122 so.)

    extension Columns {
        /// self ← self + a·b for halves at a and b, `one` time.
        @inline(__always)
        mutating func addProduct(_ a: LaneMemory, _ b: LaneMemory, one: Int) {
            for _ in 0..<one { addProduct(Half(a), b) }
        }

        /// self ← 2·self, + the square of the half at x in block columns that have one.
        @inline(__always)
        mutating func double(addingSquare x: LaneMemory, if hasSquare: Bool) {
            if hasSquare {
                let half = Half(x)
                addCrossProducts(half)
                double()
                addSquares(half)
            } else {
                double()
            }
        }
    }

    /// The block column under way: takes z0, then z2, then z1.
    ///
    /// Every method ends in stores or leaves as few registers in use as it can.
    struct BlockColumn {
        /// What earlier block columns leave to this one; after z2, what it leaves to the next.
        private var next = Columns(), carry = Lanes.zero

        /// Its digits, as far as known.
        private(set) var block = Block()

        /// What the low half of z2, and then that of z1, is to be added to.
        private(set) var start = Half()

        /// The column 0, with nothing in it.
        @inline(__always)
        init() {}

        /// Takes the sum of all z0 and stores the lower half of the digits.
        @inline(__always)
        mutating func takeLow(_ z0: Columns, _ digits: LaneMemory) {
            block.low = next.low &+ z0.low
            carry = block.low.normalize(adding: carry)
            block.low.store(digits)
            next.high = next.high &- z0.low
            start = Half() &- z0.high.doubled
        }

        /// Takes `start` + the sum of all z2.
        @inline(__always)
        mutating func takeHigh(_ z: Columns) {
            let upper = z.high.doubled
            start = next.high &- z.low
            next.low = z.low &- upper
            next.high = upper
        }

        /// Takes `start` + the sum of all z1. The block is complete then.
        @inline(__always)
        mutating func takeSums(_ z: Columns) {
            block.high = z.low
            carry = block.high.normalize(adding: carry)
            next.low = next.low &+ z.high.doubled
        }

        /// Stores the last block column, to which no product belongs.
        @inline(__always)
        mutating func finish(_ digits: LaneMemory) {
            block.low = next.low
            block.high = next.high
            carry = block.low.normalize(adding: carry)
            carry = block.high.normalize(adding: carry)
            block.store(digits)
        }

        /// `digits` ← q = T·K mod Y² for this block T, whose lower half is there already, and what T + q·m leaves to the next
        /// block column. Its own columns become zero and are not computed, except the highest one: what comes from below
        /// it is what rounds it up to a multiple of 2^51.
        ///
        /// Sums that are added up at the end do not wait for each other.
        ///
        /// - Precondition: `one` is 1, see above.
        @inline(__always)
        mutating func takeLastDigit(_ digits: LaneMemory, _ m: LaneMemory, inverse: LaneMemory, one: Int) {
            let top = block.high.v4
            block.high.store(digits + 5)
            var low = Columns(), cross1 = Columns(), cross2 = Columns()
            low.addProduct(digits, inverse, one: one)
            cross1.addProduct(digits, inverse + 5, one: one)
            cross2.addProduct(digits + 5, inverse, one: one)
            block.low = low.low
            let toHigh = block.low.normalize(adding: .zero)
            block.low.store(digits)
            block.high = low.high.doubled &+ cross1.low &+ cross2.low
            _ = block.high.normalize(adding: toHigh)
            block.storeUpper(digits)

            var upper1 = Columns(), upper2 = Columns(), highest = Columns()
            let lowTop = Lanes.zero.addingHigh(block.low.v4, m[4])
            upper1.addProduct(digits, m + 5, one: one)
            upper2.addProduct(digits + 5, m, one: one)
            highest.low = next.low
            highest.addProduct(digits + 5, m + 5, one: one)
            next.low = highest.low &+ (upper1.high &+ upper2.high).doubled
            next.high = next.high &+ highest.high.doubled
            let column = top &+ lowTop &+ lowTop &+ upper1.low.v4 &+ upper2.low.v4
            let almostOne = Lanes(repeating: (1 &<< Half.topBits) &- 1)
            next.low.v0 = next.low.v0 &+ (column &+ almostOne).signedCarry(of: Half.topBits)
        }
    }

#endif
