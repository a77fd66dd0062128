import BigMod

/// The private key in the form in which it is used: two primes and what the Chinese remainder theorem needs
/// (RFC 8017 section 3.2, the second form).
///
/// Two exponentiations of half the length, with exponents of half the length, cost a quarter of one of full
/// length. The modulus n is not needed here, and is not here: the signature is checked against the copy in the
/// public key, which a fault in this memory does not reach.
struct CRTKey: Sendable {
    /// The primes, as moduli of one width.
    let p: Modulus, q: Modulus

    /// d mod (p − 1) and d mod (q − 1), of the same width.
    let dP: Nat, dQ: Nat

    /// q⁻¹ mod p, of the same width, and the same in Montgomery form.
    let qInv: Nat, qInvForm: Nat

    /// The key with these numbers.
    ///
    /// - Precondition: they have one width, and are what they are called.
    init(p: Modulus, q: Modulus, dP: Nat, dQ: Nat, qInv: Nat) {
        self.p = p
        self.q = q
        self.dP = dP
        self.dQ = dQ
        self.qInv = qInv
        qInvForm = p.montgomeryForm(qInv)
    }

    /// How many limbs everything here has.
    var width: Int { p.width }
}

// A signature is message^d mod p·q (RFC 8017 section 5.2.1, step 2b) in two steps. The first is a set of exponentiations
// that know nothing of each other: of one signature, or of many.
extension CRTKey {
    /// m1 ← message^dP mod p and m2 ← message^dQ mod q, to be run.
    ///
    /// - Precondition: the message has `2·width` limbs, m1 and m2 have `width`. The key must be kept alive until the two have
    ///   run.
    func exponentiations(_ message: Limbs, _ m1: Limbs, _ m2: Limbs) -> (p: Exponentiation, q: Exponentiation)
    {
        let bits = max(p.bitLength, q.bitLength)
        return unsafe (
            Exponentiation(
                base: message, exponent: dP.borrowedLimbs, exponentBitLength: bits, modulus: p, result: m1),
            Exponentiation(
                base: message, exponent: dQ.borrowedLimbs, exponentBitLength: bits, modulus: q, result: m2)
        )
    }

    /// signature ← the number that is m1 modulo p and m2 modulo q (Garner, 1959). m1 is overwritten.
    ///
    /// - Precondition: m1 < p and m2 < q; `signature` has `2·width` limbs, `scratch` has `scratchCount`.
    func recombine(_ signature: Limbs, _ m1: Limbs, _ m2: Limbs, scratch: Limbs) {
        // h = (m1 − m2)·qInv mod p, as the difference of two products: m2 may be larger than p.
        let h = scratch.slice(0, count: width)
        let rest = scratch + width
        qInvForm.withLimbs {
            p.multiply(m1, m1, $0, scratch: rest)
            p.multiply(h, m2, $0, scratch: rest)
        }
        p.subtract(m1, m1, h)
        // m2 + q·h, which is less than q + q·(p − 1) = n.
        q.value.withLimbs { signature.multiply($0, m1) }
        signature.addShorter(m2)
    }

    /// The limbs of scratch memory that the second step needs.
    var scratchCount: Int { width &+ p.scratchCount }
}
