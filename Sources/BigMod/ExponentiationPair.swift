/// Two exponentiations of one width at once, on the machine's own words: the two halves of a signature. The products of
/// both are interleaved, which fills the time that a single one waits for its carries; see `MontgomeryPairRows`.
///
/// The numbers of the halves stand side by side, `width` limbs each:
///
///     limbs   2·width     2·width   2·width   32 · 2·width   4·width
///             moduli    | value   | power   | table        | product
struct ExponentiationPair {
    private let first: Exponentiation, second: Exponentiation
    private let width: Int
    private let moduli: Limbs, value: Limbs, power: Limbs, table: Limbs, product: Limbs

    /// The limbs of scratch memory that a pair needs.
    static func scratchCount(width: Int) -> Int {
        (6 &+ 2 &* Exponentiation.tableSize) &* width &+ MontgomeryPairKernel.scratchCount(width)
    }

    /// Both exponentiations.
    ///
    /// - Precondition: their moduli have the same width; `scratch` has `scratchCount(width:)` limbs.
    init(_ first: Exponentiation, _ second: Exponentiation, scratch: Limbs) {
        self.first = first
        self.second = second
        width = first.modulus.width
        let size = 2 &* width
        moduli = scratch.slice(0, count: size)
        value = scratch.slice(size, count: size)
        power = scratch.slice(2 &* size, count: size)
        table = scratch.slice(3 &* size, count: Exponentiation.tableSize &* size)
        product = scratch + (3 &+ Exponentiation.tableSize) &* size
    }

    /// Runs both, by the fixed window of `Exponentiation`.
    func run() {
        first.modulus.value.withLimbs { half(moduli, 0).assign($0) }
        second.modulus.value.withLimbs { half(moduli, 1).assign($0) }
        fillTable()
        let windowBits = Exponentiation.windowBits
        let bits = max(first.exponentBitLength, second.exponentBitLength)
        let windows = (bits &+ windowBits &- 1) / windowBits
        select(value, window: windows &- 1)
        for window in stride(from: windows &- 2, through: 0, by: -1) {
            for _ in 0..<windowBits { square(value, value) }
            select(power, window: window)
            multiply(value, value, power)
        }
        first.modulus.leaveMontgomery(first.result, half(value, 0), scratch: product)
        second.modulus.leaveMontgomery(second.result, half(value, 1), scratch: product)
    }

    /// table[i] ← base^i in Montgomery form, for both.
    private func fillTable() {
        for (i, exponentiation) in [first, second].enumerated() {
            let one = half(entry(0), i)
            one.clear()
            one[0] = 1
            exponentiation.modulus.enterMontgomery(one, one, scratch: product)
            exponentiation.modulus.enterMontgomery(half(entry(1), i), exponentiation.base, scratch: product)
        }
        for i in stride(from: 2, to: Exponentiation.tableSize, by: 2) {
            square(entry(i), entry(i / 2))
            multiply(entry(i &+ 1), entry(i), entry(1))
        }
    }

    /// result ← the table's entry for the window of each exponent.
    private func select(_ result: Limbs, window: Int) {
        half(result, 0).select(first.windowValue(window), from: table, entrySize: 2 &* width)
        half(result, 1).select(second.windowValue(window), from: table + width, entrySize: 2 &* width)
    }

    private func entry(_ i: Int) -> Limbs { table.slice(2 &* i &* width, count: 2 &* width) }

    private func half(_ pair: Limbs, _ i: Int) -> Limbs { pair.slice(i &* width, count: width) }

    private func multiply(_ result: Limbs, _ a: Limbs, _ b: Limbs) {
        step(result) {
            MontgomeryPairKernel.multiply(width, result, a, b, modulus: moduli, inverses, scratch: product)
        }
    }

    private func square(_ result: Limbs, _ a: Limbs) {
        step(result) {
            MontgomeryPairKernel.square(width, result, a, modulus: moduli, inverses, scratch: product)
        }
    }

    private var inverses: MontgomeryPairKernel.Pair {
        (first.modulus.negatedInverse, second.modulus.negatedInverse)
    }

    /// One Montgomery step: the place where the fault check makes its errors.
    @inline(__always)
    private func step(_ result: Limbs, _ body: () -> Void) {
        #if RS256_FAULTS
            Fault.inject(intoPair: result, body)
        #else
            body()
        #endif
    }
}
