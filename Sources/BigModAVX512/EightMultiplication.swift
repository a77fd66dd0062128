#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Eight Montgomery multiplications, one in each lane, each with its own factors and modulus: for a batch, four
    // signatures of two halves each.
    //
    // Lanes are independent, so that nothing ever moves between them. The work is arranged in blocks of ten limbs, and the
    // product of two blocks (``Columns``) is the one primitive. A number of w blocks is multiplied column of blocks by column of blocks:
    //
    //     block column    0    1    2    3              w = 2, 1024 bits
    //     A·B            00   10   11                   A(i)·B(j), i + j = column
    //                         01
    //     q·m                  00   01                  q(0)·M(j), one column up, see below
    //                          10   11                  q(1)·m(j)
    //
    // The quotient has a digit of 520 bits for each block. As in the pair (RowMultiplication.swift, Orup's method),
    // all digits but the last are the block of T itself, because the multiple m' = K·m, K = -1/m mod 2^520, is -1
    // modulo 2^520, and with M = (m' + 1) / 2^520
    //
    //     q = T mod 2^520;    (T + q·m') / 2^520 = (T - q) / 2^520 + q·M
    //
    // which no multiplication has to wait for. The last digit is q = T·K mod 2^520, so that the result is as short as m:
    //
    //     T < a·b / R + m' / 2^520 + m < a·b / R + 2m,    R = 2^(520·w)
    //
    // Bound of a column: at most 2·10·w low and high halves of A·B (or half of them, doubled), as many of q·m, each less
    // than 2^52, and a carry of less than 2^12: below (40·w + 1)·2^52 < 2^60 for w = 4.
    //
    // What is known of a modulus, in vectors, with 10·w limbs to a number: m, M, then the ten limbs of K.

    /// How many vectors describe the moduli.
    @inline(__always) func eightModulusCount(_ w: Int) -> Int { (2 &* w &+ 1) &* Block.count }

    /// result ← a·b / R modulo m, at most 2m, in all lanes.
    ///
    /// - Precondition: a, b at most 2m + 1, of w blocks each; `quotient` has room for w blocks. `result` may be a or b.
    @inline(never)
    func multiplyEight(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory, quotient: LaneMemory,
        _ w: Int
    ) {
        var columns = Columns()
        for column in 0..<2 &* w {
            var i = max(0, column &- w &+ 1)
            while i < w && i <= column {
                columns.addProduct(Block(a + 10 &* i), b + 10 &* (column &- i))
                i = i &+ 1
            }
            reduceColumn(&columns, column, result, moduli, quotient, w)
        }
    }

    /// result ← a² / R modulo m, at most 2m, in all lanes.
    ///
    /// Every product of two different limbs is computed once and doubled: all columns of these sums first, then twice that and the
    /// squares of the limbs. 10·w·(10·w + 1) multiplications instead of 2·(10·w)².
    ///
    /// In passing it reads a piece of the table for the next window per block column, so that those loads are executed beside the
    /// multiplications: 4 % of the time at 1536 and 2048 bits against reading the table at once, nothing at 1024.
    ///
    /// - Precondition: a at most 2m + 1, of w blocks; `quotient` has room for w blocks, `square` for 2w.
    @inline(never)
    func squareEight(
        _ result: LaneMemory, _ a: LaneMemory, _ moduli: LaneMemory, quotient: LaneMemory, square: LaneMemory,
        _ w: Int,
        reading reader: inout TableReader
    ) {
        var columns = Columns()
        for column in 0..<2 &* w {
            var i = max(0, column &- w &+ 1)
            while 2 &* i < column {
                columns.addProduct(Block(a + 10 &* i), a + 10 &* (column &- i))
                i = i &+ 1
            }
            if column & 1 == 0 { columns.addCrossProducts(Block(a + 5 &* column)) }
            columns.low.combine(columns.low, &+)
            columns.low.addSquares(a + 5 &* column)
            columns.low.store(square + 10 &* column)
            columns.advance(.zero)
        }
        columns = Columns()
        for column in 0..<2 &* w {
            columns.low.combine(Block(square + 10 &* column), &+)
            reduceColumn(&columns, column, result, moduli, quotient, w)
            reader.readPiece()
        }
    }

    /// Adds the quotient's share to a column of blocks whose products are all there, takes its digit of the quotient (the
    /// lower half of the columns) or its block of the result (the upper half), and moves on to the next column.
    @inline(__always)
    private func reduceColumn(
        _ columns: inout Columns, _ column: Int, _ result: LaneMemory, _ moduli: LaneMemory,
        _ quotient: LaneMemory,
        _ w: Int
    ) {
        let m = moduli, multiple = moduli + 10 &* w, inverse = moduli + 20 &* w, last = w &- 1
        var i = max(0, column &- w)
        while i < column && i < last {
            columns.addProduct(Block(multiple + 10 &* (column &- 1 &- i)), quotient + 10 &* i)
            i = i &+ 1
        }
        if column > last && column < 2 &* w &- 1 {
            columns.addProduct(Block(m + 10 &* (column &- last)), quotient + 10 &* last)
        }
        if column == last {
            var digit = columns.low
            _ = digit.normalize()
            var product = Columns()
            product.addProduct(digit, inverse)
            _ = product.low.normalize()
            product.low.store(quotient + 10 &* last)
            columns.addProduct(Block(m), quotient + 10 &* last)
            columns.advance((columns.low.v9 &+ .limbMask).carry)
        } else {
            let carry = columns.low.normalize()
            columns.low.store(column < last ? quotient + 10 &* column : result + 10 &* (column &- w))
            columns.advance(carry)
        }
    }

#endif
