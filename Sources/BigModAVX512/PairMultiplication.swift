#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Two Montgomery multiplications side by side, limbs across the lanes: for one signature, whose two halves modulo p
    // and modulo q are independent of each other.
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
    // Of these only the last waits for the digit: broadcast 2 cycles, multiply 4, add 2, carry 2. The step is then bound
    // by its multiplications: 4·n for each half.
    //
    // Bound: a column takes four products of less than 2^52 per step for at most 40 steps, and the carry of the column
    // below, less than 2^12: in all less than 161·2^52 < 2^60.

    /// Offsets into what is known of one modulus, in vectors: m, M, then k in all lanes.
    @inline(__always) func pairModulusCount(_ n: Int) -> Int { 2 &* n &+ 1 }

    /// One of the two multiplications under way.
    private struct Product {
        /// The factor a and M.
        let a: Row, multiple: Row

        /// T without the high halves of the last step, and those.
        var columns = Row(), high = Row()

        /// T ← b·a, for the first digit of b.
        @inline(__always)
        init(a: LaneMemory, modulus: LaneMemory, firstDigit b: UInt64, _ n: Int) {
            self.a = Row(a, n)
            multiple = Row(modulus + n, n)
            let b = Lanes(repeating: b)
            columns.addLow(self.a, b, n)
            high.addHigh(self.a, b, n)
        }

        /// T ← (T - q) / 2^52 + q·M + b·a.
        @inline(__always)
        mutating func step(digit b: UInt64, _ n: Int) {
            let q = columns.v0.lane0Everywhere
            let b = Lanes(repeating: b)
            high.addLow(a, b, n)
            high.addLow(multiple, q, n)
            columns = columns.movedDown(n)
            columns.add(high, n)
            high = Row()
            high.addHigh(a, b, n)
            high.addHigh(multiple, q, n)
        }

        /// T ← (T + q·m) / 2^52, q = T·k: the last digit. Returns T.
        @inline(__always)
        mutating func finish(modulus: LaneMemory, _ n: Int) -> Row {
            let m = Row(modulus, n)
            let q = Lanes.zero.addingLow(columns.v0, modulus[2 &* n]).lane0Everywhere
            columns.addLow(m, q, n)
            high.addHigh(m, q, n)
            columns = columns.movedDown(n)
            columns.add(high, n)
            return columns.normalized(n)
        }
    }

    /// result ← a·b / 2^(52·limbs) modulo m, at most 2m, for both halves. The numbers of the halves are `n` vectors apart.
    ///
    /// - Precondition: a, b at most 2m + 1. `result` may be a or b.
    @inline(__always)
    private func multiplyTogether(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory, _ n: Int, limbs: Int
    ) {
        let modulusP = moduli, modulusQ = moduli + pairModulusCount(n)
        let b1 = b + n
        var p = Product(a: a, modulus: modulusP, firstDigit: b[word: 0], n)
        var q = Product(a: a + n, modulus: modulusQ, firstDigit: b1[word: 0], n)
        for i in 1..<limbs {
            p.step(digit: b[word: i], n)
            q.step(digit: b1[word: i], n)
        }
        let resultP = p.finish(modulus: modulusP, n), resultQ = q.finish(modulus: modulusQ, n)
        resultP.store(result, n)
        resultQ.store(result + n, n)
    }

    /// The same, one half after the other: with four registers to a number, two halves at once do not fit the register file,
    /// while one has enough multiplications in a step to fill the time that its digit takes.
    @inline(__always)
    private func multiplyInTurn(
        _ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory, _ n: Int, limbs: Int
    ) {
        for half in 0..<2 {
            let modulus = moduli + half &* pairModulusCount(n), b = b + half &* n
            var product = Product(a: a + half &* n, modulus: modulus, firstDigit: b[word: 0], n)
            for i in 1..<limbs { product.step(digit: b[word: i], n) }
            product.finish(modulus: modulus, n).store(result + half &* n, n)
        }
    }

    @inline(never)
    func multiply1024(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory) {
        multiplyTogether(result, a, b, moduli, 3, limbs: 20)
    }

    @inline(never)
    func multiply1536(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory) {
        multiplyInTurn(result, a, b, moduli, 4, limbs: 30)
    }

    @inline(never)
    func multiply2048(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory) {
        multiplyInTurn(result, a, b, moduli, 5, limbs: 40)
    }

    /// result ← a·b / 2^(52·limbs) modulo m for both halves, with `n` = 3, 4 or 5 vectors to a number.
    @inline(__always)
    func multiplyPair(_ result: LaneMemory, _ a: LaneMemory, _ b: LaneMemory, _ moduli: LaneMemory, _ n: Int)
    {
        switch n {
        case 3: multiply1024(result, a, b, moduli)
        case 4: multiply1536(result, a, b, moduli)
        default: multiply2048(result, a, b, moduli)
        }
    }

#endif
