import ConstantTime
import JOSE
import RSA
import TokenExchange

/// 100 MB for each reader of keys.
let largeKeys = [
    HostileInput("private key, DER", bytes(from: "0", filling: "\u{84}")) {
        _ = try RSAPrivateKey(derRepresentation: $0)
    },
    HostileInput("private key, pasted", bytes(filling: "-")) { _ = try RSAPrivateKey(credential: $0) },
    HostileInput("private key, pasted DER", [0x30, 0x84] + bytes(filling: "\0")) {
        _ = try RSAPrivateKey(credential: $0)
    },
    HostileInput(text: "private key, PEM", bytes(from: "-----BEGIN PRIVATE KEY-----\n", filling: "A")) {
        _ = try RSAPrivateKey(pemRepresentation: $0)
    },
    HostileInput("private key, modulus", bytes(filling: "\0")) {
        _ = try RSAPrivateKey(modulus: $0, publicExponent: [1, 0, 1], privateExponent: [1])
    },
    HostileInput("private key, exponent", bytes(filling: "\0")) {
        _ = try RSAPrivateKey(
            modulus: goodModulus, publicExponent: [1, 0, 1], privateExponent: $0)
    },
    HostileInput("private key, prime", bytes(filling: "\0")) {
        _ = try RSAPrivateKey(
            modulus: goodModulus, publicExponent: [1, 0, 1], privateExponent: [1], prime1: $0, prime2: $0)
    },
    HostileInput("private key, components", bytes(filling: "\u{7f}")) {
        let one = SecretBytes(copying: [1])
        _ = try RSAPrivateKey(
            components: RSAPrivateComponents(
                modulus: $0, publicExponent: $0, privateExponent: one, prime1: one, prime2: one,
                exponent1: one, exponent2: one, coefficient: one))
    },
    HostileInput("public key, DER", bytes(from: "0", filling: "\u{7f}")) {
        _ = try RSAPublicKey(derRepresentation: $0)
    },
    HostileInput("public key, pasted", bytes(from: "-----BEGIN PUBLIC KEY-----", filling: " ")) {
        _ = try RSAPublicKey(credential: $0)
    },
    HostileInput(text: "public key, PEM", bytes(from: "-----BEGIN PUBLIC KEY-----\n", filling: "A")) {
        _ = try RSAPublicKey(pemRepresentation: $0)
    },
    HostileInput("public key, modulus", bytes(filling: "\0")) {
        _ = try RSAPublicKey(modulus: $0, exponent: [1, 0, 1])
    },
    HostileInput("public key, exponent", bytes(filling: "\0")) {
        _ = try RSAPublicKey(modulus: goodModulus, exponent: $0)
    },
    HostileInput("JWK", bytes(from: #"{"kty":"RSA","n":""#, filling: "A", #""}"#)) {
        _ = try JWK(parsing: $0)
    },
    HostileInput(text: "JWK, a string", bytes(from: #"{"d":""#, filling: "A", #""}"#)) {
        _ = try JWK(parsing: $0)
    },
    HostileInput(secret: "JWK, a secret", bytes(from: #"{"d":""#, filling: "A", #""}"#)) {
        _ = try JWK(parsing: $0)
    },
    HostileInput("JWK set", bytes(from: #"{"keys":["#, filling: " ", "]}")) { _ = try JWKSet(parsing: $0) },
    HostileInput(text: "JWK set, a string", bytes(from: #"{"keys":["#, filling: " ", "]}")) {
        _ = try JWKSet(parsing: $0)
    },
]

/// A modulus of 2048 bits.
let goodModulus = [UInt8](repeating: 0xff, count: 256)
