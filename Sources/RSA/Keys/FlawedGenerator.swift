import BigMod
import ConstantTime

/// Recognises the moduli of a flawed key generator ("ROCA", CVE-2017-15361: Nemec, Sýs, Švenda, Klinec and Matyáš, "The
/// Return of Coppersmith's Attack", CCS 2017, section 2).
///
/// Its primes are k·M + (65537^a mod M), where M is the product of the first 39 primes, or of more of them in longer keys. So
/// n is a power of 65537 modulo M, and whoever knows that can factor n. Of other moduli one in 2^154 is such a power.
enum FlawedGenerator {
    /// The primes of M but 2 and 97, those first that tell the most moduli apart.
    private static let primes: [UInt32] = [
        37, 79, 11, 61, 73, 127, 151, 13, 17, 19, 53, 71, 103, 107, 109, 157,
        3, 5, 7, 23, 29, 31, 41, 43, 47, 59, 67, 83, 89, 101, 113, 131, 137, 139, 149, 163, 167,
    ]

    /// A logarithm to base 65537 modulo a prime, and the order of 65537 there: other logarithms differ by multiples of it.
    private struct Logarithm {
        let value: Int, order: Int

        /// Whether some exponent has both logarithms (the Chinese remainder theorem for moduli that share factors).
        func isCompatible(with other: Logarithm) -> Bool {
            (value - other.value).isMultiple(of: greatestCommonDivisor(order, other.order))
        }
    }

    /// Whether n is such a modulus. The time depends on n, which is public.
    ///
    /// - Complexity: O(n); fifteen moduli of sixteen are done with the first prime.
    static func hasMade(_ n: Nat) -> Bool {
        // Modulo 97 one remainder of sixteen is a power of 65537, the smallest share among the primes.
        guard let first = logarithm(of: n.remainderModulo97VarTime(), modulo: 97) else { return false }
        let modulus = n.bigEndianBytes(n.count &* Limb.bitWidth / 8).copied()
        var logarithms = [first]
        for prime in primes {
            guard let logarithm = logarithm(of: remainder(modulus, prime), modulo: prime),
                logarithms.allSatisfy(logarithm.isCompatible)
            else { return false }
            logarithms.append(logarithm)
        }
        return true
    }

    /// The least x with 65537^x ≡ a modulo the prime; nil if no power of 65537 is a.
    private static func logarithm(of a: UInt32, modulo prime: UInt32) -> Logarithm? {
        var power: UInt32 = 1
        var order = 0
        var value: Int?
        repeat {
            if power == a { value = order }
            power = power * 65537 % prime
            order += 1
        } while power != 1
        return value.map { Logarithm(value: $0, order: order) }
    }

    /// The number modulo a prime of at most 16 bits.
    private static func remainder(_ number: [UInt8], _ prime: UInt32) -> UInt32 {
        number.reduce(0) { ($0 << 8 | UInt32($1)) % prime }
    }
}

/// Euclid's algorithm.
private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
}
