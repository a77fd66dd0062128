import Base64Coding
import ConstantTime
public import RSA

/// The private numbers of a key, as far as its JWK has them (RFC 7518 section 6.3.2).
enum JWKPrivateNumbers: Sendable {
    /// d alone; the primes can be computed.
    case exponent(SecretBytes)
    /// d, p, q, dP, dQ and qInv.
    case all(RSAPrivateComponents)

    /// The names of the numbers that are all there or none.
    private static let crtNames = ["p", "q", "dp", "dq", "qi"]

    /// The private numbers among `members`; nil if there are none.
    init?(_ members: JWKMembers, modulus: [UInt8], publicExponent: [UInt8]) throws(JWKError) {
        let names = members.secrets.map { $0.name }
        guard !names.contains("oth") else { throw .key(.unsuitable(.multiPrimeRSAKey, needed: .privateKey)) }
        let hasCRT = names.contains { Self.crtNames.contains($0) }
        guard hasCRT || names.contains("d") else { return nil }
        let privateExponent = try Self.number("d", of: members)
        guard hasCRT else {
            self = .exponent(privateExponent)
            return
        }
        self = .all(
            RSAPrivateComponents(
                modulus: modulus, publicExponent: publicExponent, privateExponent: privateExponent,
                prime1: try Self.number("p", of: members), prime2: try Self.number("q", of: members),
                exponent1: try Self.number("dp", of: members), exponent2: try Self.number("dq", of: members),
                coefficient: try Self.number("qi", of: members)))
    }

    /// A secret number: base64url without JSON escapes, which it has no use for.
    private static func number(_ name: String, of members: JWKMembers) throws(JWKError) -> SecretBytes {
        guard let member = members.secrets.first(where: { $0.name == name }) else {
            throw .memberMissing(name)
        }
        guard let content = member.content else { throw .memberMalformed(name) }
        let number: SecretBytes
        do throws(Base64Error) {
            number = try Base64URL.decode(SecretSlice(content))
        } catch {
            throw .encoding(member: name, error)
        }
        // The length is public, and a key whose number has a superfluous byte is not used.
        guard number.count > 0, !Choice.isZero(UInt(number[0])).revealed(as: .keyValidity) else {
            throw .numberNotMinimal(member: name)
        }
        return number
    }
}

extension JWK {
    /// The key for signing. A key that has d alone gets its primes computed, which takes as long as some dozens of
    /// signatures.
    ///
    /// - Throws: ``RSAKeyError`` if the key is public, if it is for something else than RS256 signatures (see
    ///   ``isForSigning``), if the policy refuses it, or if its numbers do not belong together: all of them are checked
    ///   against each other.
    public func privateKey(policy: RSAKeyPolicy = .default) throws(RSAKeyError) -> RSAPrivateKey {
        switch privateNumbers {
        case nil:
            throw .unsuitable(.rsaPublicKey, needed: .privateKey)
        case _? where !isForSigning:
            throw .unsuitable(.rsaKeyForAnotherUse, needed: .privateKey)
        case .all(let components)?:
            return try RSAPrivateKey(components: components, policy: policy)
        case .exponent(let exponent)?:
            return try withWipedCopy(of: exponent) { (exponent) throws(RSAKeyError) in
                try RSAPrivateKey(
                    modulus: modulus, publicExponent: publicExponent, privateExponent: exponent,
                    policy: policy)
            }
        }
    }
}
