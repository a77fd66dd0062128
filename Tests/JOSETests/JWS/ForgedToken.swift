import Base64Coding
import RSA

/// A token of any text, signed or with any bytes for a signature.
struct ForgedToken {
    var header = #"{"alg":"RS256"}"#
    var payload = "{}"
    var signature: [UInt8] = [1]

    /// The token with its signature as it stands.
    var text: String {
        [Array(header.utf8), Array(payload.utf8), signature].map { Base64URL.encode($0) }.joined(
            separator: ".")
    }

    /// The token with a signature that is right.
    func signed(with key: RSAPrivateKey) throws -> String {
        let input = [header, payload].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".")
        return input + "." + Base64URL.encode(try key.signature(for: Array(input.utf8)))
    }
}
