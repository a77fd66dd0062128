import RSA
import TestSupport
import Testing

/// `Vectors/negative/signatures.json`: damaged encodings and signatures, and right ones between them.
@Suite("Negative signature vectors")
struct NegativeSignatureTests {
    /// The file.
    struct File: Decodable {
        let cases: [Case]
        let keys: [String: Numbers]
    }

    /// The numbers of a public key, in hexadecimal digits.
    struct Numbers: Decodable {
        let n: String, e: String
    }

    /// A signature and whether it is one.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String, rule: String, key: String, message: String, signature: String, expected: String
        var testDescription: String { id }
    }

    static let file = try? VectorFile.decoded("negative/signatures.json", as: File.self)
    static let cases = file?.cases ?? []
    static let keys: [String: RSAPublicKey] = (file?.keys ?? [:]).compactMapValues { numbers in
        try? RSAPublicKey(
            modulus: number(hexadecimal: numbers.n), exponent: number(hexadecimal: numbers.e), policy: .legacy
        )
    }

    @Test("every case is there")
    func counts() {
        let valid = Self.cases.count { $0.expected == "valid" }
        print("negative/signatures.json: \(Self.cases.count) cases, \(valid) valid")
        #expect(Self.cases.count == 647 && valid == 15)
        #expect(Self.keys.count == 7)
        #expect(Set(Self.cases.map(\.id)).count == 647)
    }

    @Test("a signature is valid or not", arguments: cases)
    func signature(vector: Case) throws {
        let key = try #require(Self.keys[vector.key])
        let isValid = key.isValidSignature(
            bytes(hexadecimal: vector.signature), for: bytes(hexadecimal: vector.message))
        #expect(isValid == (vector.expected == "valid"), "\(vector.rule)")
    }
}
