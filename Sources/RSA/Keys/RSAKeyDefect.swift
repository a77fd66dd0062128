/// What is wrong with the numbers of a key.
public enum RSAKeyDefect: Sendable, Equatable, CustomStringConvertible {
    /// The modulus is even, or 0 or 1.
    case modulusNotOdd
    /// The modulus comes from a key generator whose keys can be factored (CVE-2017-15361, "ROCA").
    case modulusOfFlawedGenerator
    /// The public exponent is even.
    case publicExponentNotOdd
    /// A prime is even, or 0 or 1.
    case primeNotOdd
    /// A prime is shorter than a quarter of the modulus.
    case primeTooSmall
    /// Both primes are the same.
    case primesEqual
    /// The primes differ in their low bits only: |p − q| ≤ 2^(bits/2 − 100).
    case primesTooClose
    /// p·q is not n.
    case primesDoNotDivideModulus
    /// n, e and d are not consistent: no primes could be found.
    case primesNotRecoverable
    /// d is not less than n.
    case privateExponentTooLarge
    /// d ≤ 2^(bits/2).
    case privateExponentTooSmall
    /// e·d is not 1 modulo p − 1 and q − 1.
    case privateExponentMismatch
    /// dP or dQ is not d mod (p − 1) or d mod (q − 1).
    case crtExponentMismatch
    /// qInv is not q⁻¹ mod p.
    case crtCoefficientMismatch

    /// A sentence with the rule that is broken.
    public var description: String {
        switch self {
        case .modulusNotOdd: "the modulus is even or less than 3"
        case .modulusOfFlawedGenerator:
            "the modulus comes from a flawed key generator (CVE-2017-15361) and can be factored: make a new key with "
                + "`openssl genrsa`"
        case .publicExponentNotOdd: "the public exponent is even"
        case .primeNotOdd: "a prime of the key is even or less than 3"
        case .primeTooSmall: "a prime of the key is shorter than a quarter of the modulus"
        case .primesEqual: "both primes of the key are the same"
        case .primesTooClose:
            "the primes of the key are so close to each other that the modulus can be factored"
        case .primesDoNotDivideModulus: "the modulus is not the product of the two primes"
        case .primesNotRecoverable: "modulus, public exponent and private exponent do not belong together"
        case .privateExponentTooLarge: "the private exponent is not less than the modulus"
        case .privateExponentTooSmall:
            "the private exponent is so small that it can be computed from the public key"
        case .privateExponentMismatch:
            "the private exponent does not belong to the public exponent and the primes"
        case .crtExponentMismatch:
            "a CRT exponent (dP, dQ) is not the private exponent modulo prime minus one"
        case .crtCoefficientMismatch: "the CRT coefficient (qInv) is not the inverse of the second prime"
        }
    }
}
