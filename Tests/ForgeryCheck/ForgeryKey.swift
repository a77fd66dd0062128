import BigMod
import ConstantTime
import RSA
import TestSupport

/// A key of the NIST vectors: the public half as users have it, and the bare private operation, which signs any
/// encoded message.
struct ForgeryKey {
    let publicKey: RSAPublicKey

    /// e.
    let exponent: UInt64

    /// How many bytes the modulus has.
    let byteCount: Int

    private let n: PublicModulus
    private let p: Modulus, q: Modulus, dP: Nat, dQ: Nat, qInv: Nat

    /// The key that a record of a file of NIST holds; nil if it holds none.
    init?(_ record: ResponseFile.Record) throws {
        func number(_ name: String) -> [UInt8] { bytes(hexadecimal: record[name] ?? "") }
        let key = try RSAPrivateKey(
            modulus: number("n"), publicExponent: number("e"), privateExponent: number("d"),
            prime1: number("p"), prime2: number("q"), policy: .legacy)
        let components = key.components
        let width = components.prime1.count / MemoryLayout<Limb>.size
        func nat(_ bytes: SecretBytes) -> Nat { Nat(bigEndian: bytes.copied(), count: width) }
        guard let n = PublicModulus(Nat(bigEndian: components.modulus)),
            let p = Modulus(nat(components.prime1), width: width),
            let q = Modulus(nat(components.prime2), width: width)
        else { return nil }
        publicKey = key.publicKey
        exponent = components.publicExponent.reduce(0) { $0 << 8 | UInt64($1) }
        byteCount = components.modulus.count
        (self.n, self.p, self.q) = (n, p, q)
        dP = nat(components.exponent1)
        dQ = nat(components.exponent2)
        qInv = nat(components.coefficient)
    }

    /// The modulus as a public number.
    var modulus: WholeNumber { WholeNumber(bigEndian: publicKey.modulus) }

    /// EM^d mod n, whatever EM is; nil if it is not less than n.
    func sign(_ encodedMessage: [UInt8]) -> [UInt8]? {
        let message = Nat(bigEndian: encodedMessage, count: 2 * p.width)
        guard message.isLess(than: n.value).revealed(as: .signature) else { return nil }
        let m1 = p.power(p.reduced(message), dP)
        let m2 = q.power(q.reduced(message), dQ)
        // (m1 − m2)·qInv mod p, with p added so that nothing is negative.
        let difference = m1.adding(p.value).subtracting(p.reduced(m2))
        let h = p.multiplied(p.reduced(difference), qInv)
        return q.value.multiplied(by: h).adding(m2).bigEndianBytes(byteCount).copied()
    }

    /// s^e mod n, for s of up to twice the length of n.
    func recover(_ signature: [UInt8]) -> [UInt8] {
        let s = Nat(bigEndian: signature).remainder(dividingBy: n.value, bitLength: n.bitLength)
        let recovered = Nat(count: n.width) { result in
            withScratch(n.powerVarTimeScratchCount(by: .preferred)) { scratch in
                s.withLimbs {
                    n.powerVarTime(result, $0, exponent: exponent, by: .preferred, scratch: scratch)
                }
            }
        }
        return recovered.bigEndianBytes(byteCount).copied()
    }

    /// Whether the number is less than n.
    func isReduced(_ signature: [UInt8]) -> Bool {
        Nat(bigEndian: signature).isLess(than: n.value).revealed(as: .signature)
    }
}
