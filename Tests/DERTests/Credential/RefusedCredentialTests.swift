import Base64Coding
import ConstantTime
import DER
import TestSupport
import Testing

/// A paste that cannot be mended, with the explanation it has to get.
struct RefusedPaste: CustomTestStringConvertible {
    let text: [UInt8]
    let error: CredentialError

    init(_ text: String, _ kind: CredentialError.Kind, _ line: Int) {
        self.init([UInt8](text.utf8), kind, line)
    }

    init(_ text: [UInt8], _ kind: CredentialError.Kind, _ line: Int) {
        self.text = text
        error = CredentialError(kind, line: line)
    }

    var testDescription: String { "\(error.kind) in line \(error.line)" }
}

@Suite("PastedCredential: what is explained")
struct RefusedCredentialTests {
    static let clean = "-----BEGIN KEY-----\nQUJDREVGR0g=\n-----END KEY-----\n"

    @Test(arguments: [
        RefusedPaste("", .empty, 1),
        RefusedPaste(" \r\n\t\n", .empty, 1),
        RefusedPaste("\u{feff}\n", .empty, 1),
        RefusedPaste("/path/to/key.pem", .noBlock, 1),
        RefusedPaste([UInt8](clean.utf8).flatMap { [$0, 0] }, .notUTF8, 1),
        RefusedPaste([0x30, 0x82, 0x00, 0x01], .notUTF8, 1),
        RefusedPaste(clean.replacing("-----", with: "\u{2014}\u{2014}"), .typographicDashes, 1),
        RefusedPaste(Base64.encode([UInt8](clean.utf8)), .base64OfPEM, 1),
        RefusedPaste("KEY=\"" + Base64.encode([UInt8](clean.utf8)) + "\"", .base64OfPEM, 1),
        RefusedPaste(String(repeating: "QUJDREVG", count: 20), .boundariesMissing, 1),
        RefusedPaste(String(repeating: "QUJDREVG\n", count: 20) + "QUI=\n", .boundariesMissing, 1),
        RefusedPaste("ssh-rsa AAAAB3NzaC1yc2E me@host", .openSSHPublicKey, 1),
        RefusedPaste("PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n", .puttyKey, 1),
        RefusedPaste("x\n----BEGIN KEY-----\nQUJD\n-----END KEY-----\n", .unexpectedEnd, 4),
        RefusedPaste("x\n----BEGIN KEY----\nQUJD\n----END KEY----\n", .malformedBoundary, 2),
        RefusedPaste("---- BEGIN SSH2 PUBLIC KEY ----\nQUJD\n", .malformedBoundary, 1),
        RefusedPaste("-----BEGIN KEY----\nQUJD\n", .malformedBoundary, 1),
        RefusedPaste("-----BEGIN KEY-----\nQUJD\n-----END KEY----", .malformedBoundary, 3),
        RefusedPaste("\n-----BEGIN KEY-----\nQUJD\n", .missingEnd, 2),
        RefusedPaste("-----BEGIN KEY-----\nQUJD\n" + clean, .missingEnd, 1),
        RefusedPaste("QUJD\n-----END KEY-----\n", .unexpectedEnd, 2),
        RefusedPaste(
            "-----BEGIN A KEY-----\\nQUJD\\n-----END KEY-----\\n", .labelMismatch(begin: "A KEY", end: "KEY"),
            3),
        RefusedPaste("-----BEGIN KEY-----\n \n-----END KEY-----\n", .emptyBody, 1),
        RefusedPaste(
            "-----BEGIN KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: X,0\n\nQUJD\n-----END KEY-----\n",
            .encrypted, 2),
        RefusedPaste(
            "-----BEGIN KEY----- Proc-Type: 4,ENCRYPTED DEK-Info: X,0 QUJD -----END KEY-----", .encrypted, 1),
        RefusedPaste("-----BEGIN KEY-----\nDEK-Info: X,0\n\nQUJD\n-----END KEY-----\n", .encrypted, 2),
        RefusedPaste("-----BEGIN KEY-----\nComment: mine\n\nQUJD\n-----END KEY-----\n", .headers, 2),
        RefusedPaste("-----BEGIN KEY-----\nQUJD\nQU*D\n-----END KEY-----\n", .base64(.invalidCharacter), 3),
        RefusedPaste("-----BEGIN KEY-----\\nQUJD\\nQU*D\\n-----END KEY-----", .base64(.invalidCharacter), 3),
        RefusedPaste("-----BEGIN KEY----- QUJD QU*D -----END KEY-----", .base64(.invalidCharacter), 1),
        RefusedPaste(
            "-----BEGIN KEY-----\nQUJD\n...\nQUJD\n-----END KEY-----\n", .base64(.invalidCharacter), 3),
        RefusedPaste("-----BEGIN KEY-----\n> QUJD\n-----END KEY-----\n", .base64(.invalidCharacter), 2),
        RefusedPaste("-----BEGIN KEY-----\nQUJD\\q\n-----END KEY-----\n", .base64(.invalidCharacter), 2),
        RefusedPaste("-----BEGIN KEY-----\nQU\\u00zz\n-----END KEY-----\n", .base64(.invalidCharacter), 2),
        RefusedPaste("-----BEGIN KEY-----\nQU\\u0142JD\n-----END KEY-----\n", .base64(.invalidCharacter), 2),
        RefusedPaste("-----BEGIN KEY-----\nQU-_\n-----END KEY-----\n", .base64(.otherAlphabet), 2),
        RefusedPaste("-----BEGIN KEY-----\nQUJD\nQU\n-----END KEY-----\n", .base64(.missingPadding), 3),
        RefusedPaste("-----BEGIN KEY-----\nQUJD\nQ\n-----END KEY-----\n", .base64(.incompleteGroup), 3),
        RefusedPaste("-----BEGIN KEY-----\nQ\n-----END KEY-----\n", .base64(.incompleteGroup), 2),
        RefusedPaste("-----BEGIN KEY-----\nQR==\n-----END KEY-----\n", .base64(.unusedBitsNotZero), 2),
        RefusedPaste("-----BEGIN KEY-----\nQQ==\nQUJD\n-----END KEY-----\n", .base64(.unexpectedPadding), 2),
    ])
    func explains(_ row: RefusedPaste) {
        #expect(throws: row.error) { try PastedCredential.normalize(row.text) }
    }

    @Test func sizes() throws {
        let limit = PEMDocument.maximumByteCount
        let space = [UInt8](repeating: UInt8(ascii: " "), count: limit - Self.clean.utf8.count)
        #expect(try PastedCredential.document(space + [UInt8](Self.clean.utf8)).blocks.count == 1)
        #expect(throws: CredentialError(.inputTooLarge, line: 1)) {
            try PastedCredential.normalize(space + [UInt8](Self.clean.utf8) + [10])
        }
    }

    @Test("random damage ends in an error or in the same key's bytes being canonical, never in a trap")
    func damage() throws {
        var random = SplitMix64(seed: 3)
        let pieces: [[UInt8]] = [
            [UInt8]("\\".utf8), [UInt8]("\\u00".utf8), [UInt8]("-".utf8), [UInt8]("-----".utf8),
            [UInt8]("BEGIN ".utf8), [UInt8]("END".utf8), [0], [0xef], [0xe2, 0x80], [0xc2], [0x0d], [0x0a],
            [UInt8](":".utf8), [UInt8]("=".utf8), [],
        ]
        var accepted = 0
        for _ in 0..<3000 {
            var text = [UInt8](Self.clean.utf8)
            for _ in 0...(random.next() % 3) {
                let start = Int(random.next() % UInt64(text.count + 1))
                let end = min(text.count, start + Int(random.next() % 4))
                text.replaceSubrange(start..<end, with: pieces[Int(random.next() % UInt64(pieces.count))])
            }
            do {
                let normalized = try PastedCredential.normalize(text).copied()
                #expect(try PEMDocument(parsing: normalized).encoded().copied() == normalized)
                accepted += 1
            } catch let error as CredentialError {
                #expect(error.line >= 1)
            }
        }
        #expect(accepted > 0)
    }

    @Test func descriptionsSayWhatToDo() {
        #expect(
            CredentialError(.missingEnd, line: 3).description
                == "line 3: the END line is missing; the key is cut off, copy all of it")
        #expect(
            PEMError(.escapedLineBreaks, line: 1).description
                == "line 1: literal \"\\n\" instead of a line break")
    }
}
