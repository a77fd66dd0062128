/// One modular exponentiation, result ← base^exponent mod m, with a secret base and a secret exponent.
///
/// Everything that a private-key operation needs is a *set* of these, independent of each other and of one width:
/// a signature by the Chinese remainder theorem is a set of two, a batch of n signatures a set of 2n. The callers
/// build the set and do not know how it is run.
package struct Exponentiation {
    /// The base: any number of `width` limbs, or of twice as many, for a message that is not reduced yet.
    let base: Limbs

    /// The exponent. Its announced bit length is public, its value is not.
    let exponent: Limbs, exponentBitLength: Int

    /// m.
    let modulus: Modulus

    /// Where base^exponent mod m goes: `width` limbs. It may be the memory of the base.
    let result: Limbs

    /// One exponentiation.
    ///
    /// - Precondition: the result has the modulus's width, the base that or twice that; the exponent's limbs hold
    ///   `exponentBitLength` bits and it has no more.
    package init(base: Limbs, exponent: Limbs, exponentBitLength: Int, modulus: Modulus, result: Limbs) {
        self.base = base
        self.exponent = exponent
        self.exponentBitLength = exponentBitLength
        self.modulus = modulus
        self.result = result
    }

    /// Runs a set of two: the same as an array of two, without an array.
    ///
    /// - Precondition: as for an array.
    package static func run(
        _ first: Exponentiation, _ second: Exponentiation, by engine: Engine, scratch: Limbs
    ) {
        if runPair(first, second, by: engine, scratch: scratch) { return }
        first.run(scratch: scratch)
        second.run(scratch: scratch)
    }

    /// Runs a set of exponentiations.
    ///
    /// - Precondition: all moduli have the same width, and `scratch` has `scratchCount(width:setCount:engine:)` limbs.
    /// - Complexity: per exponentiation, a squaring per bit and a product per five bits of the exponent.
    package static func run(_ set: [Exponentiation], by engine: Engine, scratch: Limbs) {
        var rest = set[...]
        while rest.count >= leastCountForEight, runEight(rest.prefix(8), by: engine, scratch: scratch) {
            rest.removeFirst(min(8, rest.count))
        }
        while rest.count >= 2 {
            run(rest[rest.startIndex], rest[rest.startIndex &+ 1], by: engine, scratch: scratch)
            rest.removeFirst(2)
        }
        for exponentiation in rest { exponentiation.run(scratch: scratch) }
    }

    /// From how many on eight lanes, some of them for nothing, are faster than two at a time. A kernel for eight takes about as
    /// long as five for one.
    static let leastCountForEight = 6

    /// The limbs of scratch memory that a set needs.
    ///
    /// - Parameters:
    ///   - width: the width of the moduli.
    ///   - setCount: how many exponentiations there are.
    ///   - engine: what runs them.
    package static func scratchCount(width: Int, setCount: Int, engine: Engine) -> Int {
        max(
            scratchCount(width: width),
            kernelScratchCount(width: width, setCount: setCount, engine: engine))
    }
}

// MARK: - The fixed window

// Left to right, five bits at a time (HAC algorithm 14.82 with a full table). The sequence of squarings and
// products depends on the announced length alone: a window of zero is multiplied by one like any other. A wider
// window saves products and costs a longer table, which is read whole each time; five bits are best for the
// lengths of RSA primes. A sliding window would save an eighth of the products, but its schedule is the secret.
extension Exponentiation {
    /// The bits of an exponent that are looked at together.
    static let windowBits = 5

    /// As many powers of the base are kept.
    static let tableSize = 1 << windowBits

    /// The limbs of scratch memory that one exponentiation needs here.
    static func scratchCount(width: Int) -> Int {
        // The table, the power being read from it, and the double-width product.
        (tableSize &+ 1) &* width &+ MontgomeryKernel.scratchCount(width)
    }

    /// Runs this exponentiation alone, on the machine's own words.
    func run(scratch: Limbs) {
        let width = modulus.width
        let table = scratch.slice(0, count: Self.tableSize &* width)
        let power = scratch.slice(Self.tableSize &* width, count: width)
        let product = scratch + (Self.tableSize &+ 1) &* width

        fill(table, scratch: product)
        let windows = (exponentBitLength &+ Self.windowBits &- 1) / Self.windowBits
        result.select(windowValue(windows &- 1), from: table, entrySize: width)
        for window in stride(from: windows &- 2, through: 0, by: -1) {
            for _ in 0..<Self.windowBits { modulus.montgomerySquare(result, result, scratch: product) }
            power.select(windowValue(window), from: table, entrySize: width)
            modulus.montgomeryMultiply(result, result, power, scratch: product)
        }
        modulus.leaveMontgomery(result, result, scratch: product)
    }

    /// table[i] ← base^i in Montgomery form.
    private func fill(_ table: Limbs, scratch: Limbs) {
        let width = modulus.width
        func entry(_ i: Int) -> Limbs { table.slice(i &* width, count: width) }
        entry(0).clear()
        entry(0)[0] = 1
        modulus.enterMontgomery(entry(0), entry(0), scratch: scratch)
        modulus.enterMontgomery(entry(1), base, scratch: scratch)
        for i in 2..<Self.tableSize {
            if i.isMultiple(of: 2) {
                modulus.montgomerySquare(entry(i), entry(i / 2), scratch: scratch)
            } else {
                modulus.montgomeryMultiply(entry(i), entry(i &- 1), entry(1), scratch: scratch)
            }
        }
    }

    /// The bits of the exponent in window number `window`, counted from the right; none above its end.
    func windowValue(_ window: Int) -> Limb {
        let position = window &* Self.windowBits
        let index = position / Limb.bitWidth
        let shift = position % Limb.bitWidth
        var bits = exponent[index] &>> Limb(truncatingIfNeeded: shift)
        if shift > Limb.bitWidth &- Self.windowBits && index &+ 1 < exponent.count {
            bits |= exponent[index &+ 1] &<< Limb(truncatingIfNeeded: Limb.bitWidth &- shift)
        }
        return bits & Limb(truncatingIfNeeded: Self.tableSize &- 1)
    }
}
