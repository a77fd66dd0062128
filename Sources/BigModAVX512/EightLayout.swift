#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // The workspace of eight exponentiations. Each limb has a vector, and a number is w blocks (Block.swift):
    //
    //     vectors   (2w + 1)·15       15w     15w     15w        words + 1   1       15w        32·10w
    //               moduli          | value | power | constant | exponents | index | quotient | table of powers |
    //
    // Before there is a table, its memory holds the numbers as they are loaded, limb by limb without sums: modulus, R², and the
    // base, which may be twice as long; after it was used, the results.

    struct EightLayout {
        let width: Int, w: Int, limbs: Int
        let moduli, value, power, constant, exponents, index, quotient, table: LaneMemory

        @inline(__always)
        init(_ workspace: LaneMemory, width: Int) {
            self.width = width
            limbs = limbCount(width: width)
            w = limbs / Block.count
            let size = w &* Block.stride
            moduli = workspace
            value = moduli + eightModulusCount(w)
            power = value + size
            constant = power + size
            exponents = constant + size
            index = exponents + (width &+ 1)
            quotient = index + 1
            table = quotient + size
        }

        /// How many vectors a workspace has with a table of as many numbers.
        static func count(width: Int, tableSize: Int) -> Int {
            let limbs = limbCount(width: width), w = limbs / Block.count
            return eightModulusCount(w) &+ 4 &* w &* Block.stride &+ width &+ 2 &+ tableSize &* limbs
        }

        // Numbers limb by limb, in the memory of the table.
        @inline(__always) var looseModulus: LaneMemory { table }
        @inline(__always) var looseRadixSquared: LaneMemory { table + limbs }
        @inline(__always) var looseBase: LaneMemory { table + 2 &* limbs }
        @inline(__always) var looseResult: LaneMemory { table }

        /// How many numbers there is room for, with those that `prepareModuli` needs.
        @inline(__always) static var looseNumberCount: Int { 8 }

        /// 1: widths are even, which the compiler does not know (BlockColumn.swift).
        @inline(__always) private var one: Int { 1 &- (width & 1) }

        /// Montgomery's R is 2^radixBits.
        @inline(__always) var radixBits: Int { EightLayout.radixBits(width: width) }

        /// The same for numbers of `width` 64-bit limbs.
        @inline(__always)
        static func radixBits(width: Int) -> Int { limbCount(width: width) / Block.count &* Block.bitCount }

        /// constant ← 2^bit in all lanes.
        ///
        /// - Precondition: bit < 259, so that the bit is in the lower half of block 0.
        func setConstant(bit: Int) {
            for i in 0..<w &* Block.stride { constant[i] = .zero }
            let limb = Lanes(repeating: 1 &<< UInt64(truncatingIfNeeded: bit % 52))
            constant[bit / 52] = limb
            constant[10 &+ bit / 52] = limb
        }

        /// m, M and K from the modulus as it was loaded: K = -1/m mod 2^518 and M = (K·m + 1) / 2^518 are the quotient
        /// and the result of ten steps of Montgomery's reduction of the number 1, the last one by 50 bits.
        func prepareModuli() {
            let m = looseModulus, multiple = table + 4 &* limbs, inverse = table + 5 &* limbs
            let t = table + 6 &* limbs  // two numbers
            for i in 0..<2 &* limbs { t[i] = .zero }
            t[0] = Lanes(repeating: 1)
            // -1/m mod 2^52 by Newton's iteration.
            var x = m[0]
            for _ in 0..<5 {
                let correction = Lanes(repeating: 2) &- Lanes.zero.addingLow(m[0], x)
                x = Lanes.zero.addingLow(x, correction)
            }
            let k = (.zero &- x).limb
            let last = Block.count &- 1, lastBits = UInt64(truncatingIfNeeded: Block.bitCount &- 52 &* last)
            for i in 0...last {
                let digit = Lanes.zero.addingLow(t[i], k).limb(of: i == last ? lastBits : 52)
                inverse[i] = digit
                for j in 0..<limbs {
                    t[i &+ j] = t[i &+ j].addingLow(m[j], digit)
                    t[i &+ j &+ 1] = t[i &+ j &+ 1].addingHigh(m[j], digit)
                }
                if i < last { t[i &+ 1] = t[i &+ 1] &+ t[i].carry }
            }
            // Carries, and down by 518 bits: the last column that became zero still has two bits of M.
            for j in 0..<limbs { t[last &+ j &+ 1] = t[last &+ j &+ 1] &+ t[last &+ j].carry }
            for j in 0..<limbs {
                let low = t[last &+ j].limb, high = t[last &+ j &+ 1].limb
                let bits = low &>> Lanes(repeating: lastBits) | high &<< Lanes(repeating: 52 &- lastBits)
                multiple[j] = bits.limb
            }
            assemble(moduli, from: m)
            assemble(moduli + w &* Block.stride, from: multiple)
            block(0, at: inverse).store(moduli + 2 &* w &* Block.stride)
        }
    }

    // MARK: - From limbs of 52 bits to halves of 259 and back

    extension EightLayout {
        /// number ← the limbs at `loose`, divided by 2^518 `firstBlock` times, modulo R.
        func assemble(_ number: LaneMemory, from loose: LaneMemory, firstBlock: Int = 0) {
            for i in 0..<w { block(firstBlock &+ i, at: loose).store(number + i &* Block.stride) }
        }

        /// Block number `i` of the number at `loose`.
        private func block(_ i: Int, at loose: LaneMemory) -> Block {
            var block = Block()
            block.low = half(2 &* i, at: loose)
            block.high = half(2 &* i &+ 1, at: loose)
            return block
        }

        /// Half number `k`: it begins k bits before limb 5k.
        private func half(_ k: Int, at loose: LaneMemory) -> Half {
            let shift = UInt64(truncatingIfNeeded: k)
            let up = Lanes(repeating: shift), down = Lanes(repeating: 52 &- shift)
            func limb(_ j: Int) -> Lanes {
                let i = 5 &* k &+ j
                // Nothing is before the first limb; shifting down by 52 bits leaves nothing of any.
                return (loose[max(i &- 1, 0)] &>> down | loose[i] &<< up).limb
            }
            return Half(limb(0), limb(1), limb(2), limb(3), limb(4).limb(of: Half.topBits))
        }

        /// Leaves the value to be taken.
        func storeResult() {
            for k in 0..<2 &* w {
                let shift = UInt64(truncatingIfNeeded: k)
                for j in 0..<5 {
                    let limb = 5 &* k &+ j
                    let next = limb &+ 1 < limbs ? value[Block.place(limb &+ 1)] : .zero
                    let rest = (j == 4 ? Half.topBits : 52) &- shift
                    let low = value[Block.place(limb)] &>> Lanes(repeating: shift)
                    looseResult[limb] = (low | next &<< Lanes(repeating: rest)).limb
                }
            }
        }
    }

    // MARK: - Arithmetic

    extension EightLayout {
        /// a ← a + b.
        ///
        /// - Precondition: the sum is less than R.
        func add(_ a: LaneMemory, _ b: LaneMemory) {
            var carry = Lanes.zero
            for i in 0..<w {
                let place = a + i &* Block.stride
                var block = Block(limbs: place)
                let other = Block(limbs: b + i &* Block.stride)
                block.low = block.low &+ other.low
                block.high = block.high &+ other.high
                carry = block.low.normalize(adding: carry)
                carry = block.high.normalize(adding: carry)
                block.store(place)
            }
        }

        @inline(__always)
        func multiply(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory) {
            result.step(w &* Block.stride, numbers: 8) {
                if w == 2 {
                    multiplyEight2(result, a, b, moduli, quotient: quotient, one: one)
                } else {
                    multiplyEight(result, a, b, moduli, quotient: quotient, w, one: one)
                }
            }
        }

        @inline(__always)
        func square(_ result: LaneMemory, _ a: LaneMemory, reading reader: inout TableReader) {
            let part = reader.next(2 &* w)
            result.step(w &* Block.stride, numbers: 8) {
                if w == 2 {
                    squareEight2(result, a, moduli, quotient: quotient, reading: part, one: one)
                } else {
                    squareEight(result, a, moduli, quotient: quotient, reading: part, w, one: one)
                }
            }
        }
    }

#endif
