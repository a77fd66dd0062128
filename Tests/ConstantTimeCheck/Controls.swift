import BigMod
import ConstantTime

/// The mistakes that the check is there to find, made on purpose. If valgrind reports nothing here, it is not looking.
enum Control: String, CaseIterable {
    /// A comparison that stops at the first difference.
    case earlyExit = "early-exit"
    /// A table entry fetched by a secret index.
    case tableLookup = "table-lookup"
    /// A subtraction of the modulus only where it is needed.
    case conditionalSubtraction = "conditional-subtraction"

    /// Makes the mistake with a secret; the result keeps it from being optimised away.
    @inline(never)
    func run(on secret: [UInt8], _ other: [UInt8]) -> UInt8 {
        switch self {
        case .earlyExit:
            for i in secret.indices where secret[i] != other[i] { return UInt8(truncatingIfNeeded: i) }
            return 0xff
        case .tableLookup:
            let table = (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 167) }
            return secret.reduce(0) { $0 ^ table[Int($1)] }
        case .conditionalSubtraction:
            var word = secret.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            let modulus = other.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            if word >= modulus { word = opaque(word &- modulus) }
            return UInt8(truncatingIfNeeded: word)
        }
    }
}

/// Keeps the compiler from turning the branch above into a conditional move, which would be no mistake.
@inline(never) @_optimize(none)
private func opaque(_ word: UInt64) -> UInt64 { word }
