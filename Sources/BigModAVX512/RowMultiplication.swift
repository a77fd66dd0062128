#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Montgomery multiplication and squaring of one number, limbs across the lanes: for a single signature, modulo p and
    // modulo q in turn, and for a single verification.
    //
    // What limits a single multiplication is latency: every quotient digit depends on the one before. Montgomery's digit
    //
    //     q = T·k mod 2^52,  k = -1/m mod 2^52;    T ← (T + q·m) / 2^52
    //
    // costs a multiplication by k before the multiplication by m can begin. For a multiple of m that is -1 modulo 2^52,
    // m' = k·m, the digit is T itself and the lowest column of q·m' need not be computed at all: with
    // M = (m' + 1) / 2^52,
    //
    //     q = T mod 2^52;    T ← (T + q·m') / 2^52 = (T - q) / 2^52 + q·M
    //
    // (Holger Orup, "Simplifying quotient determination in high-radix modular multiplication", ARITH 1995.) The multiplier
    // reads 52 bits only, so that taking T modulo 2^52 is free. M is no longer than m. T now grows to the length of m',
    // one limb more, and so the last digit is taken the ordinary way, with k and m, which brings it back:
    //
    //     T < a·b / 2^(52·limbs) + m' / 2^52 + m < a·b / 2^(52·limbs) + 2m
    //
    // With factors of at most 2m + 1 and limbs that leave 16 bits above m, the result is again at most 2m.
    //
    //     column         0   1   2  ...                      of T; one step:
    //     T             t0  t1  t2                            digit q = t0
    //     T / 2^52      t1  t2  t3  ...   + carry of t0       everything moves down a lane
    //     high halves   hb0 hb1 ...       b(i)·a              of the previous step: the high half of column j belongs
    //                   hq0 hq1 ...       q(i-1)·M            to column j + 1, which has just become column j
    //     low halves    lb0 lb1 ...       b(i+1)·a
    //                   lq0 lq1 ...       q(i)·M
    //
    // Of these only the last waits for the digit: broadcast 1 cycle, multiply 4, add 1. A step is bound by its
    // multiplications, 4·n, and while the last columns of one product are made normal the next one, modulo the other
    // prime, has begun.
    //
    // Squaring. In the rows of register k, the digits b(i) are the limbs a(i) of that register, and
    //
    //     a² = sum over k of a(k)·(a(k) + 2·(what is above register k))
    //
    // so that a row needs no multiplication below its own register: with n = 5, 60 of 100 remain. Twice a limb has 53 bits;
    // the number is doubled as a whole, which leaves limbs of 52 (Row.doubled). As blocks of whole registers, and not limb by
    // limb, the factors are made once for the square and not once per row.
    //
    // Bound: a column takes four products of less than 2^52 per step for at most 80 steps, and the carry of the column
    // below, less than 2^12: in all less than 321·2^52 < 2^61.

    /// A multiplication under way.
    private struct Product<V: LaneVector> {
        /// M.
        let multiple: Row<V>

        /// T without the high halves of the last step, and those.
        var columns = Row<V>(), high = Row<V>()

        /// T ← b·a, for the first digit of b.
        @inline(__always)
        init(_ a: Row<V>, firstDigit b: UInt64, multiple: Row<V>, _ n: Int) {
            self.multiple = multiple
            let b = V(repeating: b)
            columns.addLow(a, b, n)
            high.addHigh(a, b, n)
        }

        /// T ← (T - q) / 2^52 + q·M + b·a; a is zero below register k.
        @inline(__always)
        mutating func step(_ a: Row<V>, digit b: UInt64, from k: Int = 0, _ n: Int) {
            let q = columns.v0.lane0Everywhere
            let b = V(repeating: b)
            high.addLow(a, b, from: k, n)
            high.addLow(multiple, q, n)
            columns = columns.movedDown(n)
            columns.add(high, n)
            high = Row()
            high.addHigh(a, b, from: k, n)
            high.addHigh(multiple, q, n)
        }

        /// T ← (T + q·m) / 2^52, q = T·k: the last digit. Returns T.
        @inline(__always)
        mutating func finish(_ m: Row<V>, k: V, _ n: Int) -> Row<V> {
            let q = V.zero.addingLow(columns.v0, k).lane0Everywhere
            columns.addLow(m, q, n)
            high.addHigh(m, q, n)
            columns = columns.movedDown(n)
            columns.add(high, n)
            return columns.normalized(n)
        }
    }

    /// The kernels for one length: numbers of `limbs` limbs in `n` registers, `vectors` vectors apart in memory.
    private struct RowKernel<V: LaneVector> {
        let n: Int, limbs: Int, vectors: Int

        @inline(__always)
        init(_: V.Type, n: Int, limbs: Int) {
            self.n = n
            self.limbs = limbs
            vectors = (limbs &+ 7) &>> 3
        }

        @inline(__always)
        func multiply(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
            let a = Row<V>(a, n)
            var product = Product(a, firstDigit: b[word: 0], multiple: Row(modulus + vectors, n), n)
            for i in 1..<limbs { product.step(a, digit: b[word: i], n) }
            product.finish(Row(modulus, n), k: (modulus + 2 &* vectors)[register: 0], n).store(result, n)
        }

        @inline(__always)
        func square(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
            let row = Row<V>(a, n), doubled = row.doubled(n), alone = row.doubledAlone(n)
            let first = row.crossFactor(0, doubled: doubled, doubledAlone: alone)
            var product = Product(first, firstDigit: a[word: 0], multiple: Row(modulus + vectors, n), n)

            @inline(__always)
            func steps(_ k: Int) {
                let factor = row.crossFactor(k, doubled: doubled, doubledAlone: alone)
                for i in max(1, k &* V.count)..<min((k &+ 1) &* V.count, limbs) {
                    product.step(factor, digit: a[word: i], from: k, n)
                }
            }
            steps(0)
            steps(1)
            steps(2)
            steps(3)
            if n > 4 { steps(4) }
            if n > 5 { steps(5) }
            if n > 6 { steps(6) }
            if n > 7 { steps(7) }
            if n > 8 { steps(8) }
            if n > 9 { steps(9) }
            product.finish(Row(modulus, n), k: (modulus + 2 &* vectors)[register: 0], n).store(result, n)
        }
    }

    @inline(never)
    private func multiply1024(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(HalfLanes.self, n: 5, limbs: 20).multiply(result, a, b, modulus)
    }

    @inline(never)
    private func multiply1536(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(Lanes.self, n: 4, limbs: 30).multiply(result, a, b, modulus)
    }

    @inline(never)
    private func multiply2048(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(Lanes.self, n: 5, limbs: 40).multiply(result, a, b, modulus)
    }

    @inline(never)
    private func square1024(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(HalfLanes.self, n: 5, limbs: 20).square(result, a, modulus)
    }

    @inline(never)
    private func square1536(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(Lanes.self, n: 4, limbs: 30).square(result, a, modulus)
    }

    @inline(never)
    private func square2048(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(Lanes.self, n: 5, limbs: 40).square(result, a, modulus)
    }

    @inline(never)
    private func multiply3072(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(Lanes.self, n: 8, limbs: 60).multiply(result, a, b, modulus)
    }

    @inline(never)
    private func multiply4096(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(Lanes.self, n: 10, limbs: 80).multiply(result, a, b, modulus)
    }

    @inline(never)
    private func square3072(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        RowKernel(Lanes.self, n: 8, limbs: 60).square(result, a, modulus)
    }

    /// result ← a·b / 2^(52·limbs) modulo m, at most 2m, for numbers of `vectors` = 3, 4, 5, 8 or 10 vectors: 20, 30,
    /// 40, 60 or 80 limbs.
    ///
    /// - Precondition: a, b at most 2m + 1. `result` may be a or b.
    @inline(__always)
    func multiplyRow(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory, _ vectors: Int
    ) {
        switch vectors {
        case 3: multiply1024(result, a, b, modulus)
        case 4: multiply1536(result, a, b, modulus)
        case 5: multiply2048(result, a, b, modulus)
        case 8: multiply3072(result, a, b, modulus)
        default: multiply4096(result, a, b, modulus)
        }
    }

    /// result ← a² / 2^(52·limbs) modulo m, at most 2m.
    ///
    /// - Precondition: a at most 2m + 1. `result` may be a.
    @inline(__always)
    func squareRow(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory, _ vectors: Int) {
        switch vectors {
        case 3: square1024(result, a, modulus)
        case 4: square1536(result, a, modulus)
        case 5: square2048(result, a, modulus)
        case 8: square3072(result, a, modulus)
        // With ten registers the doubled rows are in memory, and reading them costs more than they save.
        default: multiply4096(result, a, a, modulus)
        }
    }

#endif
