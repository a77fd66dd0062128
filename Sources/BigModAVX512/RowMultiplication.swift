#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Montgomery multiplication and squaring with the limbs of a number across the lanes: for a single signature, modulo p and
    // q, and for a single verification. Two numbers of 1024 bits share a row and are worked on in step (Row.swift); longer ones
    // have rows of their own, p and q in turn.
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
    // With factors less than 3m and limbs that leave 16 bits above m, the result is again less than 3m.
    //
    //     column         0   1   2  ...                      of T; one step:
    //     T             t0  t1  t2                            digit q = t0
    //     T / 2^52      t1  t2  t3  ...   + carry of t0       everything moves down a lane
    //     high halves   hb0 hb1 ...       b(i)·a              of the previous step: the high half of column j belongs
    //                   hq0 hq1 ...       q(i-1)·M            to column j + 1, which has just become column j
    //     low halves    lb0 lb1 ...       b(i+1)·a
    //                   lq0 lq1 ...       q(i)·M
    //
    // Of these only the last waits for the digit: spread it 4 cycles, multiply 4, add 1. A step is bound by its
    // multiplications, 4·n.
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
    private struct Product<Shape: RowShape> {
        /// M.
        let multiple: Row<Shape>

        /// T without the high halves of the last step, and those.
        var columns = Row<Shape>(), high = Row<Shape>()

        /// T ← b·a, for the first digit of b.
        @inline(__always)
        init(_ a: Row<Shape>, firstDigit b: Lanes, multiple: Row<Shape>) {
            self.multiple = multiple
            columns.addLow(a, b)
            high.addHigh(a, b)
        }

        /// T ← (T - q) / 2^52 + q·M + b·a; a is zero below register k.
        @inline(__always)
        mutating func step(_ a: Row<Shape>, digit b: Lanes, from k: Int = 0) {
            let q = columns.v0.lowest(Shape.numbers)
            high.addLow(a, b, from: k)
            high.addLow(multiple, q)
            columns = columns.movedDown()
            columns.add(high)
            high = Row()
            high.addHigh(a, b, from: k)
            high.addHigh(multiple, q)
        }

        /// T ← (T + q·m) / 2^52, q = T·k: the last digit. Returns T.
        @inline(__always)
        mutating func finish(_ m: Row<Shape>, k: Lanes) -> Row<Shape> {
            let q = Lanes.zero.addingLow(columns.v0, k).lowest(Shape.numbers)
            columns.addLow(m, q)
            high.addHigh(m, q)
            columns = columns.movedDown()
            columns.add(high)
            return columns.normalized()
        }
    }

    extension RowShape {
        /// Digit i of the number at `memory`, or of both.
        @inline(__always)
        fileprivate static func digit(_ i: Int, _ memory: LaneMemory) -> Lanes {
            guard numbers == 2 else { return Lanes(repeating: memory[word: i]) }
            let p = memory[word: 2 &* i], q = memory[word: 2 &* i &+ 1]
            return Lanes(p, q, p, q, p, q, p, q)
        }

        @inline(__always)
        fileprivate static func multiply(
            _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory
        ) {
            let a = Row<Self>(a)
            var product = Product(a, firstDigit: digit(0, b), multiple: Row(modulus + registers))
            for i in 1..<limbs { product.step(a, digit: digit(i, b)) }
            product.finish(Row(modulus), k: modulus[2 &* registers]).store(result)
        }

        @inline(__always)
        fileprivate static func square(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
            let row = Row<Self>(a), doubled = row.doubled(), alone = row.doubledAlone()
            let first = row.crossFactor(0, doubled: doubled, doubledAlone: alone)
            var product = Product(first, firstDigit: digit(0, a), multiple: Row(modulus + registers))

            @inline(__always)
            func steps(_ k: Int) {
                let factor = row.crossFactor(k, doubled: doubled, doubledAlone: alone)
                for i in max(1, k &* limbsPerRegister)..<min((k &+ 1) &* limbsPerRegister, limbs) {
                    product.step(factor, digit: digit(i, a), from: k)
                }
            }
            steps(0)
            steps(1)
            steps(2)
            steps(3)
            if registers > 4 { steps(4) }
            if registers > 5 { steps(5) }
            if registers > 6 { steps(6) }
            if registers > 7 { steps(7) }
            product.finish(Row(modulus), k: modulus[2 &* registers]).store(result)
        }
    }

    // MARK: - One kernel for each length

    /// Two numbers of 1024 bits.
    enum Two1024: RowShape {
        @inline(__always) static var registers: Int { 5 }
        @inline(__always) static var numbers: Int { 2 }
        @inline(__always) static var limbs: Int { 20 }
    }

    /// One number of 1536 bits.
    enum One1536: RowShape {
        @inline(__always) static var registers: Int { 4 }
        @inline(__always) static var numbers: Int { 1 }
        @inline(__always) static var limbs: Int { 30 }
    }

    /// One number of 2048 bits.
    enum One2048: RowShape {
        @inline(__always) static var registers: Int { 5 }
        @inline(__always) static var numbers: Int { 1 }
        @inline(__always) static var limbs: Int { 40 }
    }

    /// One number of 3072 bits.
    enum One3072: RowShape {
        @inline(__always) static var registers: Int { 8 }
        @inline(__always) static var numbers: Int { 1 }
        @inline(__always) static var limbs: Int { 60 }
    }

    /// One number of 4096 bits.
    enum One4096: RowShape {
        @inline(__always) static var registers: Int { 10 }
        @inline(__always) static var numbers: Int { 1 }
        @inline(__always) static var limbs: Int { 80 }
    }

    @inline(never)
    private func multiplyTwo1024(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory
    ) {
        Two1024.multiply(result, a, b, modulus)
    }

    @inline(never)
    private func multiply1536(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        One1536.multiply(result, a, b, modulus)
    }

    @inline(never)
    private func multiply2048(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        One2048.multiply(result, a, b, modulus)
    }

    @inline(never)
    private func multiply3072(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        One3072.multiply(result, a, b, modulus)
    }

    @inline(never)
    private func multiply4096(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory) {
        One4096.multiply(result, a, b, modulus)
    }

    @inline(never)
    private func squareTwo1024(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        Two1024.square(result, a, modulus)
    }

    @inline(never)
    private func square1536(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        One1536.square(result, a, modulus)
    }

    @inline(never)
    private func square2048(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        One2048.square(result, a, modulus)
    }

    @inline(never)
    private func square3072(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory) {
        One3072.square(result, a, modulus)
    }

    /// result ← a·b / 2^(52·limbs) modulo m, less than 3m, for two numbers of 20 limbs, or one of 30, 40, 60 or 80.
    ///
    /// - Precondition: a, b less than 3m. `result` may be a or b.
    @inline(__always)
    func multiplyRow(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ modulus: LaneMemory, _ layout: RowLayout
    ) {
        switch (layout.registers, layout.numbers) {
        case (5, 2): multiplyTwo1024(result, a, b, modulus)
        case (4, _): multiply1536(result, a, b, modulus)
        case (5, _): multiply2048(result, a, b, modulus)
        case (8, _): multiply3072(result, a, b, modulus)
        default: multiply4096(result, a, b, modulus)
        }
    }

    /// result ← a² / 2^(52·limbs) modulo m, less than 3m.
    ///
    /// - Precondition: a less than 3m. `result` may be a.
    @inline(__always)
    func squareRow(_ result: LaneMemory, _ a: LaneMemory, _ modulus: LaneMemory, _ layout: RowLayout) {
        switch (layout.registers, layout.numbers) {
        case (5, 2): squareTwo1024(result, a, modulus)
        case (4, _): square1536(result, a, modulus)
        case (5, _): square2048(result, a, modulus)
        case (8, _): square3072(result, a, modulus)
        // With ten registers the doubled rows are in memory, and reading them costs more than they save.
        default: multiply4096(result, a, a, modulus)
        }
    }

#endif
