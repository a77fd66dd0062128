import ConstantTime
import DER

/// The rules for pasted keys: what is mended is strict PEM, and stays what it is under the damage of copying.
enum CredentialProperties {
    static func check(_ input: [UInt8]) throws(Violation) {
        let document: PEMDocument
        do throws(CredentialError) {
            document = try PastedCredential.document(input)
        } catch {
            // Each escape may stand for a line end.
            let escapes = input.count { $0 == UInt8(ascii: "\\") }
            try require(
                (1...PEMProperties.lineCount(input) + escapes).contains(error.line),
                "the line of an error is one of the text")
            try require(!error.description.isEmpty, "an error describes itself")
            return
        }
        let blocks = PEMProperties.contents(document)
        let clean = document.encoded().copied()
        let strict = try succeeding("what was mended is PEM") { try PEMDocument(parsing: clean) }
        try require(PEMProperties.contents(strict) == blocks, "what was mended is read as the same blocks")
        let again = try succeeding("what was mended is accepted") { try PastedCredential.normalize(clean) }
        try require(again.copied() == clean, "mending twice changes nothing")

        let (damage, replacement) = damages[input.choice(of: damages.count)]
        // Without anything between two blocks their hyphens are one row.
        guard !replacement.isEmpty || document.blocks.count == 1 else { return }
        let damaged = clean.flatMap { $0 == UInt8(ascii: "\n") ? replacement : [$0] }
        let mended = try succeeding("\(damage) for line ends are mended") {
            try PastedCredential.document(damaged)
        }
        try require(PEMProperties.contents(mended) == blocks, "\(damage) for line ends do not matter")
    }

    private static let damages: [(name: String, replacement: [UInt8])] = [
        ("escapes", Array(#"\n"#.utf8)), ("doubled escapes", Array(#"\\r\\n"#.utf8)),
        ("spaces", Array(" ".utf8)), ("CRLF", Array("\r\n".utf8)), ("no-break spaces", Array("\u{a0}".utf8)),
        ("nothing", []),
    ]
}
