#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Eight Montgomery multiplications, one in each lane, each with its own factors and modulus: for a batch, four
    // signatures of two halves each.
    //
    // Lanes are independent, so that nothing ever moves between them. The work is arranged in blocks of ten limbs, 518 bits. A number
    // of w blocks is multiplied column of blocks by column of blocks:
    //
    //     block column    0    1    2    3              w = 2, 1024 bits
    //     A·B            00   10   11                   A(i)·B(j), i + j = column
    //                         01
    //     q·m                  00   01                  q(0)·M(j), one column up, see below
    //                          10   11                  q(1)·m(j)
    //
    // The quotient has a digit of 518 bits for each block. As in the pair (RowMultiplication.swift, Orup's method),
    // all digits but the last are the block of T itself, because the multiple m' = K·m, K = -1/m mod 2^518, is -1
    // modulo 2^518, and with M = (m' + 1) / 2^518
    //
    //     q = T mod 2^518;    (T + q·m') / 2^518 = (T - q) / 2^518 + q·M
    //
    // which no multiplication has to wait for. The last digit is q = T·K mod 2^518, so that the result is as short as m:
    //
    //     T < a·b / R + m' / 2^518 + m < a·b / R + 2m,    R = 2^(518·w)
    //
    // R is at least 2^12·m, so that T is less than 3m whenever a and b are less than 8m, or one of them less than R and the
    // other less than m.
    //
    // The products of a block column, and the bound of its columns, are the subject of BlockColumn.swift.
    //
    // What is known of a modulus, in blocks: w of m, w of M, and K.

    /// How many vectors describe the moduli.
    @inline(__always) func eightModulusCount(_ w: Int) -> Int { (2 &* w &+ 1) &* Block.stride }

    /// result ← a·b / R modulo m, less than 3m, in all lanes.
    ///
    /// - Precondition: a, b as above, of w blocks each; `quotient` has room for w blocks; `one` is 1 (BlockColumn.swift).
    /// `result` may be a or b.
    @inline(never)
    func multiplyEight(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory, quotient: LaneMemory,
        _ w: Int, one: Int
    ) {
        let product = EightProduct(result, a, b, moduli, quotient, w, one: one)
        var column = BlockColumn()
        for i in 0..<2 &* w &- 1 { product.multiply(&column, i) }
        column.finish(result + (w &- 1) &* Block.stride)
    }

    /// The same for two blocks, with the block columns unrolled.
    @inline(never)
    func multiplyEight2(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory, quotient: LaneMemory,
        one: Int
    ) {
        let product = EightProduct(result, a, b, moduli, quotient, 2, one: one)
        var column = BlockColumn()
        product.multiply(&column, 0)
        product.multiply(&column, 1)
        product.multiply(&column, 2)
        column.finish(result + Block.stride)
    }

    /// result ← a² / R modulo m, less than 3m, in all lanes.
    ///
    /// Every product of two different limbs is computed once and doubled: 3·30 multiplications for the square of a block
    /// instead of 150, and half of the products of different blocks.
    ///
    /// In passing it reads up to 4w - 4 limbs of the table for the next window.
    ///
    /// - Precondition: a less than 8m, of w blocks; `quotient` has room for w blocks; `one` is 1. `result` may be a.
    @inline(never)
    func squareEight(
        _ result: LaneMemory, _ a: LaneMemory, _ moduli: LaneMemory, quotient: LaneMemory,
        reading reader: TableReader, _ w: Int, one: Int
    ) {
        var reader = reader
        let product = EightProduct(result, a, a, moduli, quotient, w, one: one)
        var column = BlockColumn()
        for i in 0..<2 &* w &- 1 { product.square(&column, i, reading: &reader) }
        column.finish(result + (w &- 1) &* Block.stride)
    }

    /// The same for two blocks, with the block columns unrolled.
    @inline(never)
    func squareEight2(
        _ result: LaneMemory, _ a: LaneMemory, _ moduli: LaneMemory, quotient: LaneMemory,
        reading reader: TableReader, one: Int
    ) {
        var reader = reader
        let product = EightProduct(result, a, a, moduli, quotient, 2, one: one)
        var column = BlockColumn()
        product.square(&column, 0, reading: &reader)
        product.square(&column, 1, reading: &reader)
        product.square(&column, 2, reading: &reader)
        column.finish(result + Block.stride)
    }

    /// Products of consecutive blocks, x(0)·y(0) + x(1)·y(-1) + ..., which meet in a block column.
    private struct Terms {
        let x: LaneMemory, y: LaneMemory, count: Int

        /// None if `count` is less than one.
        @inline(__always)
        init(_ x: LaneMemory, _ y: LaneMemory, count: Int) {
            self.x = x
            self.y = y
            self.count = count &* Block.stride
        }

        /// z ← z + the products of the lower halves (`part` = 0), the upper ones (5), or the sums of both (10).
        @_transparent
        func add(to z: inout Columns, part: Int) {
            var i = 0
            while i < count {
                z.addProduct(Half(x + (i &+ part)), y + (part &- i))
                i = i &+ Block.stride
            }
        }
    }

    /// A multiplication: where everything is, and what meets in each block column.
    private struct EightProduct {
        let result, a, b, m, multiple, inverse, quotient: LaneMemory
        let w: Int

        /// 1, see BlockColumn.swift.
        let one: Int

        @inline(__always)
        init(
            _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory,
            _ quotient: LaneMemory,
            _ w: Int, one: Int
        ) {
            self.result = result
            self.a = a
            self.b = b
            self.quotient = quotient
            self.w = w
            m = moduli
            multiple = moduli + w &* Block.stride
            inverse = moduli + 2 &* w &* Block.stride
            self.one = one
        }

        /// Block column number `i` of a·b.
        @_transparent
        func multiply(_ column: inout BlockColumn, _ i: Int) {
            column.takeLow(products(i, part: 0, on: Half()), digits(i))
            column.takeHigh(products(i, part: 5, on: column.start))
            column.takeSums(products(i, part: 10, on: column.start))
            end(&column, i)
        }

        /// Block column number `i` of a².
        @_transparent
        func square(_ column: inout BlockColumn, _ i: Int, reading reader: inout TableReader) {
            var low = squares(i, part: 0, on: Half())
            if i > 0 { reader.readTwoLimbs() }
            addQuotients(to: &low, i, part: 0)
            column.takeLow(low, digits(i))
            var high = squares(i, part: 5, on: column.start)
            addQuotients(to: &high, i, part: 5)
            column.takeHigh(high)
            var sums = squares(i, part: 10, on: column.start)
            addQuotients(to: &sums, i, part: 10)
            column.takeSums(sums)
            end(&column, i)
        }

        /// Where the digits of a block column go: they are the quotient's, and then the result's.
        @_transparent
        private func digits(_ i: Int) -> LaneMemory {
            i < w ? quotient + i &* Block.stride : result + (i &- w) &* Block.stride
        }

        /// Stores the digits of a complete block column.
        @_transparent
        private func end(_ column: inout BlockColumn, _ i: Int) {
            if i == w &- 1 {
                column.takeLastDigit(digits(i), m, inverse: inverse, one: one)
            } else {
                column.block.storeUpper(digits(i))
            }
        }
    }

    // MARK: - What meets in block column number i

    extension EightProduct {
        /// `start` + the products that meet there, of one `part` (Terms).
        @_transparent
        private func products(_ i: Int, part: Int, on start: Half) -> Columns {
            var z = Columns(low: start)
            factors(i).add(to: &z, part: part)
            addQuotients(to: &z, i, part: part)
            return z
        }

        /// `start` + the products of a with itself.
        @_transparent
        private func squares(_ i: Int, part: Int, on start: Half) -> Columns {
            var z = Columns()
            pairs(i).add(to: &z, part: part)
            z.double(addingSquare: middle(i) + part, if: i & 1 == 0)
            z.low = z.low &+ start
            return z
        }

        /// z ← z + the products of quotients.
        @_transparent
        private func addQuotients(to z: inout Columns, _ i: Int, part: Int) {
            quotients(i).add(to: &z, part: part)
            lastQuotient(i).add(to: &z, part: part)
        }

        /// a(j)·b(i - j).
        @_transparent
        private func factors(_ i: Int) -> Terms {
            let first = max(0, i &- w &+ 1), end = min(i &+ 1, w)
            return Terms(
                a + first &* Block.stride, b + (i &- first) &* Block.stride, count: (end &- first) &* one)
        }

        /// a(j)·a(i - j), j < i - j.
        @_transparent
        private func pairs(_ i: Int) -> Terms {
            let first = max(0, i &- w &+ 1), end = (i &+ 1) &>> 1
            return Terms(
                a + first &* Block.stride, a + (i &- first) &* Block.stride, count: (end &- first) &* one)
        }

        /// a(i/2), for an even i.
        @_transparent
        private func middle(_ i: Int) -> LaneMemory { a + (i &>> 1) &* Block.stride }

        /// q(j)·M(i - 1 - j), for all digits but the last.
        @_transparent
        private func quotients(_ i: Int) -> Terms {
            let first = max(0, i &- w), end = min(i, w &- 1)
            return Terms(
                quotient + first &* Block.stride, multiple + (i &- 1 &- first) &* Block.stride,
                count: (end &- first) &* one)
        }

        /// q(w - 1)·m(i - w + 1), once that digit is known.
        @_transparent
        private func lastQuotient(_ i: Int) -> Terms {
            let last = w &- 1
            return Terms(
                quotient + last &* Block.stride, m + (i &- last) &* Block.stride, count: i > last ? one : 0)
        }
    }

#endif
