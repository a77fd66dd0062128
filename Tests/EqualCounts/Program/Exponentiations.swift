import BigMod
import ConstantTime
import RSA

/// Exponentiations below the padding of PKCS #1, which keeps signed numbers away from 0 and n: bases and exponents at
/// the edges, in sets of two and of eight, as the engines compute them.
struct Exponentiations {
    let keys: [NamedKey]
    /// How many sets of each kind there are for a key.
    let count: Int
    /// The announced length of the exponents: all of 1024 bits, or fewer to be sooner done.
    let exponentBitLength: Int

    func run(_ counter: Counter) throws {
        for named in keys {
            let numbers = named.key.components
            let moduli = [numbers.prime1, numbers.prime2].compactMap { Modulus(Nat(bigEndian: $0.copied())) }
            precondition(moduli.count == 2, "a prime is no modulus")
            for setCount in [2, 8] {
                for i in 0..<count {
                    let set = (0..<setCount).map { lane in
                        Operands(
                            modulus: moduli[lane % 2], number: i &* setCount &+ lane,
                            exponentBitLength: exponentBitLength)
                    }
                    let engine: Engine = named.key.signingEngine == .avx512 ? .avx512 : .portable
                    run(set, by: engine) { body in
                        if i == 0 { counter.warmUp(body) }
                        counter.count("exponentiations,\(setCount)", "\(named.name),set\(i)", body)
                    }
                }
            }
        }
    }

    /// Hands to `body` what computes the set, and checks the first result of the last run.
    private func run(_ set: [Operands], by engine: Engine, _ body: (() -> Void) -> Void) {
        let width = set[0].modulus.width
        let results = set.map { _ in Nat(count: width) { _ in } }
        let exponentiations = zip(set, results).map { operands, result in
            // The arrays outlive the run; each result is written by its exponentiation alone.
            unsafe Exponentiation(
                base: operands.base.borrowedLimbs, exponent: operands.exponent.borrowedLimbs,
                exponentBitLength: exponentBitLength, modulus: operands.modulus,
                result: result.borrowedLimbs)
        }
        let scratch = Exponentiation.scratchCount(width: width, setCount: set.count, engine: engine)
        withExtendedLifetime((set, results)) {
            withScratch(scratch) { scratch in
                body {
                    if set.count == 2 {
                        Exponentiation.run(
                            exponentiations[0], exponentiations[1], by: engine, scratch: scratch)
                    } else {
                        Exponentiation.run(exponentiations, by: engine, scratch: scratch)
                    }
                }
            }
        }
        for (operands, result) in zip(set, results) {
            let expected = operands.modulus.power(operands.base, operands.exponent)
            precondition(result.isEqual(to: expected).revealed(as: .signature), "wrong power")
        }
    }
}

/// One base and one exponent at an edge.
struct Operands {
    let modulus: Modulus
    let base: Nat, exponent: Nat

    /// Edge number `number`: 35 numbers in a row are all pairs.
    init(modulus: Modulus, number: Int, exponentBitLength: Int) {
        self.modulus = modulus
        let width = modulus.width
        let one = Nat(1, count: width), zero = Nat(0, count: width)
        let last = modulus.value.subtracting(one)
        let bases = [zero, one, last, Nat(2, count: width), last.subtracting(one)]
        let allOnes = zero.subtracting(one)
        let exponents = [
            zero, one, last, allOnes, allOnes.shiftedRight(Limb.bitWidth),
            allOnes.shiftedRight((width &- 1) &* Limb.bitWidth),
            modulus.power(bases[3], last.shiftedRight(3)),
        ]
        base = bases[number % bases.count]
        let excess = width &* Limb.bitWidth &- exponentBitLength
        exponent = exponents[number % exponents.count].shiftedRight(excess).resized(width)
    }
}
