import DER
import RSA
import TestSupport
import Testing

@Suite("Key encodings")
struct KeyEncodingTests {
    static let forms = ["a2-pkcs1", "a2-pkcs8"]
    static let publicForms = ["a2-spki", "a2-pkcs1-public", "a2-cert"]

    @Test("private keys in DER", arguments: forms)
    func privateKeys(name: String) throws {
        let encoding = try VectorFile.bytes("keys/generated/\(name).der")
        let key = try RSAPrivateKey(derRepresentation: encoding)
        #expect(key.publicKey == (try TestKeys.rfc7515()).publicKey)
        #expect((name == "a2-pkcs1" ? key.pkcs1DERRepresentation : key.derRepresentation) == encoding)
    }

    @Test("public keys in DER", arguments: publicForms)
    func publicKeys(name: String) throws {
        let encoding = try VectorFile.bytes("keys/generated/\(name).der")
        let key = try RSAPublicKey(derRepresentation: encoding)
        #expect(key == (try TestKeys.rfc7515()).publicKey)
        #expect(key.modulus == TestKeys.number("n") && key.exponent == TestKeys.number("e"))
        #expect(key.keySizeInBits == 2048)
        switch name {
        case "a2-spki": #expect(key.derRepresentation == encoding)
        case "a2-pkcs1-public": #expect(key.pkcs1DERRepresentation == encoding)
        default: break
        }
    }

    @Test("a private key is not taken for a public one, nor the other way round")
    func halves() throws {
        for name in Self.forms {
            #expect(throws: RSAKeyError.unsuitable(.rsaPrivateKey, needed: .publicKey)) {
                try RSAPublicKey(derRepresentation: VectorFile.bytes("keys/generated/\(name).der"))
            }
        }
        for name in Self.publicForms {
            let found: KeyMaterial = name == "a2-cert" ? .certificate : .rsaPublicKey
            #expect(throws: RSAKeyError.unsuitable(found, needed: .privateKey)) {
                try RSAPrivateKey(derRepresentation: VectorFile.bytes("keys/generated/\(name).der"))
            }
        }
    }

    @Test("every prefix of a key is refused with an error of the encoding", arguments: forms)
    func prefixes(name: String) throws {
        let encoding = try VectorFile.bytes("keys/generated/\(name).der")
        for length in stride(from: 0, to: encoding.count, by: 7) {
            do throws(RSAKeyError) {
                _ = try RSAPrivateKey(derRepresentation: Array(encoding.prefix(length)))
                Issue.record("prefix of \(length) bytes accepted")
            } catch {
                guard case .encoding = error else { throw error }
            }
        }
    }

    @Test("one byte more is refused", arguments: forms)
    func trailing(name: String) throws {
        let encoding = try VectorFile.bytes("keys/generated/\(name).der")
        #expect(throws: RSAKeyError.encoding(.init(.trailingBytes, offset: encoding.count))) {
            try RSAPrivateKey(derRepresentation: encoding + [0])
        }
    }

    @Test("an encoding larger than any key is refused before it is read")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0x30, count: 1 << 20)
        let error = RSAKeyError.tooLarge(byteCount: 1 << 20, maximum: PEMDocument.maximumByteCount)
        #expect(throws: error) { try RSAPrivateKey(derRepresentation: bytes) }
        #expect(throws: error) { try RSAPublicKey(derRepresentation: bytes) }
    }
}
