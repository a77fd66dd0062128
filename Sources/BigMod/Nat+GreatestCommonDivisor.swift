extension Nat {
    /// gcd(self, odd), as long as `odd`.
    ///
    /// Binary algorithm (Stein, 1967) with a fixed number of steps. Each step halves an even u, or, when u is odd,
    /// replaces (u, v) by (|u − v| / 2, min(u, v)); v stays odd. A step takes a bit off u and v together, so twice
    /// the announced length is enough for u to reach zero.
    ///
    /// - Precondition: `odd` is odd, and self has the same announced length.
    /// - Complexity: quadratic in the announced length. Used when a key without primes is loaded, nowhere else.
    package func greatestCommonDivisor(_ odd: Nat) -> Nat {
        Nat(count: odd.count) { v in
            odd.withLimbs { v.assign($0) }
            _ = Nat(count: odd.count) { u in
                withLimbs { u.assign($0) }
                withScratch(odd.count) { difference in
                    for _ in 0..<(2 &* odd.count &* Limb.bitWidth) { steinStep(u, v, difference) }
                }
            }
        }
    }
}

extension Nat {
    /// self / 2^t for the largest t that leaves a whole number; zero stays zero.
    ///
    /// A fixed number of steps, each of which halves an even number and leaves an odd one alone: t is secret.
    ///
    /// - Complexity: quadratic in the announced length. Used when a key without primes is loaded, nowhere else.
    package func oddPart() -> Nat {
        Nat(count: count) { result in
            withLimbs { result.assign($0) }
            withScratch(count) { half in
                for _ in 0..<(count &* Limb.bitWidth) {
                    half.assign(result)
                    half.shiftRight(1)
                    result.assign(half, where: Limb.mask((result[0] & 1) ^ 1))
                }
            }
        }
    }
}

/// One step of the binary algorithm.
private func steinStep(_ u: Limbs, _ v: Limbs, _ difference: Limbs) {
    let isOdd = Limb.mask(u[0] & 1)
    for i in 0..<u.count { difference[i] = u[i] }
    let isLess = Limb.mask(difference.subtract(v)) & isOdd
    v.assign(u, where: isLess)
    // difference ← |u − v|: negated (complement plus one) where u was the smaller.
    var carry = isLess & 1
    for i in 0..<u.count { difference[i] = Carry.add(difference[i] ^ isLess, 0, &carry) }
    u.assign(difference, where: isOdd)
    u.shiftRight(1)
}
