import Base64Coding
import ConstantTime
import DER
import JOSE
import RSA

/// Structures that are deeper, longer or larger than anyone needs.
let extremes = [
    HostileInput("JSON, 10⁵ arrays", bytes(100_000, times: "[")) { _ = try JSONValue(parsing: $0) },
    HostileInput(
        "JSON, 10⁵ arrays, complete",
        bytes(100_000, times: "[", [String](repeating: "]", count: 100_000).joined())
    ) {
        _ = try JSONValue(parsing: $0)
    },
    HostileInput("JSON, 10⁵ objects", bytes(100_000, times: #"{"a":"#)) { _ = try JSONValue(parsing: $0) },
    HostileInput("JSON, 10⁵ arrays under the loosest limits", bytes(100_000, times: "[")) {
        _ = try JSONValue(
            parsing: $0,
            limits: JSONLimits(maximumByteCount: .max, maximumDepth: .max, maximumValueCount: .max))
    },
    HostileInput("JWK, 10⁵ arrays", bytes(100_000, times: "[", from: #"{"kty":"#)) {
        _ = try JWK(parsing: $0)
    },
    HostileInput("JWK set, 10⁵ objects", bytes(100_000, times: #"{"a":"#, from: #"{"keys":["#)) {
        _ = try JWKSet(parsing: $0)
    },
    HostileInput("DER, 10⁵ sequences", nestedSequences(100_000)) { bytes in
        var reader = DERReader(bytes)
        while true { reader = try reader.readSequence() }
    },
    HostileInput(
        "PEM, 10⁶ lines", bytes(1_000_000, times: "A\n", from: "-----BEGIN A-----\n", "-----END A-----\n")
    ) {
        _ = try PEMDocument(parsing: $0)
    },
    HostileInput("PEM, 10⁶ lines before a block", bytes(1_000_000, times: "\n", "-----BEGIN A-----\n")) {
        _ = try PEMDocument(parsing: $0)
    },
    HostileInput(
        "pasted key, 10⁶ lines",
        bytes(1_000_000, times: "A\n", from: "-----BEGIN A-----\n", "-----END A-----\n")
    ) {
        _ = try PastedCredential.document($0)
    },
    HostileInput(
        "private key, 10⁶ lines", bytes(1_000_000, times: "A\\n", from: "-----BEGIN RSA PRIVATE KEY-----\\n")
    ) {
        _ = try RSAPrivateKey(credential: $0)
    },
    HostileInput("16,384-bit modulus, public", publicKey(modulus: number(2048), exponent: [1, 0, 1])) {
        _ = try RSAPublicKey(derRepresentation: $0)
    },
    HostileInput("16,384-bit modulus, legacy policy", publicKey(modulus: number(2048), exponent: [1, 0, 1])) {
        _ = try RSAPublicKey(derRepresentation: $0, policy: .legacy)
    },
    HostileInput("16,384-bit modulus, private", privateKey(modulus: number(2048), other: number(1024))) {
        _ = try RSAPrivateKey(derRepresentation: $0)
    },
    HostileInput("16,384-bit modulus, JWK", jwk(modulus: number(2048), exponent: [1, 0, 1])) {
        _ = try JWK(parsing: $0).publicKey()
    },
    HostileInput(
        "16,384-bit modulus, JWK set",
        Array(#"{"keys":["#.utf8) + jwk(modulus: number(2048), exponent: [1, 0, 1]) + Array("]}".utf8)
    ) {
        try refuse(if: JWKSet(parsing: $0).keys.isEmpty)
    },
    HostileInput("10,000-bit exponent, public", publicKey(modulus: goodModulus, exponent: number(1250))) {
        _ = try RSAPublicKey(derRepresentation: $0, policy: .legacy)
    },
    HostileInput("10,000-bit exponent, JWK", jwk(modulus: goodModulus, exponent: number(1250))) {
        _ = try JWK(parsing: $0).publicKey(policy: .legacy)
    },
    HostileInput("10,000-bit private exponent", privateKey(modulus: goodModulus, other: number(1250))) {
        _ = try RSAPrivateKey(derRepresentation: $0)
    },
]

/// An odd number of so many bytes.
private func number(_ byteCount: Int) -> [UInt8] {
    [UInt8](repeating: 0xfd, count: byteCount)
}

private func nestedSequences(_ depth: Int) -> [UInt8] {
    var bytes: [[UInt8]] = []
    var count = 0
    for _ in 0..<depth {
        var header: [UInt8] = [UInt8(count & 0x7f)]
        if count >= 0x80 {
            var rest = count
            header = []
            while rest > 0 {
                header.insert(UInt8(rest & 0xff), at: 0)
                rest >>= 8
            }
            header.insert(0x80 | UInt8(header.count), at: 0)
        }
        bytes.append([0x30] + header)
        count += 1 + header.count
    }
    return Array(bytes.reversed().joined())
}

private func publicKey(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
    var writer = DERWriter()
    writer.appendSequence { key in
        key.appendUnsignedInteger(modulus)
        key.appendUnsignedInteger(exponent)
    }
    return writer.bytes
}

private func privateKey(modulus: [UInt8], other: [UInt8]) -> [UInt8] {
    var writer = DERWriter()
    writer.appendSequence { key in
        key.appendSmallInteger(0)
        key.appendUnsignedInteger(modulus)
        key.appendUnsignedInteger([1, 0, 1])
        for _ in 0..<6 { key.appendUnsignedInteger(other) }
    }
    return writer.bytes
}

private func jwk(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
    let object: JSONObject = [
        "kty": "RSA", "n": .string(Base64URL.encode(modulus)), "e": .string(Base64URL.encode(exponent)),
    ]
    return object.serialized()
}
