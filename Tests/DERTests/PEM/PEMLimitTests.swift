import Base64Coding
import ConstantTime
import DER
import TestSupport
import Testing

/// The numbers in the rules of PEM, each with the last value that is allowed and the first that is not.
@Suite("PEM at its limits")
struct PEMLimitTests {
    private func block(label: String) -> String {
        "-----BEGIN \(label)-----\nAQID\n-----END \(label)-----\n"
    }

    @Test("a text has at most 262,144 bytes")
    func size() {
        #expect(PEMDocument.maximumByteCount == 262_144)
    }

    @Test("a label has at most 64 characters, when it is read and when it is pasted")
    func label() throws {
        let longest = String(repeating: "A", count: 64)
        let text = block(label: longest)
        #expect(try PEMDocument(parsing: text).blocks.map(\.label) == [longest])
        #expect(try PastedCredential.document([UInt8](text.utf8)).blocks.map(\.label) == [longest])
        let written = PEMBlock(label: longest, contents: SecretBytes(copying: [1, 2, 3]))
        #expect(written.pemRepresentation == text)

        let tooLong = block(label: longest + "A")
        #expect(throws: PEMError(.malformedBoundary, line: 1)) { try PEMDocument(parsing: tooLong) }
        #expect(throws: CredentialError(.malformedBoundary, line: 1)) {
            try PastedCredential.document([UInt8](tooLong.utf8))
        }
    }

    @Test("a label is made of printable characters", arguments: 0...255)
    func labelCharacters(value: Int) throws {
        let byte = UInt8(value)
        func text(_ label: [UInt8]) -> [UInt8] {
            [UInt8]("-----BEGIN ".utf8) + label + [UInt8]("-----\nAQID\n-----END ".utf8) + label
                + [UInt8]("-----\n".utf8)
        }
        let isPrintable = (0x20...0x7e).contains(byte)
        let isLineBreak = byte == 0x0a || byte == 0x0d
        let between = Result { try PEMDocument(parsing: text([0x41, byte, 0x42])).blocks.map(\.label) }
        if isPrintable {
            #expect(try between.get() == [String(decoding: [0x41, byte, 0x42], as: UTF8.self)])
        } else {
            #expect(throws: PEMError(.malformedBoundary, line: 1)) { try between.get() }
        }
        // Neither a space nor a hyphen may be first or last, or follow another.
        let parts = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
        guard parts || !isPrintable && !isLineBreak else { return }
        for label in [[byte, 0x41], [0x41, byte], [0x41, byte, byte, 0x41]] {
            #expect(throws: PEMError.self) { try PEMDocument(parsing: text(label)) }
        }
    }

    @Test(
        "lines are full, the last one has what is left",
        arguments: [
            (1, ["AA=="]), (47, [String(repeating: "A", count: 63) + "="]),
            (48, [String(repeating: "A", count: 64)]), (49, [String(repeating: "A", count: 64), "AA=="]),
            (96, [String(repeating: "A", count: 64), String(repeating: "A", count: 64)]),
        ])
    func lines(count: Int, lines: [String]) {
        let block = PEMBlock(label: "KEY", contents: SecretBytes(count: count))
        let text = (["-----BEGIN KEY-----"] + lines + ["-----END KEY-----", ""]).joined(separator: "\n")
        #expect(block.pemRepresentation == text)
        #expect(block.encoded().copied() == [UInt8](text.utf8))
    }

    @Test("an empty block is written without a line")
    func emptyBlock() {
        let block = PEMBlock(label: "KEY", contents: SecretBytes(count: 0))
        #expect(block.pemRepresentation == "-----BEGIN KEY-----\n-----END KEY-----\n")
    }

    @Test("more than five hyphens before and behind a pasted block, and behind its label")
    func manyHyphens() throws {
        for count in 5...9 {
            let hyphens = String(repeating: "-", count: count)
            let text = "\(hyphens)BEGIN KEY\(hyphens)\nAQID\n-----END KEY\(hyphens)"
            let blocks = try PastedCredential.document([UInt8](text.utf8)).blocks
            #expect(blocks.map(\.label) == ["KEY"] && blocks.first?.contents.copied() == [1, 2, 3])
        }
    }

    @Test("any white space in a pasted boundary counts as one space")
    func whiteSpaceInBoundary() throws {
        for space in [" ", "  ", "\t", "\n", " \r\n\t "] {
            let text = "-----BEGIN\(space)A\(space)KEY-----\nAQID\n-----END\(space)A\(space)KEY-----"
            #expect(try PastedCredential.document([UInt8](text.utf8)).blocks.map(\.label) == ["A KEY"])
        }
        // But none where there is none in the strict form.
        let text = "-----BEGIN KEY -----\nAQID\n-----END KEY -----"
        #expect(throws: CredentialError(.malformedBoundary, line: 1)) {
            try PastedCredential.document([UInt8](text.utf8))
        }
    }

    @Test("errors name the line, wherever it is", arguments: 0...3)
    func errorLines(before: Int) throws {
        let lines = String(repeating: "x\n", count: before)
        let full = String(repeating: "A", count: 64) + "\n"
        for after in 0...3 {
            let text =
                lines + "-----BEGIN KEY-----\n" + String(repeating: full, count: after)
                + "A*ID\n-----END KEY-----\n"
            let line = before + after + 2
            #expect(throws: PEMError(.base64(.invalidCharacter), line: line)) {
                try PEMDocument(parsing: text)
            }
            #expect(throws: CredentialError(.base64(.invalidCharacter), line: line)) {
                try PastedCredential.document([UInt8](text.utf8))
            }
        }
    }
}

/// What is recognised in texts that hold no block, each at its bounds.
@Suite("Texts that are no PEM")
struct RecognitionTests {
    private func expect(_ kind: CredentialError.Kind, for text: String) {
        #expect(throws: CredentialError(kind, line: 1)) { try PastedCredential.document([UInt8](text.utf8)) }
    }

    @Test("base64 without boundaries counts from 64 characters on")
    func bareBase64() {
        expect(.boundariesMissing, for: String(repeating: "A", count: 64))
        expect(.boundariesMissing, for: String(repeating: "A", count: 62) + "==")
        expect(.noBlock, for: String(repeating: "A", count: 63))
        expect(.noBlock, for: String(repeating: "A", count: 64) + ".")
    }

    @Test("the dashes of word processors are those from U+2010 to U+2015")
    func typographicDashes() {
        for scalar in ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}"] {
            expect(.typographicDashes, for: scalar)
            expect(.typographicDashes, for: "ab" + scalar)
            expect(.typographicDashes, for: scalar + "ab")
        }
        for scalar in ["\u{200f}", "\u{2016}", "\u{2053}", "\u{3013}"] { expect(.noBlock, for: scalar) }
    }

    @Test(
        "other formats show in the first 256 characters",
        arguments: [
            ("ssh-rsa AAAA", .openSSHPublicKey), ("PuTTY-User-Key-File", .puttyKey),
            ("LS0tLS1CRUdJTi", .base64OfPEM),
        ] as [(String, CredentialError.Kind)])
    func otherFormats(word: String, kind: CredentialError.Kind) {
        expect(kind, for: word)
        for start in [1, 2, 255] { expect(kind, for: String(repeating: ".", count: start) + word) }
        for start in [256, 257] { expect(.noBlock, for: String(repeating: ".", count: start) + word) }
        // Not in the middle of a word.
        expect(.noBlock, for: ".A" + word)
    }

    @Test("DER is a SEQUENCE with a long length")
    func der() {
        #expect(PastedCredential.isDER([0x30, 0x81, 0x00]))
        for bytes in [[0x30, 0x81], [0x30, 0x80, 0x00], [0x30, 0x7f, 0x00], [0x31, 0x81, 0x00]] as [[UInt8]] {
            #expect(!PastedCredential.isDER(bytes))
        }
    }
}
