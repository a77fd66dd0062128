import RSA
import TestSupport
import Testing

/// `Vectors/negative/signatures.json`: damaged encodings and signatures, and right ones between them.
@Suite("Negative signature vectors")
struct NegativeSignatureTests {
    static let file = try? VectorFile.decoded("negative/signatures.json", as: NegativeSignatures.self)
    static let cases = file?.cases ?? []
    static let keys: [String: RSAPublicKey] = (file?.keys ?? [:]).compactMapValues { numbers in
        try? RSAPublicKey(
            modulus: number(hexadecimal: numbers.n), exponent: number(hexadecimal: numbers.e), policy: .legacy
        )
    }

    @Test("every case is there")
    func counts() {
        let valid = Self.cases.count(where: \.isValid)
        print("negative/signatures.json: \(Self.cases.count) cases, \(valid) valid")
        #expect(Self.cases.count == 647 && valid == 15)
        #expect(Self.keys.count == 7)
        #expect(Set(Self.cases.map(\.id)).count == 647)
    }

    @Test("a signature is valid or not", arguments: cases)
    func signature(vector: NegativeSignatures.Case) throws {
        let key = try #require(Self.keys[vector.key])
        let isValid = key.isValidSignature(
            bytes(hexadecimal: vector.signature), for: bytes(hexadecimal: vector.message))
        #expect(isValid == vector.isValid, "\(vector.rule)")
    }
}
