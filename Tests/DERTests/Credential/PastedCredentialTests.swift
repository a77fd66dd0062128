import Base64Coding
import ConstantTime
import DER
import Foundation
import TestSupport
import Testing

/// A way in which people paste a key.
struct PastedForm: CustomTestStringConvertible {
    let testDescription: String
    let paste: @Sendable (String) -> [UInt8]

    init(_ description: String, _ paste: @escaping @Sendable (String) -> String) {
        testDescription = description
        self.paste = { [UInt8](paste($0).utf8) }
    }
}

@Suite("PastedCredential: what is mended")
struct PastedCredentialTests {
    static let clean = (try? VectorFile.text("keys/generated/a2-pkcs8.pem")) ?? ""

    static let forms: [PastedForm] = [
        PastedForm("as it is") { $0 },
        PastedForm("without the last line break") { String($0.dropLast()) },
        PastedForm("CRLF") { $0.replacing("\n", with: "\r\n") },
        PastedForm("lone CR") { $0.replacing("\n", with: "\r") },
        PastedForm("literal \\n") { $0.replacing("\n", with: "\\n") },
        PastedForm("literal \\r\\n") { $0.replacing("\n", with: "\\r\\n") },
        PastedForm("literal \\t behind each line") { $0.replacing("\n", with: "\\t\n") },
        PastedForm("doubly escaped") { $0.replacing("\n", with: "\\\\n") },
        PastedForm("escaped three times") { $0.replacing("\n", with: "\\\\\\\\n") },
        PastedForm("literal \\n and line breaks") { $0.replacing("\n", with: "\\n\n") },
        PastedForm("literal \\n, the last missing") { String($0.replacing("\n", with: "\\n").dropLast(2)) },
        PastedForm("spaces for line breaks") { $0.replacing("\n", with: " ") },
        PastedForm("line breaks for spaces") { $0.replacing(" ", with: "\n") },
        PastedForm("one long line, no spaces") { $0.replacing("\n", with: "") },
        PastedForm("double quotes") { "\"\($0)\"" },
        PastedForm("single quotes") { "'\($0)'" },
        PastedForm("typographic quotes") { "\u{201c}\($0)\u{201d}" },
        PastedForm("a shell assignment") { "export MCI_KEY=\"\($0.replacing("\n", with: "\\n"))\"\n" },
        PastedForm("a .env line with single quotes") { "MCI_KEY='\($0)'\n" },
        PastedForm("a JSON member") { "{\"private_key\": \"\($0.replacing("\n", with: "\\n"))\", \"x\": 1}" },
        PastedForm("JSON with escaped solidus") {
            $0.replacing("/", with: "\\/").replacing("\n", with: "\\n")
        },
        PastedForm("JSON of .NET: plus and equals as \\u00XX") {
            $0.replacing("+", with: "\\u002B").replacing("=", with: "\\u003d").replacing(
                "\n", with: "\\u000a")
        },
        PastedForm("JSON in JSON") {
            "\"{\\\"key\\\":\\\"\($0.replacing("\n", with: "\\\\n"))\\\"}\""
        },
        PastedForm("a YAML block") {
            "key: |\n" + $0.split(separator: "\n").map { "    \($0)\n" }.joined()
        },
        PastedForm("shell continuation") { $0.replacing("\n", with: "\\\n") },
        PastedForm("byte order mark") { "\u{feff}" + $0 },
        PastedForm("no-break spaces") { $0.replacing("\n", with: "\u{a0}") },
        PastedForm("line separators") { $0.replacing("\n", with: "\u{2028}") },
        PastedForm("zero-width spaces") { $0.replacing("\n", with: "\u{200b}\n") },
        PastedForm("tabs in front and spaces behind") {
            $0.split(separator: "\n").map { "\t\($0)  \n" }.joined()
        },
        PastedForm("empty lines between") { $0.replacing("\n", with: "\n\n") },
        PastedForm("lines of 76") { text in
            let lines = text.split(separator: "\n")
            let body = lines.dropFirst().dropLast().joined()
            let wrapped = stride(from: 0, to: body.count, by: 76).map { start in
                body.dropFirst(start).prefix(76) + "\n"
            }
            return lines[0] + "\n" + wrapped.joined() + (lines.last ?? "") + "\n"
        },
        PastedForm("six hyphens") {
            $0.replacing("-----B", with: "------B").replacing("Y-----", with: "Y------")
        },
        PastedForm("leading and trailing text") { "Here is your key - keep it:\n\($0)\n-- \nregards" },
        PastedForm("text with words like a boundary") { "--- BEGIN here ---\n\($0)" },
    ]

    @Test func countOfForms() {
        #expect(Self.forms.count == 35)
        #expect(Self.clean.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        // The characters that some escapes are about have to be there.
        #expect(Self.clean.contains("+") && Self.clean.contains("/") && Self.clean.contains("="))
    }

    @Test(arguments: forms)
    func normalizes(_ form: PastedForm) throws {
        let normalized = try PastedCredential.normalize(form.paste(Self.clean)).copied()
        #expect(String(decoding: normalized, as: UTF8.self) == Self.clean)
        #expect(throws: Never.self) { try PEMDocument(parsing: normalized) }
    }

    @Test("several blocks stay several")
    func severalBlocks() throws {
        let certificate = try VectorFile.text("keys/generated/a2-cert.pem")
        let pasted = (Self.clean + certificate).replacing("\n", with: "\\n")
        let document = try PastedCredential.document([UInt8](pasted.utf8))
        #expect(document.blocks.map(\.label) == ["PRIVATE KEY", "CERTIFICATE"])
        #expect(document.pemRepresentation == Self.clean + certificate)
        #expect(document.blocks.map(\.line) == [1, Self.clean.split(separator: "\n").count + 1])
    }

    @Test("every PEM file of the vectors that is read strictly is read the same from a paste")
    func agreesWithTheStrictParser() throws {
        var count = 0
        for file in PEMVectorFile.all {
            let bytes = try file.bytes
            guard let strict = try? PEMDocument(parsing: bytes) else { continue }
            let loaded = try PastedCredential.document(bytes)
            #expect(loaded.pemRepresentation == strict.pemRepresentation, "\(file.file)")
            #expect(loaded.blocks.map(\.line) == strict.blocks.map(\.line), "\(file.file)")
            count += 1
        }
        #expect(count == PEMVectorFile.all.count - PEMVectorFile.refused.count)
    }

    @Test func recognizesDER() throws {
        #expect(PastedCredential.isDER(try VectorFile.bytes("keys/generated/a2-pkcs8.der")))
        #expect(PastedCredential.isDER(try VectorFile.bytes("keys/generated/a2-spki.der")))
        #expect(!PastedCredential.isDER([UInt8](Self.clean.utf8)))
        #expect(!PastedCredential.isDER([UInt8]("0123".utf8)))
        #expect(!PastedCredential.isDER([]))
        #expect(!PastedCredential.isDER([0x30, 0x82]))
        #expect(!PastedCredential.isDER([0x30, 0x80, 0, 0]))
    }
}
