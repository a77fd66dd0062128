import TestSupport

@testable import RSA

/// Published test keys.
enum TestKeys {
    /// The key of RFC 7515, appendix A.2: 2048 bits, by its numbers in big-endian bytes.
    static let rfc7515Numbers: [String: [UInt8]] = {
        guard let file = try? VectorFile.json("rfc/rfc7515-a2.json") as? [String: Any],
            let numbers = file["jwkHex"] as? [String: String]
        else { preconditionFailure("rfc/rfc7515-a2.json is missing or damaged") }
        return numbers.mapValues { bytes(hexadecimal: $0) }
    }()

    /// A number of that key: n, e, d, p, q, dp, dq or qi.
    static func number(_ name: String) -> [UInt8] {
        rfc7515Numbers[name] ?? []
    }

    /// The same key, loaded.
    static func rfc7515() throws -> RSAPrivateKey {
        try RSAPrivateKey(
            modulus: number("n"), publicExponent: number("e"), privateExponent: number("d"),
            prime1: number("p"), prime2: number("q"))
    }
}
