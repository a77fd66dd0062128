import BigMod
import ConstantTime

// The primes from n, e and d (SP 800-56B revision 2, appendix C.1; HAC section 8.2.2 (i)).
//
// k = e·d − 1 is a multiple of the order of every number modulo n. Write k = 2^t·r with r odd. For a random g the
// sequence g^r, g^2r, g^4r, … ends in 1, and with probability at least 1/2 the number before the first 1 is a
// square root x of 1 other than ±1: then gcd(x − 1, n) and gcd(x + 1, n) are the primes.

/// How many squarings are tried. t is 1 plus the twos in p − 1 or q − 1 and in the quotient of k by their multiple:
/// it exceeds 128 for fewer than one key in 2^100.
private let maximumSquarings = 128

/// The bases that are tried, one after the other. Each fails with probability at most 1/2; they are primes, so that
/// one that fails says little about the next.
let primeRecoveryBases: [UInt64] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
    107,
    109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173,
]

/// The two factors of n, the larger one first.
///
/// - Parameters:
///   - modulus: n.
///   - publicExponent: e.
///   - privateExponent: d.
/// - Throws: ``RSAKeyDefect/primesNotRecoverable`` when the three do not belong together.
/// - Complexity: usually two exponentiations modulo n with an exponent a little longer than n.
func recoverPrimes(
    modulus: Nat, publicExponent: UInt64, privateExponent: Nat
) throws(RSAKeyError) -> (prime1: Nat, prime2: Nat) {
    // n as a modulus for secret numbers, which the public key does not need.
    guard let modulus = Modulus(modulus) else { throw .invalid(.modulusNotOdd) }
    let product = privateExponent.multiplied(by: Nat(publicExponent, count: Limb.count(bits: 64)))
    let oddPart = product.subtracting(Nat(1, count: 1)).oddPart()
    for base in primeRecoveryBases {
        let (root, found, isMultipleOfOrder) = nontrivialRoot(
            Nat(base, count: modulus.width), oddPart, modulus)
        guard isMultipleOfOrder.revealed(as: .keyValidity) else { break }
        // That a base failed is revealed; it is a coin toss, and most keys need one or two.
        guard found.revealed(as: .keyValidity) else { continue }
        let one = Nat(1, count: modulus.width)
        let a = root.subtracting(one).greatestCommonDivisor(modulus.value)
        let b = root.adding(one).resized(modulus.width).greatestCommonDivisor(modulus.value)
        let isLess = a.isLess(than: b)
        return (Nat.select(isLess, b, a), Nat.select(isLess, a, b))
    }
    throw .invalid(.primesNotRecoverable)
}

/// A square root of 1 modulo n other than ±1 in the sequence of squares of base^exponent, whether there is one, and
/// whether the sequence ends in 1, as it must if e·d − 1 is what it should be.
private func nontrivialRoot(
    _ base: Nat, _ exponent: Nat, _ modulus: Modulus
) -> (root: Nat, found: Choice, isMultipleOfOrder: Choice) {
    let one = Nat(1, count: modulus.width)
    let minusOne = modulus.value.subtracting(one)
    var power = modulus.power(base, exponent)
    var root = one
    var found = Choice.no
    for _ in 0..<maximumSquarings {
        let square = modulus.multiplied(power, power)
        let isRoot = square.isEqual(to: one) & !power.isEqual(to: one) & !power.isEqual(to: minusOne)
        root = Nat.select(isRoot, power, root)
        found = found | isRoot
        power = square
    }
    return (root, found, power.isEqual(to: one))
}
