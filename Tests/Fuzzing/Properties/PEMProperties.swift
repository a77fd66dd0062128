import ConstantTime
import DER

/// The rules for strict PEM: what is accepted is written in one form, and whoever mends pasted keys reads it alike.
enum PEMProperties {
    static func check(_ input: [UInt8]) throws(Violation) {
        let document: PEMDocument
        do throws(PEMError) {
            document = try PEMDocument(parsing: input)
        } catch {
            try require(
                (1...lineCount(input)).contains(error.line), "the line of an error is one of the text")
            try require(!error.description.isEmpty, "an error describes itself")
            return
        }
        try require(!document.blocks.isEmpty, "there is a block")
        let written = document.encoded().copied()
        let again = try succeeding("what was written is read") { try PEMDocument(parsing: written) }
        try require(contents(again) == contents(document), "what was written is read as the same blocks")
        try require(again.encoded().copied() == written, "there is one way to write a document")
        let fromString = Result { () throws(PEMError) in
            try PEMDocument(parsing: String(decoding: written, as: UTF8.self))
        }
        try require((try? fromString.get()).map(contents) == contents(document), "a string is read alike")

        // Escapes, invisible characters and zero bytes, which mean something to the one who mends, are text here.
        guard !input.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0 || $0 >= 0x80 }) else { return }
        let mended = try succeeding("the reader of pasted keys accepts PEM") {
            try PastedCredential.document(input)
        }
        try require(contents(mended) == contents(document), "the reader of pasted keys reads the same blocks")
        try require(
            mended.blocks.map(\.line) == document.blocks.map(\.line), "both find the blocks in the same lines"
        )
    }

    /// Labels and contents of the blocks.
    static func contents(_ document: PEMDocument) -> [[UInt8]] {
        document.blocks.flatMap { [Array($0.label.utf8), $0.contents.copied()] }
    }

    /// One more than there are line ends of any kind: no line has a higher number.
    static func lineCount(_ text: [UInt8]) -> Int {
        1 + text.count { $0 == 0x0a || $0 == 0x0d }
    }
}
