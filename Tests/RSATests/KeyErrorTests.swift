import DER
import RSA
import TestSupport
import Testing

@Suite("Key errors")
struct KeyErrorTests {
    static let defects: [RSAKeyDefect] = [
        .modulusNotOdd, .modulusOfFlawedGenerator, .publicExponentNotOdd, .primeNotOdd, .primeTooSmall,
        .primesEqual, .primesTooClose,
        .primesDoNotDivideModulus, .primesNotRecoverable, .privateExponentTooLarge, .privateExponentTooSmall,
        .privateExponentMismatch, .crtExponentMismatch, .crtCoefficientMismatch,
    ]

    static let errors: [(error: RSAKeyError, words: String)] = [
        (.text(PEMError(.escapedLineBreaks, line: 1)), "line 1"),
        (.credential(CredentialError(.missingEnd, line: 3)), "line 3"),
        (.labelMismatch(label: "PRIVATE KEY", line: 7), "line 7"),
        (.tooLarge(byteCount: 70_000, maximum: 65_536), "70000 bytes"),
        (.severalKeys(line: 28), "line 28"),
        (.unsupportedVersion, "version"),
        (.algorithmParameters, "NULL"),
        (.modulusBitLength(1024, allowed: 2048...8192), "1024"),
        (.publicExponentOutOfRange(allowed: 65537...0xffff_ffff), "65537"),
        (.numberTooLong, "modulus"),
        (.unsuitable(.rsaKeyForAnotherUse, needed: .privateKey), "else than making RS256"),
        (.unsuitable(.rsaKeyForAnotherUse, needed: .publicKey), "else than verifying RS256"),
        (
            .unsuitable(.pemBlock(label: "DH PARAMETERS"), needed: .privateKey),
            "DH PARAMETERS is no key; a PRIVATE KEY"
        ),
        (
            .unsuitable(.pemBlock(label: "DH PARAMETERS"), needed: .publicKey),
            "DH PARAMETERS is no key; a PUBLIC KEY"
        ),
    ]

    @Test("each defect has a sentence of its own, which its error repeats")
    func defectSentences() {
        let sentences = Self.defects.map(\.description)
        #expect(Set(sentences).count == Self.defects.count)
        for (defect, sentence) in zip(Self.defects, sentences) {
            #expect("\(RSAKeyError.invalid(defect))".hasSuffix(sentence))
        }
    }

    @Test("an error says what is wrong, and where", arguments: errors)
    func sentence(error: RSAKeyError, words: String) {
        #expect(error.description.contains(words), "\(error)")
    }

    @Test("a size that is refused is named with the bound that it breaks")
    func sizes() {
        #expect(
            RSAKeyError.modulusBitLength(2047, allowed: 2048...8192).description
                == "the key has 2047 bits, the minimum is 2048: make a new one with `openssl genrsa -out FILE 2048`"
        )
        #expect(
            RSAKeyError.modulusBitLength(1023, allowed: 1024...8192).description
                == "the key has 1023 bits, the minimum is 1024: make a new one with `openssl genrsa -out FILE 2048`"
        )
        #expect(
            RSAKeyError.modulusBitLength(2049, allowed: 3072...8192).description
                == "the key has 2049 bits, the minimum is 3072: make a new one with `openssl genrsa -out FILE 3072`"
        )
        #expect(
            RSAKeyError.modulusBitLength(8193, allowed: 2048...8192).description
                == "the key has 8193 bits, the maximum is 8192")
    }

    @Test("a block that is no key is named")
    func otherBlock() {
        let text = "-----BEGIN DH PARAMETERS-----\nMAA=\n-----END DH PARAMETERS-----\n"
        let error = RSAKeyError.unsuitable(.pemBlock(label: "DH PARAMETERS"), needed: .privateKey)
        #expect(throws: error) { try RSAPrivateKey(pemRepresentation: text) }
    }

    @Test("encryption in the headers of a block is named in the strict form too")
    func encryptedHeaders() throws {
        let path = "keys/asymmetric/Traditional_OpenSSL_Serialization/testrsa-encrypted.pem"
        let text = try VectorFile.text(path)
        #expect(throws: RSAKeyError.unsuitable(.encryptedPrivateKey, needed: .privateKey)) {
            try RSAPrivateKey(pemRepresentation: text)
        }
    }
}
