import BenchmarkHarness
import BigMod

/// Modular arithmetic at the widths of the primes of 2048-, 3072- and 4096-bit keys.
var arithmetic: [Benchmark] {
    [1024, 1536, 2048].flatMap { bits in
        let width = Limb.count(bits: bits)
        return [
            Benchmark("modular/multiply/\(width)-limbs") {
                let operands = Operands(bits: bits)
                return {
                    operands.inMontgomeryForm { modulus, a, b, result, scratch in
                        modulus.montgomeryMultiply(result, a, b, scratch: scratch)
                    }
                }
            },
            Benchmark("modular/square/\(width)-limbs") {
                let operands = Operands(bits: bits)
                return {
                    operands.inMontgomeryForm { modulus, a, _, result, scratch in
                        modulus.montgomerySquare(result, a, scratch: scratch)
                    }
                }
            },
            // A secret exponent of the modulus's length, as in each half of a signature.
            Benchmark("modular/exponentiate/\(width)-limbs") {
                let operands = Operands(bits: bits)
                return {
                    operands.inMontgomeryForm { modulus, base, exponent, result, scratch in
                        Exponentiation.run(
                            [
                                Exponentiation(
                                    base: base, exponent: exponent, exponentBitLength: bits, modulus: modulus,
                                    result: result)
                            ], by: .portable, scratch: scratch)
                    }
                }
            },
        ]
    }
}

/// An odd modulus with its top bit set, two numbers below it, and memory to work in. None of it is secret, and it lives
/// as long as the process: an iteration allocates nothing.
private struct Operands {
    private let modulus: Modulus
    private let a: Limbs, b: Limbs
    private let result: Limbs, scratch: Limbs

    init(bits: Int) {
        let width = Limb.count(bits: bits)
        // Multiples of a constant: digits without a pattern. The lowest byte of the modulus is odd.
        func number(_ first: UInt8) -> Nat {
            Nat(
                bigEndian: [first]
                    + (1..<bits / 8).map { UInt8(truncatingIfNeeded: ($0 + Int(first)) &* 0x9e37) | 1 },
                count: width)
        }
        func memory(_ count: Int) -> Limbs {
            let start = UnsafeMutablePointer<Limb>.allocate(capacity: count)
            unsafe start.initialize(repeating: 0, count: count)
            return unsafe Limbs(start: start, count: count)
        }
        guard let modulus = Modulus(number(0xf1)) else { preconditionFailure("the modulus is odd") }
        self.modulus = modulus
        a = memory(width)
        b = memory(width)
        result = memory(width)
        scratch = memory(Exponentiation.scratchCount(width: width, setCount: 1, engine: .portable))
        number(0x51).withLimbs { a.assign($0) }
        number(0xa3).withLimbs { b.assign($0) }
    }

    func inMontgomeryForm(_ body: (Modulus, Limbs, Limbs, Limbs, Limbs) -> Void) {
        body(modulus, a, b, result, scratch)
    }
}
