import BigMod
import ConstantTime

/// The numbers of a private key as they were read, before anything is known about them.
struct UncheckedPrivateKey {
    /// n, and its bit length, which has passed the policy.
    let modulus: Nat, modulusBitLength: Int

    /// e, which has passed the policy.
    let publicExponent: UInt64

    /// d.
    let privateExponent: Nat

    /// p and q.
    let prime1: Nat, prime2: Nat

    /// dP, dQ and qInv, where the source gave them.
    let crt: CRTValues?

    /// The values that follow from the others.
    struct CRTValues {
        let exponent1: Nat, exponent2: Nat, coefficient: Nat
    }
}

// The checks of FIPS 186-5 section A.1.1 and SP 800-56B section 6.4.1.2 that need no primality test, and the
// consistency of all eight numbers. Whether p and q are prime is not tested: it would cost more than a signature.
// A key with a composite "prime" either fails here or makes signatures that do not verify, which are not released.
//
// Each check reveals whether it passed, as .keyValidity. Nothing else about the numbers is revealed: all of the
// arithmetic takes a time that depends on the announced lengths.
extension UncheckedPrivateKey {
    /// The key in the form in which it is used.
    ///
    /// - Throws: ``RSAKeyError/invalid(_:)`` with the first rule that is broken.
    /// - Precondition: all numbers were capped at the length of the modulus.
    func validated() throws(RSAKeyError) -> CRTKey {
        let (p, q) = try checkedPrimes()
        try checkPrivateExponentRange()
        let dP = try checkedExponent(modulo: p, given: crt?.exponent1)
        let dQ = try checkedExponent(modulo: q, given: crt?.exponent2)
        let qInv = try checkedCoefficient(p: p, q: q, given: crt?.coefficient)
        return CRTKey(p: p, q: q, dP: dP, dQ: dQ, qInv: qInv)
    }

    /// p and q as moduli of one width.
    private func checkedPrimes() throws(RSAKeyError) -> (p: Modulus, q: Modulus) {
        let width = max(
            Limb.count(bits: prime1.announcedBitLength()), Limb.count(bits: prime2.announcedBitLength()))
        guard let p = Modulus(prime1, width: width), let q = Modulus(prime2, width: width) else {
            throw .invalid(.primeNotOdd)
        }
        try require(!p.value.isEqual(to: q.value), or: .primesEqual)
        try require(p.value.multiplied(by: q.value).isEqual(to: modulus), or: .primesDoNotDivideModulus)
        // The lengths of the primes are public.
        guard min(p.bitLength, q.bitLength) >= modulusBitLength / 4 else { throw .invalid(.primeTooSmall) }
        // |p − q| > 2^(bits/2 − 100), FIPS 186-5 section A.1.3 step 5.4. One of the two differences has wrapped
        // around; the comparison says which.
        let distance = modulusBitLength / 2 &- 100
        let isLess = p.value.isLess(than: q.value)
        let difference = Nat.select(isLess, q.value.subtracting(p.value), p.value.subtracting(q.value))
        try require(!difference.shiftedRight(distance).isZero, or: .primesTooClose)
        return (p, q)
    }

    /// 2^(bits/2) < d < n, FIPS 186-5 section A.1.1 criterion 3a. A small d can be found from n and e (Wiener 1990,
    /// Boneh and Durfee 1999).
    private func checkPrivateExponentRange() throws(RSAKeyError) {
        try require(privateExponent.isLess(than: modulus), or: .privateExponentTooLarge)
        try require(!privateExponent.shiftedRight(modulusBitLength / 2).isZero, or: .privateExponentTooSmall)
    }

    /// d mod (prime − 1), of the prime's width.
    private func checkedExponent(modulo prime: Modulus, given: Nat?) throws(RSAKeyError) -> Nat {
        let one = Nat(1, count: prime.width)
        let order = prime.value.subtracting(one)
        let exponent = privateExponent.remainder(dividingBy: order, bitLength: prime.bitLength)
        let product = exponent.multiplied(by: Nat(publicExponent, count: Limb.count(bits: 64)))
        try require(
            product.remainder(dividingBy: order, bitLength: prime.bitLength).isEqual(to: one),
            or: .privateExponentMismatch)
        if let given { try require(given.isEqual(to: exponent), or: .crtExponentMismatch) }
        return exponent
    }

    /// q⁻¹ mod p, of their width.
    private func checkedCoefficient(p: Modulus, q: Modulus, given: Nat?) throws(RSAKeyError) -> Nat {
        let qModP = p.reduced(q.value)
        // By Fermat's little theorem the inverse is q^(p − 2), if p is prime; that it is one is checked.
        let coefficient = given ?? p.power(qModP, p.value.subtracting(Nat(2, count: p.width)))
        try require(coefficient.isLess(than: p.value), or: .crtCoefficientMismatch)
        let resized = coefficient.resized(p.width)
        try require(
            p.multiplied(qModP, resized).isEqual(to: Nat(1, count: p.width)), or: .crtCoefficientMismatch)
        return resized
    }

    private func require(_ condition: Choice, or defect: RSAKeyDefect) throws(RSAKeyError) {
        guard condition.revealed(as: .keyValidity) else { throw .invalid(defect) }
    }
}
