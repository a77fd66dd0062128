import BigMod
import ConstantTime
import RSA

/// Mistakes made on purpose: if the counts of these are equal, nobody is counting.
enum Control: String, CaseIterable {
    /// An exponentiation that leaves out the products for bits that are zero.
    case variableTimePower = "variable-time-power"
    /// A comparison that stops at the first difference.
    case earlyExit = "early-exit"
    /// A subtraction of the modulus only where it is needed.
    case conditionalSubtraction = "conditional-subtraction"

    func run(keys: [NamedKey], _ counter: Counter) throws {
        for named in keys {
            let numbers = named.key.components
            let secret = numbers.exponent1.copied(), other = numbers.exponent2.copied()
            guard let modulus = PublicModulus(Nat(bigEndian: numbers.prime1.copied())) else { continue }
            var result: UInt8 = 0
            counter.count(rawValue, named.name) { result = operate(on: secret, other, modulus) }
            precondition(result != 1, "the result keeps the operation from being left out")
        }
    }

    /// Makes the mistake; never returns 1.
    @inline(never)
    private func operate(on secret: [UInt8], _ other: [UInt8], _ modulus: PublicModulus) -> UInt8 {
        switch self {
        case .variableTimePower:
            let exponent = word(secret) | 1 << 63
            let base = Nat(3, count: modulus.width)
            let power = Nat(count: modulus.width) { result in
                withScratch(modulus.powerVarTimeScratchCount(by: .portable)) { scratch in
                    base.withLimbs {
                        modulus.powerVarTime(result, $0, exponent: exponent, by: .portable, scratch: scratch)
                    }
                }
            }
            return UInt8(power.count)
        case .earlyExit:
            // Not different before the place that the secret says.
            var copy = secret
            copy[Int(other[other.count - 1]) % copy.count] ^= 1
            for i in secret.indices where secret[i] != copy[i] { return UInt8(truncatingIfNeeded: i) | 2 }
            return 0
        case .conditionalSubtraction:
            let modulus = word(other)
            var rest = word(secret)
            if rest >= modulus { rest = UInt64(opaque(UInt(rest &- modulus))) }
            return UInt8(truncatingIfNeeded: rest) | 2
        }
    }

    /// The last eight bytes.
    private func word(_ bytes: [UInt8]) -> UInt64 {
        bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
