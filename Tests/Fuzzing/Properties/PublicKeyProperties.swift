import DER
import RSA

/// The rules for public keys: what is accepted is written in two forms and read again, and came in one of these forms or
/// in a certificate that holds it.
enum PublicKeyProperties {
    static func check(_ input: [UInt8]) throws(Violation) {
        try checkStrictText(input)
        let key: RSAPublicKey
        do throws(RSAKeyError) {
            key = try RSAPublicKey(credential: input, policy: .legacy)
        } catch {
            try require(!error.description.isEmpty, "an error describes itself")
            try PrivateKeyProperties.checkError(error, input)
            return
        }
        try require(RSAKeyPolicy.legacy.modulusBitLengths.contains(key.keySizeInBits), "the size is allowed")
        let spki = key.derRepresentation, pkcs1 = key.pkcs1DERRepresentation
        for encoding in [spki, pkcs1] {
            let again = try succeeding("a key that was written is read") {
                try RSAPublicKey(derRepresentation: encoding, policy: .legacy)
            }
            try require(again == key, "a key that was written is read as the same key")
        }
        if PastedCredential.isDER(input), input != spki, input != pkcs1 {
            try require(
                PrivateKeyProperties.contains(input, Array(spki.dropFirst(headerCount(spki)))),
                "a certificate holds the key as it is written")
        }
        let numbers = try succeeding("the numbers of a key are a key") {
            try RSAPublicKey(modulus: key.modulus, exponent: key.exponent, policy: .legacy)
        }
        try require(numbers == key, "the numbers of a key are the same key")
        try require(
            !key.isValidSignature(Array(input.suffix(key.modulus.count)), for: input),
            "what is in the input is no signature over it")
        try require(
            (try? RSAPrivateKey(credential: input, policy: .legacy)) == nil || !PastedCredential.isDER(input),
            "an encoding is one half of a key")
    }

    /// Strict PEM is read like pasted PEM, unless there is something in it that would be mended.
    private static func checkStrictText(_ input: [UInt8]) throws(Violation) {
        guard let text = String(validating: input, as: UTF8.self),
            !input.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0 || $0 >= 0x80 }),
            let key = try? RSAPublicKey(pemRepresentation: text, policy: .legacy)
        else { return }
        let pasted = try succeeding("PEM can be pasted") {
            try RSAPublicKey(credential: input, policy: .legacy)
        }
        try require(pasted == key, "pasted PEM is the same key")
    }

    /// How many bytes are in front of the content of the element that `encoding` is.
    private static func headerCount(_ encoding: [UInt8]) -> Int {
        encoding[1] < 0x80 ? 2 : 2 + Int(encoding[1] & 0x7f)
    }
}
