import RSA
import TestSupport

/// Requests about one key after the other, everything in hexadecimal:
///
///     key DER                         key BITS ENGINE     the private key that the following requests use
///     signature MESSAGE               signature HEX
///     batch MESSAGE …                 signatures HEX …
///     check MESSAGE SIGNATURE         valid | invalid
struct KeySession {
    private var key: RSAPrivateKey?

    /// The answer, or nil when the request is not one of these.
    mutating func answer(to words: [String]) -> String? {
        do {
            let operands = { words.dropFirst().map { bytes(hexadecimal: $0) } }
            switch (words[0], words.count, key) {
            case ("key", 2, _):
                let key = try RSAPrivateKey(derRepresentation: operands()[0])
                self.key = key
                return "key \(key.keySizeInBits) \(key.signingEngine.name)"
            case ("signature", 2, let key?):
                return "signature \(hexadecimal(try key.signature(for: operands()[0])))"
            case ("batch", 2..., let key?):
                let signatures = try key.signatures(for: operands())
                return "signatures " + signatures.map { hexadecimal($0) }.joined(separator: " ")
            case ("check", 3, let key?):
                return key.publicKey.isValidSignature(operands()[1], for: operands()[0]) ? "valid" : "invalid"
            default:
                return nil
            }
        } catch {
            return "error \(error)"
        }
    }
}
