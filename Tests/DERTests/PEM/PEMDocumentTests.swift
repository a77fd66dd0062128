import Base64Coding
import ConstantTime
import DER
import TestSupport
import Testing

/// A text that the strict parser has to refuse, with the kind and line.
struct RefusedPEM: CustomTestStringConvertible {
    let text: String
    let error: PEMError

    init(_ text: String, _ kind: PEMError.Kind, _ line: Int) {
        self.text = text
        error = PEMError(kind, line: line)
    }

    var testDescription: String { "\(error.kind) in line \(error.line): \(text.debugDescription.prefix(60))" }
}

@Suite("PEMDocument")
struct PEMDocumentTests {
    static let line64 = String(repeating: "QUJD", count: 16)
    static let small = "-----BEGIN KEY-----\nAQID\n-----END KEY-----\n"

    @Test(
        "forms of line end and of text around, which the grammar allows",
        arguments: [
            small,
            "-----BEGIN KEY-----\nAQID\n-----END KEY-----",
            "-----BEGIN KEY-----\r\nAQID\r\n-----END KEY-----\r\n",
            "-----BEGIN KEY-----\rAQID\r-----END KEY-----\r",
            "-----BEGIN KEY-----\r\nAQID\n-----END KEY-----\r",
            "Subject: me\n" + small + "behind - and -- and -----\n",
            "\n\n\(small)\n\n",
            "---- no boundary ----\n" + small,
        ])
    func accepts(text: String) throws {
        let document = try PEMDocument(parsing: text)
        #expect(document.blocks.map(\.label) == ["KEY"])
        #expect(document.blocks.first?.contents.copied() == [1, 2, 3])
        #expect(try PEMDocument(parsing: [UInt8](text.utf8)).pemRepresentation == Self.small)
        let secret = SecretBytes(copying: [UInt8](text.utf8))
        #expect(try PEMDocument(parsing: secret).encoded().copied() == [UInt8](Self.small.utf8))
    }

    @Test func severalBlocksAndTheirLines() throws {
        let text = "first\n\(Self.small)between\n\(Self.small.replacing("KEY", with: "X509 CRL-A"))"
        let document = try PEMDocument(parsing: text)
        #expect(document.blocks.map(\.label) == ["KEY", "X509 CRL-A"])
        #expect(document.blocks.map(\.line) == [2, 6])
    }

    @Test(arguments: [
        RefusedPEM("", .noBlock, 1),
        RefusedPEM("\n\nnothing here\n", .noBlock, 1),
        RefusedPEM("----BEGIN KEY-----\nAQID\n----END KEY-----\n", .noBlock, 1),
        RefusedPEM("-----END KEY-----\n", .unexpectedEnd, 1),
        RefusedPEM("\n-----BEGIN KEY-----\nAQID\n", .missingEnd, 2),
        RefusedPEM("-----BEGIN KEY-----", .missingEnd, 1),
        RefusedPEM("-----BEGIN KEY-----\nAQID\n" + small, .missingEnd, 1),
        RefusedPEM(
            "-----BEGIN KEY-----\nAQID\n-----END KEYS-----\n", .labelMismatch(begin: "KEY", end: "KEYS"), 3),
        RefusedPEM("-----BEGIN KEY-----\n-----END KEY-----\n", .emptyBody, 1),
        RefusedPEM("-----BEGIN KEY----\nAQID\n-----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN KEY------\nAQID\n-----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("------BEGIN KEY-----\nAQID\n-----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN KEY-----\nAQID\n-----END KEY----\n", .malformedBoundary, 3),
        RefusedPEM("-----BEGIN KEY----- \nAQID\n-----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM(" -----BEGIN KEY-----\nAQID\n-----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("\u{feff}-----BEGIN KEY-----\nAQID\n-----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("KEY=\"-----BEGIN KEY-----\nAQID\n-----END KEY-----\"", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN KEY-----\nAQID\n-----END KEY-----\"", .malformedBoundary, 3),
        RefusedPEM("-----BEGIN KEY-----\nAQID-----END KEY-----\n", .malformedBoundary, 2),
        RefusedPEM("-----BEGINKEY-----\nAQID\n-----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN -----\nAQID\n-----END -----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN  KEY-----\nAQID\n-----END  KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN A--B-----\nAQID\n-----END A--B-----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN KEY -----\nAQID\n-----END KEY -----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN K\u{c9}Y-----\nAQID\n-----END K\u{c9}Y-----\n", .malformedBoundary, 1),
        RefusedPEM(
            "-----BEGIN \(String(repeating: "A", count: 65))-----\nAQID\n-----END A-----\n",
            .malformedBoundary, 1),
        RefusedPEM("-----BEGIN KEY-----\\nAQID\\n-----END KEY-----\\n", .escapedLineBreaks, 1),
        RefusedPEM("-----BEGIN KEY-----\nAQID\\n\n-----END KEY-----\n", .escapedLineBreaks, 2),
        RefusedPEM("-----BEGIN KEY----- AQID -----END KEY-----\n", .malformedBoundary, 1),
        RefusedPEM("-----BEGIN KEY-----\nAQ ID\n-----END KEY-----\n", .whiteSpace, 2),
        RefusedPEM("-----BEGIN KEY-----\nAQID\t\n-----END KEY-----\n", .whiteSpace, 2),
        RefusedPEM("-----BEGIN KEY-----\n\(line64)\n \n-----END KEY-----\n", .whiteSpace, 3),
        RefusedPEM("-----BEGIN KEY-----\n\(line64)\n:\n-----END KEY-----\n", .headers, 3),
        RefusedPEM("-----BEGIN KEY-----\n\(line64)\n\\\n-----END KEY-----\n", .escapedLineBreaks, 3),
        RefusedPEM("-----BEGIN KEY-----\n\nAQID\n-----END KEY-----\n", .lineLength, 2),
        RefusedPEM("-----BEGIN KEY-----\nAQID\n\n-----END KEY-----\n", .lineLength, 2),
        RefusedPEM("-----BEGIN KEY-----\nAQID\nAQID\n-----END KEY-----\n", .lineLength, 2),
        RefusedPEM("-----BEGIN KEY-----\n\(line64)\n\n-----END KEY-----\n", .lineLength, 3),
        RefusedPEM("-----BEGIN KEY-----\n\(line64)A\n-----END KEY-----\n", .lineLength, 2),
        RefusedPEM("-----BEGIN KEY-----\n\(line64)\nAQ\n-----END KEY-----\n", .base64(.missingPadding), 3),
        RefusedPEM("-----BEGIN KEY-----\n\(line64)\nA\n-----END KEY-----\n", .base64(.incompleteGroup), 3),
        RefusedPEM(
            "-----BEGIN KEY-----\n\(line64)\nAR==\n-----END KEY-----\n", .base64(.unusedBitsNotZero), 3),
        RefusedPEM(
            "-----BEGIN KEY-----\n\(line64)\n\(line64)\nA*ID\n-----END KEY-----\n",
            .base64(.invalidCharacter), 4),
        RefusedPEM("-----BEGIN KEY-----\nA\n-----END KEY-----\n", .base64(.incompleteGroup), 2),
        RefusedPEM("-----BEGIN KEY-----\nAQI_\n-----END KEY-----\n", .base64(.otherAlphabet), 2),
        RefusedPEM("-----BEGIN KEY-----\nAQ==AQID\n-----END KEY-----\n", .base64(.unexpectedPadding), 2),
        RefusedPEM("-----BEGIN KEY-----\nA\0ID\n-----END KEY-----\n", .base64(.invalidCharacter), 2),
        RefusedPEM(
            "-----BEGIN KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,00\n\nAQID\n-----END KEY-----\n",
            .encryptedHeaders, 2),
        RefusedPEM("-----BEGIN KEY-----\nDEK-Info: X\n\nAQID\n-----END KEY-----\n", .encryptedHeaders, 2),
        RefusedPEM("-----BEGIN KEY-----\nProc-Type: 4,CLEAR\n\nAQID\n-----END KEY-----\n", .headers, 2),
        RefusedPEM("-----BEGIN KEY-----\nComment: x\n\nAQID\n-----END KEY-----\n", .headers, 2),
    ])
    func refuses(_ row: RefusedPEM) {
        #expect(throws: row.error) { try PEMDocument(parsing: row.text) }
        #expect(throws: row.error) { try PEMDocument(parsing: [UInt8](row.text.utf8)) }
    }

    @Test("what is written is read back, with 64 columns", arguments: [1, 2, 3, 47, 48, 49, 96, 1000])
    func roundTrip(_ count: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        let bytes = random.bytes(count)
        let block = PEMBlock(label: "RSA PRIVATE KEY", contents: SecretBytes(copying: bytes))
        let text = block.pemRepresentation
        let lines = text.split(separator: "\n").dropFirst().dropLast()
        #expect(lines.dropLast().allSatisfy { $0.count == 64 })
        #expect((1...64).contains(lines.last?.count ?? 0))
        let document = try PEMDocument(parsing: text)
        #expect(document.blocks.first?.contents.copied() == bytes)
        #expect(document.pemRepresentation == text)
        #expect(PEMDocument([block, block]).encoded().copied() == [UInt8]((text + text).utf8))
    }

    @Test("sizes above the limit are refused before anything is read; the limit itself is not")
    func sizes() throws {
        let limit = PEMDocument.maximumByteCount
        let space = [UInt8](repeating: UInt8(ascii: "\n"), count: limit - Self.small.utf8.count)
        #expect(try PEMDocument(parsing: space + [UInt8](Self.small.utf8)).blocks.count == 1)
        let large = space + [10] + [UInt8](Self.small.utf8)
        let error = PEMError(.inputTooLarge, line: 1)
        #expect(throws: error) { try PEMDocument(parsing: large) }
        #expect(throws: error) { try PEMDocument(parsing: String(decoding: large, as: UTF8.self)) }
        #expect(throws: error) { try PEMDocument(parsing: SecretBytes(copying: large)) }
    }

    @Test("every prefix of a good text either has its block or is refused")
    func prefixes() {
        let text = [UInt8](Self.small.utf8)
        let whole = text.count - 1
        for count in 0..<whole {
            #expect(throws: PEMError.self) { try PEMDocument(parsing: Array(text.prefix(count))) }
        }
        #expect(throws: Never.self) { try PEMDocument(parsing: Array(text.prefix(whole))) }
    }

    @Test func nothingSecretPrints() throws {
        let document = try PEMDocument(parsing: Self.small.replacing("AQID", with: "c2VjcmV0"))
        var dumped = ""
        dump(document, to: &dumped)
        for text in ["\(document)", String(reflecting: document), dumped] {
            #expect(!text.contains("secret") && !text.contains("c2VjcmV0"))
            // The s as a number: as a word, since an address in a dump may have it inside.
            #expect(!text.split { !$0.isLetter && !$0.isNumber }.contains("115"))
        }
    }
}
