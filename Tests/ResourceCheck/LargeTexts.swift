import Base64Coding
import ConstantTime
import DER
import JOSE

/// 100 MB for each reader of an encoding.
let largeTexts = [
    HostileInput("base64, canonical", bytes(filling: "A")) { _ = try Base64.decode($0) },
    HostileInput("base64, wrong at the end", bytes(filling: "A", "!")) { _ = try Base64.decode($0) },
    HostileInput(secret: "base64, a secret", bytes(filling: "A")) {
        _ = try Base64.decode(SecretSlice($0))
    },
    HostileInput("base64url, canonical", bytes(filling: "A")) { _ = try Base64URL.decode($0) },
    HostileInput(text: "base64url, a string", bytes(filling: "A")) { _ = try Base64URL.decode($0) },
    HostileInput("PEM, no line end", bytes(from: "-----BEGIN A-----\n", filling: "A")) {
        _ = try PEMDocument(parsing: $0)
    },
    HostileInput(text: "PEM, a string", bytes(from: "-----BEGIN A-----\n", filling: "A")) {
        _ = try PEMDocument(parsing: $0)
    },
    HostileInput(secret: "PEM, a secret", bytes(from: "-----BEGIN A-----\n", filling: "A")) {
        _ = try PEMDocument(parsing: $0)
    },
    HostileInput("pasted key, hyphens", bytes(filling: "-")) { _ = try PastedCredential.document($0) },
    HostileInput("pasted key, backslashes", bytes(from: "-----BEGIN A-----", filling: "\\")) {
        _ = try PastedCredential.normalize($0)
    },
    HostileInput("DER, zeros", bytes(filling: "\0")) { bytes in
        var reader = DERReader(bytes)
        _ = try reader.readSequence()
    },
    HostileInput("DER, one element", [0x30, 0x84, 0x05, 0xf5, 0xe0, 0xfa] + bytes(99_999_994, filling: "\0"))
    { bytes in
        var reader = DERReader(bytes)
        var content = try reader.readSequence()
        try reader.finish()
        _ = try content.readNull()
    },
    HostileInput("JSON, spaces", bytes(filling: " ")) { _ = try JSONValue(parsing: $0) },
    HostileInput("JSON, brackets", bytes(filling: "[")) { _ = try JSONValue(parsing: $0) },
    HostileInput(text: "JSON, a string", bytes(from: "\"", filling: "a", "\"")) {
        _ = try JSONValue(parsing: $0)
    },
    HostileInput(text: "JSON, a number", bytes(filling: "1")) { _ = try JSONValue(parsing: $0) },
]
