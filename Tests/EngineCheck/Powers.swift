import BigMod
import ConstantTime
import TestSupport

/// A set of powers with secret exponents, all of one announced length.
///
/// Half of the bases are twice as long as the moduli, as messages are. Most exponents are short: every power makes a table of
/// 32 numbers first, so that even they take half a hundred products.
struct SecretPowers: ComparedPowers {
    let width: Int
    private let exponentBits: Int
    private let operands: [(modulus: Modulus, base: Nat, exponent: Nat)]

    init(width: Int, count: Int, _ source: inout Operands) {
        self.width = width
        let bits = source.random(below: 64) == 0 ? 64 * width : 1 + source.random(below: 12)
        exponentBits = bits
        operands = (0..<count).map { _ in
            let modulus = source.modulusValue(width: width)
            guard let modulus = Modulus(modulus, width: width) else { preconditionFailure("no modulus") }
            let exponent = source.number(width: width).shiftedRight(64 * width - bits).resized(width)
            let isLong = source.random(below: 2) == 0
            let base = isLong ? source.number(width: 2 * width) : source.base(modulo: modulus)
            return (modulus, base, exponent)
        }
    }

    func results(by engine: Engine) -> [Nat] {
        let results = operands.map { _ in Nat(count: width) { _ in } }
        let set = zip(operands, results).map { operands, result in
            // The arrays outlive the run.
            unsafe Exponentiation(
                base: operands.base.borrowedLimbs, exponent: operands.exponent.borrowedLimbs,
                exponentBitLength: exponentBits, modulus: operands.modulus, result: result.borrowedLimbs)
        }
        withExtendedLifetime((operands, results)) {
            let count = Exponentiation.scratchCount(width: width, setCount: set.count, engine: engine)
            withScratch(count) { Exponentiation.run(set, by: engine, scratch: $0) }
        }
        return results
    }

    func description(of index: Int) -> String {
        let (modulus, base, exponent) = operands[index]
        return [("m", modulus.value), ("base", base), ("exponent", exponent)]
            .map { "\($0) \(hexadecimal($1.bigEndianBytes(8 * $1.count).copied()))" }.joined(separator: "\n")
    }
}

/// A power with a public exponent, alone.
struct SinglePublicPower: ComparedPowers {
    let width: Int
    private let modulus: PublicModulus, base: Nat, exponent: UInt64

    init(width: Int, _ source: inout Operands) {
        self.width = width
        let value = source.modulusValue(width: width)
        guard let modulus = PublicModulus(value), let forReduction = Modulus(value) else {
            preconditionFailure("no modulus")
        }
        self.modulus = modulus
        base = source.base(modulo: forReduction)
        exponent =
            switch source.random(below: 4) {
            case 0: 3
            case 1: UInt64(2 * source.random(below: 1 << 20) + 3)
            default: 65537
            }
    }

    func results(by engine: Engine) -> [Nat] {
        let power = Nat(count: width) { result in
            base.withLimbs { base in
                withScratch(modulus.powerVarTimeScratchCount(by: engine)) { scratch in
                    modulus.powerVarTime(result, base, exponent: exponent, by: engine, scratch: scratch)
                }
            }
        }
        return [power]
    }

    func description(of _: Int) -> String {
        "m \(hexadecimal(modulus.value.bigEndianBytes(8 * width).copied()))\n"
            + "base \(hexadecimal(base.bigEndianBytes(8 * width).copied()))\nexponent \(exponent)"
    }
}

/// Eight powers with a public exponent: one after the other by the portable engine, side by side by the other.
struct EightPublicPowers: ComparedPowers {
    let width: Int
    private let operands: [(modulus: PublicModulus, base: Nat)], exponent: UInt64

    init(width: Int, _ source: inout Operands) {
        self.width = width
        var operands: [(modulus: PublicModulus, base: Nat)] = []
        for _ in 0..<8 {
            // Half of them have the modulus of their neighbour, for which less is computed.
            let neighbour = source.random(below: 2) == 0 ? operands.last?.modulus.value : nil
            let value = neighbour ?? source.modulusValue(width: width)
            guard let modulus = PublicModulus(value), let forReduction = Modulus(value) else {
                preconditionFailure("no modulus")
            }
            operands.append((modulus, source.base(modulo: forReduction)))
        }
        self.operands = operands
        exponent = [3, 17, 65537, UInt64(2 * source.random(below: 1 << 20) + 3)][source.random(below: 4)]
    }

    func results(by engine: Engine) -> [Nat] {
        let results = operands.map { _ in Nat(count: width) { _ in } }
        let set = zip(operands, results).map { operands, result in
            // The arrays outlive the run.
            unsafe PublicPower(
                base: operands.base.borrowedLimbs, modulus: operands.modulus, result: result.borrowedLimbs)
        }
        withExtendedLifetime((operands, results)) {
            let didRun = withScratch(PublicPower.scratchCount(width: width, engine: engine)) {
                PublicPower.runVarTime(set, exponent: exponent, by: engine, scratch: $0)
            }
            if !didRun { runAlone(results) }
        }
        return results
    }

    private func runAlone(_ results: [Nat]) {
        for ((modulus, base), result) in zip(operands, results) {
            withScratch(modulus.powerVarTimeScratchCount(by: .portable)) { scratch in
                // As above.
                unsafe modulus.powerVarTime(
                    result.borrowedLimbs, base.borrowedLimbs, exponent: exponent, by: .portable,
                    scratch: scratch)
            }
        }
    }

    func description(of index: Int) -> String {
        let (modulus, base) = operands[index]
        return "m \(hexadecimal(modulus.value.bigEndianBytes(8 * width).copied()))\n"
            + "base \(hexadecimal(base.bigEndianBytes(8 * width).copied()))\nexponent \(exponent)"
    }
}
