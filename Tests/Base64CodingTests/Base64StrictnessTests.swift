import Base64Coding
import ConstantTime
import TestSupport
import Testing

/// A text that has to be refused, with the exact kind and place.
struct RefusedText: CustomTestStringConvertible {
    let text: String
    let kind: Base64Error.Kind
    let offset: Int

    init(_ text: String, _ kind: Base64Error.Kind, _ offset: Int) {
        self.text = text
        self.kind = kind
        self.offset = offset
    }

    var testDescription: String { "\"\(text)\"" }
    var error: Base64Error { Base64Error(kind: kind, offset: offset) }
}

@Suite("Texts that no encoder produces")
struct Base64StrictnessTests {
    @Test(arguments: [
        RefusedText("A", .incompleteGroup, 0),
        RefusedText("AAAAA", .incompleteGroup, 4),
        RefusedText("AAAAA===", .unexpectedPadding, 5),
        RefusedText("A===", .unexpectedPadding, 1),
        RefusedText("=", .unexpectedPadding, 0),
        RefusedText("==", .unexpectedPadding, 0),
        RefusedText("====", .unexpectedPadding, 0),
        RefusedText("Zg", .missingPadding, 2),
        RefusedText("Zg=", .missingPadding, 3),
        RefusedText("Zm8", .missingPadding, 3),
        RefusedText("Zg===", .unexpectedPadding, 2),
        RefusedText("Zm8==", .unexpectedPadding, 4),
        RefusedText("Zm9v=", .unexpectedPadding, 4),
        RefusedText("Zm9vZm9v==", .unexpectedPadding, 8),
        RefusedText("Zg==Zm9v", .unexpectedPadding, 2),
        RefusedText("Zm=v", .unexpectedPadding, 2),
        RefusedText("Zh==", .unusedBitsNotZero, 1),
        RefusedText("Zm9=", .unusedBitsNotZero, 2),
        RefusedText("Zm9vZm9vZm9vZm9vZn==", .unusedBitsNotZero, 17),
        RefusedText("Zm9v\n", .whiteSpace, 4),
        RefusedText("Zm 9v", .whiteSpace, 2),
        RefusedText("\tZm9v", .whiteSpace, 0),
        RefusedText("Zm9vZm9vZm9v\r\nZm9vZm9v", .whiteSpace, 12),
        RefusedText("Zm9vZm9vZm-v", .otherAlphabet, 10),
        RefusedText("Zm9vZm9vZ_9v", .otherAlphabet, 9),
        RefusedText("Zm9vZm9vZm9.", .invalidCharacter, 11),
        RefusedText("Zm9vZm9vZ\u{e9}", .invalidCharacter, 9),
        RefusedText("Zm9vZm9vZm9\0", .invalidCharacter, 11),
        RefusedText("Zm9!Zm9?", .invalidCharacter, 3),
    ])
    func base64(_ row: RefusedText) {
        #expect(throws: row.error) { try Base64.decode(row.text) }
        #expect(throws: row.error) { try Base64.decode([UInt8](row.text.utf8)) }
        #expect(throws: row.error) {
            try Base64.decode(SecretSlice(SecretBytes(copying: [UInt8](row.text.utf8))))
        }
    }

    @Test(arguments: [
        RefusedText("Zg==", .unexpectedPadding, 2),
        RefusedText("Zm8=", .unexpectedPadding, 3),
        RefusedText("Zm9v=", .unexpectedPadding, 4),
        RefusedText("Zg=", .unexpectedPadding, 2),
        RefusedText("Z", .incompleteGroup, 0),
        RefusedText("Zh", .unusedBitsNotZero, 1),
        RefusedText("Zm9", .unusedBitsNotZero, 2),
        RefusedText("Zm9vZm+v", .otherAlphabet, 6),
        RefusedText("Zm9vZm9/", .otherAlphabet, 7),
        RefusedText("Zm9v ", .whiteSpace, 4),
        RefusedText("Zm9v.Zm9v", .invalidCharacter, 4),
    ])
    func base64URL(_ row: RefusedText) {
        #expect(throws: row.error) { try Base64URL.decode(row.text) }
        #expect(throws: row.error) { try Base64URL.decode([UInt8](row.text.utf8)) }
        #expect(throws: row.error) {
            try Base64URL.decode(SecretSlice(SecretBytes(copying: [UInt8](row.text.utf8))))
        }
    }

    @Test("every last character with unused bits that are not zero", arguments: [2, 3])
    func unusedBits(_ digits: Int) {
        let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let unused = digits == 2 ? 16 : 4
        for (value, character) in alphabet.enumerated() {
            let text = [UInt8](repeating: UInt8(ascii: "A"), count: digits - 1) + [character]
            let expected = Base64Error(kind: .unusedBitsNotZero, offset: digits - 1)
            if value % unused == 0 {
                #expect(throws: Never.self) { try Base64URL.decode(text) }
            } else {
                #expect(throws: expected) { try Base64URL.decode(text) }
            }
        }
    }

    @Test("every byte at every place: accepted exactly if it is in the alphabet", arguments: 0..<28)
    func everyByteEverywhere(_ place: Int) {
        let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var text = [UInt8](repeating: UInt8(ascii: "A"), count: 28)
        for byte in UInt8.min...UInt8.max {
            text[place] = byte
            let isBase64 = letters.contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
            let isBase64URL = letters.contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            // One "=" at the very end is padding, which the test above covers.
            if byte == UInt8(ascii: "="), place == 27 { continue }
            #expect(
                Self.offsetOfError { () throws(Base64Error) in try Base64.decode(text) }
                    == (isBase64 ? nil : place))
            #expect(
                Self.offsetOfError { () throws(Base64Error) in try Base64URL.decode(text) }
                    == (isBase64URL ? nil : place))
        }
    }

    private static func offsetOfError(_ decode: () throws(Base64Error) -> [UInt8]) -> Int? {
        do {
            _ = try decode()
            return nil
        } catch {
            return error.offset
        }
    }

    @Test("a text above the limit is refused before it is looked at")
    func theSizeIsCapped() throws {
        #expect(Base64.maximumByteCount == 16_777_216 && Base64URL.maximumByteCount == 16_777_216)
        let longest = [UInt8](repeating: UInt8(ascii: "A"), count: Base64.maximumByteCount)
        #expect(try Base64.decode(longest).count == longest.count / 4 * 3)
        #expect(try Base64URL.decode(longest).count == longest.count / 4 * 3)
        // The first character is wrong too.
        let tooLong = Array("!".utf8) + longest
        let error = Base64Error(kind: .tooLarge, offset: Base64.maximumByteCount)
        #expect(throws: error) { try Base64.decode(tooLong) }
        #expect(throws: error) { try Base64URL.decode(tooLong) }
        #expect(throws: error) { try Base64URL.decode(String(decoding: tooLong, as: UTF8.self)) }
        let secret = SecretSlice(SecretBytes(copying: tooLong))
        #expect(throws: error) { try Base64.decode(secret) }
        #expect(throws: error) { try Base64URL.decode(secret) }
    }

    @Test func descriptionsSayWhere() {
        let error = Base64Error(kind: .whiteSpace, offset: 12)
        #expect(error.description == "base64: white space, which has to be removed at offset 12")
    }
}
