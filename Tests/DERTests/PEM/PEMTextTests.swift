import ConstantTime
import TestSupport
import Testing

@testable import DER

/// What the readers of PEM ask a text for, each at its bounds.
@Suite("PEMText")
struct PEMTextTests {
    private func text(_ text: String) -> PEMText {
        PEMText(SecretSlice(SecretBytes(copying: [UInt8](text.utf8))))
    }

    private func unescaped(_ text: String) -> [UInt8] {
        self.text(text).unescaped().copied()
    }

    @Test("\\u00XX is the byte XX, in either case of the digits", arguments: 0...255)
    func hexadecimalEscape(value: Int) {
        let digits = hexadecimal([UInt8(value)])
        #expect(unescaped("\\u00" + digits) == [UInt8(value)])
        #expect(unescaped("\\u00" + digits.uppercased()) == [UInt8(value)])
    }

    @Test("the neighbours of the digits are none", arguments: Array("/:@G`g") + ["\u{0}", "\u{7f}"])
    func notHexadecimal(neighbour: Character) {
        for text in ["\\u00\(neighbour)0", "\\u000\(neighbour)"] {
            #expect(unescaped(text) == [UInt8](text.utf8))
        }
    }

    @Test("an escape that the end of the text cuts off stays as it is")
    func cutOff() {
        for text in ["\\", "\\u", "\\u0", "\\u00", "\\u004"] {
            #expect(unescaped(text) == [UInt8](text.utf8))
        }
        #expect(unescaped("\\u0041") == [UInt8](ascii: "A"))
        #expect(unescaped("x\\u0041y") == [UInt8](ascii: "xAy"))
        // Only the first 256 characters of Unicode.
        for text in ["\\u0141", "\\u1041", "\\u1141"] { #expect(unescaped(text) == [UInt8](text.utf8)) }
    }

    @Test("what stands behind a backslash", arguments: 0x20...0x7e)
    func escapes(value: Int) {
        let byte = UInt8(value), backslash = UInt8(ascii: "\\")
        let expected: [UInt8] =
            switch byte {
            case UInt8(ascii: "n"): [0x0a]
            case UInt8(ascii: "r"): [0x0d]
            case UInt8(ascii: "t"): [0x09]
            case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: " "): [byte]
            case backslash: [backslash]
            default: [backslash, byte]
            }
        #expect(text(ascii: [backslash, byte]).unescaped().copied() == expected)
        #expect(text(ascii: [backslash, backslash, byte]).unescaped().copied() == expected)
        #expect(text(ascii: [0x41, backslash, byte, 0x42]).unescaped().copied() == Self.between(expected))
    }

    private func text(ascii: [UInt8]) -> PEMText { PEMText(SecretSlice(SecretBytes(copying: ascii))) }

    private static func between(_ bytes: [UInt8]) -> [UInt8] { [0x41] + bytes + [0x42] }

    @Test(
        "characters that are not seen become a space, wherever they stand",
        arguments: ["\u{a0}", "\u{200b}", "\u{2028}", "\u{feff}"])
    func invisible(character: String) {
        #expect(unescaped(character) == [UInt8](ascii: " "))
        #expect(unescaped("a\(character)b") == [UInt8](ascii: "a b"))
        #expect(unescaped("a\(character)") == [UInt8](ascii: "a "))
        // Its beginning alone is something else.
        let cut = [UInt8](character.utf8.dropLast())
        #expect(text(ascii: cut).unescaped().copied() == cut)
    }

    @Test(
        "their neighbours stay what they are",
        arguments: ["\u{9f}", "\u{a1}", "\u{200a}", "\u{2027}", "\u{fefe}", "\u{e0}"])
    func visible(character: String) {
        #expect(unescaped(character) == [UInt8](character.utf8))
    }

    @Test("the layout hides the 64 characters of base64 and no others", arguments: 0...255)
    func layout(value: Int) {
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        let byte = UInt8(value)
        #expect(text(ascii: [byte]).layout == [digits.contains(byte) ? UInt8(ascii: "A") : byte])
    }

    @Test("white space and line breaks", arguments: 0...255)
    func whiteSpace(value: Int) {
        let byte = UInt8(value)
        #expect(byte.isWhiteSpace == [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d].contains(byte))
        #expect(byte.isLineBreak == [0x0a, 0x0d].contains(byte))
    }

    @Test("a word is found at its place, up to the last place where it fits")
    func words() {
        let text = text("xEND")
        #expect(text.has("END", at: 1))
        for position in [0, 2, 3, 4, 5] { #expect(!text.has("END", at: position)) }
        #expect(!self.text("xEN").has("END", at: 1))
    }

    @Test("five hyphens are found at their place, up to the last place where they fit")
    func dashes() {
        let text = text("x-----")
        #expect(text.hasDashes(at: 1))
        for position in [0, 2, 6, 7] { #expect(!text.hasDashes(at: position)) }
        #expect(text.nextDashes(in: 0..<6) == 1..<6)
        #expect(text.nextDashes(in: 0..<4) == 1..<4)
        #expect(text.nextDashes(in: 0..<1) == nil)
    }

    @Test(
        "lines end with LF, CR or CRLF, or with the text",
        arguments: [
            ("", 0, 0, 0), ("ab", 2, 2, 0), ("ab\n", 2, 3, 1), ("ab\r", 2, 3, 1), ("ab\r\n", 2, 4, 1),
            ("ab\n\n", 2, 3, 2), ("ab\r\r", 2, 3, 2), ("ab\n\r", 2, 3, 2), ("\r\nab", 0, 2, 1),
            ("ab\r\nc", 2, 4, 1),
        ])
    func lines(string: String, end: Int, next: Int, count: Int) {
        let text = text(string)
        let (line, start) = text.line(from: 0)
        #expect(line == 0..<end && start == next)
        #expect(text.countOfLineEnds(in: 0..<text.layout.count) == count)
    }

    @Test("a header of encryption may be 32 characters in front of its word, and not more")
    func encryptionHeader() {
        func isFound(_ gap: Int) -> Bool {
            let body = text("Proc-Type" + String(repeating: " ", count: gap) + "ENCRYPTED")
            return body.hasEncryptionHeader(in: 0..<body.layout.count)
        }
        #expect(isFound(0) && isFound(31 - 9))
        #expect(!isFound(32 - 9) && !isFound(100))
        let body = text(" \n DEK-Info")
        #expect(body.hasEncryptionHeader(in: 0..<body.layout.count))
    }
}

extension [UInt8] {
    fileprivate init(ascii text: String) { self = [UInt8](text.utf8) }
}
