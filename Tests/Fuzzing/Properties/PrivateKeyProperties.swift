import DER
import RSA

/// The rules for private keys: what is accepted is written in two forms and read again, signs, and came in one of the
/// forms that are written.
enum PrivateKeyProperties {
    static func check(_ input: [UInt8]) throws(Violation) {
        try checkStrictText(input)
        let key: RSAPrivateKey
        do throws(RSAKeyError) {
            key = try RSAPrivateKey(credential: input, policy: .legacy)
        } catch {
            try require(!error.description.isEmpty, "an error describes itself")
            try checkError(error, input)
            return
        }
        try require(RSAKeyPolicy.legacy.modulusBitLengths.contains(key.keySizeInBits), "the size is allowed")
        let pkcs8 = key.derRepresentation, pkcs1 = key.pkcs1DERRepresentation
        for encoding in [pkcs8, pkcs1] {
            let again = try succeeding("a key that was written is read") {
                try RSAPrivateKey(derRepresentation: encoding, policy: .legacy)
            }
            try require(again.derRepresentation == pkcs8, "a key that was written is read as the same key")
        }
        if PastedCredential.isDER(input), input != pkcs8, input != pkcs1 {
            // Attributes are passed over, and nothing else.
            try require(input.count > pkcs8.count, "what is accepted is written as the same bytes")
            try require(contains(input, pkcs1), "the key stands in the encoding as it is written")
        }
        let message = Array(input.prefix(16))
        // What looks like a prime need not be one; then no signature is released.
        guard let signature = try? key.signature(for: message) else { return }
        try require(key.publicKey.isValidSignature(signature, for: message), "a signature verifies")
    }

    /// Strict PEM is read like pasted PEM, unless there is something in it that would be mended.
    private static func checkStrictText(_ input: [UInt8]) throws(Violation) {
        guard let text = String(validating: input, as: UTF8.self),
            !input.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0 || $0 >= 0x80 }),
            let key = try? RSAPrivateKey(pemRepresentation: text, policy: .legacy)
        else { return }
        let pasted = try succeeding("PEM can be pasted") {
            try RSAPrivateKey(credential: input, policy: .legacy)
        }
        try require(pasted.derRepresentation == key.derRepresentation, "pasted PEM is the same key")
    }

    /// Places in DER are within it.
    static func checkError(_ error: RSAKeyError, _ input: [UInt8]) throws(Violation) {
        if case .encoding(let error) = error {
            try require((0...input.count).contains(error.offset), "the offset of an error is in the input")
        }
    }

    static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= bytes.count else { return false }
        return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
    }
}
