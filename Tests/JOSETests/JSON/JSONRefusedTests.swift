import JOSE
import TestSupport
import Testing

@Suite("JSON texts that are refused")
struct JSONRefusedTests {
    /// The text, the rule that it breaks, and the byte where.
    typealias Row = (text: String, kind: JSONError.Kind, offset: Int)

    static let structure: [Row] = [
        ("", .unexpectedEnd, 0),
        (" \n", .unexpectedEnd, 2),
        ("[", .unexpectedEnd, 1),
        ("[1", .unexpectedEnd, 2),
        ("[1,", .unexpectedEnd, 3),
        ("[1, ", .unexpectedEnd, 4),
        ("[[]", .unexpectedEnd, 3),
        ("{", .unexpectedEnd, 1),
        ("{\"a\"", .unexpectedEnd, 4),
        ("{\"a\":", .unexpectedEnd, 5),
        ("{\"a\":1", .unexpectedEnd, 6),
        ("{\"a\":1,", .unexpectedEnd, 7),
        ("{\"a\":{}", .unexpectedEnd, 7),
        ("]", .valueExpected, 0),
        ("}", .valueExpected, 0),
        (",", .valueExpected, 0),
        (":", .valueExpected, 0),
        ("[,]", .valueExpected, 1),
        ("[,1]", .valueExpected, 1),
        ("[1,,2]", .valueExpected, 3),
        ("[1,]", .trailingComma, 3),
        ("[1 , ]", .trailingComma, 5),
        ("[[1,],2]", .trailingComma, 4),
        ("{\"a\":1,}", .trailingComma, 7),
        ("{\"a\":1 ,\n}", .trailingComma, 9),
        ("[1 2]", .commaOrEndExpected, 3),
        ("[1:2]", .commaOrEndExpected, 2),
        ("[1}", .commaOrEndExpected, 2),
        ("[{}}", .commaOrEndExpected, 3),
        ("[\"a\" \"b\"]", .commaOrEndExpected, 5),
        ("{\"a\":1]", .commaOrEndExpected, 6),
        ("{\"a\":[1}", .commaOrEndExpected, 7),
        ("{\"a\":1 \"b\":2}", .commaOrEndExpected, 7),
        ("{\"a\":1:2}", .commaOrEndExpected, 6),
        ("{\"a\":1;\"b\":2}", .commaOrEndExpected, 6),
        ("[1] 2", .trailingData, 4),
        ("[][]", .trailingData, 2),
        ("{}}", .trailingData, 2),
        ("1 1", .trailingData, 2),
        ("\"a\"\"b\"", .trailingData, 3),
        ("{},", .trailingData, 2),
        ("null;", .trailingData, 4),
        ("{}\u{0}", .trailingData, 2),
        ("{} // end", .trailingData, 3),
        ("{a:1}", .nameExpected, 1),
        ("{'a':1}", .nameExpected, 1),
        ("{1:1}", .nameExpected, 1),
        ("{null:1}", .nameExpected, 1),
        ("{[]:1}", .nameExpected, 1),
        ("{,}", .nameExpected, 1),
        ("{]", .nameExpected, 1),
        ("{\"a\":1,,\"b\":2}", .nameExpected, 7),
        ("{\"a\":1,b:2}", .nameExpected, 7),
        ("{\"a\":1,]", .nameExpected, 7),
        ("{\"a\" 1}", .colonExpected, 5),
        ("{\"a\"}", .colonExpected, 4),
        ("{\"a\",1}", .colonExpected, 4),
        ("{\"a\"=1}", .colonExpected, 4),
        ("{\"a\"::1}", .valueExpected, 5),
        ("{\"a\":}", .valueExpected, 5),
        ("{\"a\":,}", .valueExpected, 5),
        ("{\"a\":]", .valueExpected, 5),
        ("[1,}", .valueExpected, 3),
        ("[}", .valueExpected, 1),
        ("(1)", .valueExpected, 0),
        ("'a'", .valueExpected, 0),
        ("`a`", .valueExpected, 0),
        ("/* */1", .valueExpected, 0),
        ("// \n1", .valueExpected, 0),
        ("#1", .valueExpected, 0),
        ("<a/>", .valueExpected, 0),
        ("[1,\u{a0}2]", .valueExpected, 3),
        ("\u{b}1", .valueExpected, 0),
        ("\u{c}1", .valueExpected, 0),
        ("\u{0}", .valueExpected, 0),
        ("1\u{c}", .trailingData, 1),
        ("1\u{2028}", .trailingData, 1),
    ]

    static let literals: [Row] = [
        ("nul", .invalidLiteral, 0),
        ("nulL", .invalidLiteral, 0),
        ("t", .invalidLiteral, 0),
        ("[tru]", .invalidLiteral, 1),
        ("fals", .invalidLiteral, 0),
        ("falsy", .invalidLiteral, 0),
        ("True", .valueExpected, 0),
        ("FALSE", .valueExpected, 0),
        ("NULL", .valueExpected, 0),
        ("None", .valueExpected, 0),
        ("undefined", .valueExpected, 0),
        ("truee", .trailingData, 4),
        ("null0", .trailingData, 4),
        ("[truefalse]", .commaOrEndExpected, 5),
        ("NaN", .valueExpected, 0),
        ("Infinity", .valueExpected, 0),
        ("-Infinity", .digitExpected, 1),
        ("-NaN", .digitExpected, 1),
    ]

    static let numbers: [Row] = [
        ("01", .leadingZero, 0),
        ("-01", .leadingZero, 1),
        ("00", .leadingZero, 0),
        ("-00", .leadingZero, 1),
        ("[012]", .leadingZero, 1),
        ("01.5", .leadingZero, 0),
        ("+1", .valueExpected, 0),
        (".5", .valueExpected, 0),
        ("-.5", .digitExpected, 1),
        ("-", .unexpectedEnd, 1),
        ("[-]", .digitExpected, 2),
        ("--1", .digitExpected, 1),
        ("-+1", .digitExpected, 1),
        ("- 1", .digitExpected, 1),
        ("-a", .digitExpected, 1),
        ("1.", .unexpectedEnd, 2),
        ("[1.]", .digitExpected, 3),
        ("1.e5", .digitExpected, 2),
        ("1.-5", .digitExpected, 2),
        ("1..5", .digitExpected, 2),
        ("1e", .unexpectedEnd, 2),
        ("1E", .unexpectedEnd, 2),
        ("1e+", .unexpectedEnd, 3),
        ("1e-", .unexpectedEnd, 3),
        ("[1e]", .digitExpected, 3),
        ("1e+-5", .digitExpected, 3),
        ("1e.5", .digitExpected, 2),
        ("1ee5", .digitExpected, 2),
        ("1.5.5", .trailingData, 3),
        ("1e5.5", .trailingData, 3),
        ("1e5e5", .trailingData, 3),
        ("1-1", .trailingData, 1),
        ("0x10", .trailingData, 1),
        ("1_000", .trailingData, 1),
        ("1,000", .trailingData, 1),
        ("1f", .trailingData, 1),
        ("1L", .trailingData, 1),
        ("\u{ff11}", .valueExpected, 0),
        ("1\u{660}", .trailingData, 1),
    ]

    static let strings: [Row] = [
        ("\"", .unexpectedEnd, 1),
        ("\"a", .unexpectedEnd, 2),
        ("\"a'", .unexpectedEnd, 3),
        ("\"é", .unexpectedEnd, 3),
        ("\"😀", .unexpectedEnd, 5),
        ("\"\\\"", .unexpectedEnd, 3),
        ("\"\\", .unexpectedEnd, 2),
        ("\"\u{0}\"", .controlCharacter, 1),
        ("\"a\nb\"", .controlCharacter, 2),
        ("\"a\rb\"", .controlCharacter, 2),
        ("\"\tb\"", .controlCharacter, 1),
        ("\"\u{1f}\"", .controlCharacter, 1),
        ("{\"a\n\":1}", .controlCharacter, 3),
        ("\"\\\n\"", .invalidEscape, 1),
        ("\"\\a\"", .invalidEscape, 1),
        ("\"\\'\"", .invalidEscape, 1),
        ("\"\\0\"", .invalidEscape, 1),
        ("\"\\v\"", .invalidEscape, 1),
        ("\"\\e\"", .invalidEscape, 1),
        ("\"\\x41\"", .invalidEscape, 1),
        ("\"\\N\"", .invalidEscape, 1),
        ("\"\\U0041\"", .invalidEscape, 1),
        ("\"a\\é\"", .invalidEscape, 2),
        ("\"\\u\"", .invalidEscape, 1),
        ("\"\\u004\"", .invalidEscape, 1),
        ("\"\\u00g1\"", .invalidEscape, 1),
        ("\"\\u 041\"", .invalidEscape, 1),
        ("\"\\u+041\"", .invalidEscape, 1),
        ("\"\\u-041\"", .invalidEscape, 1),
        ("\"\\u{41}\"", .invalidEscape, 1),
        ("\"\\u00", .unexpectedEnd, 5),
        ("\"\\ud800\"", .loneSurrogate, 1),
        ("\"\\uDBFF\"", .loneSurrogate, 1),
        ("\"\\udc00\"", .loneSurrogate, 1),
        ("\"\\uDFFFa\"", .loneSurrogate, 1),
        ("\"ab\\ud800c\"", .loneSurrogate, 3),
        ("\"\\ud800\\n\"", .loneSurrogate, 1),
        ("\"\\ud800\\u0041\"", .loneSurrogate, 1),
        ("\"\\ud800\\ud800\"", .loneSurrogate, 1),
        ("\"\\ud800\\ue000\"", .loneSurrogate, 1),
        ("\"\\udc00\\ud800\"", .loneSurrogate, 1),
        ("\"\\ud83d\\ude00\\ude00\"", .loneSurrogate, 13),
        ("\"\\ud800\\u\"", .invalidEscape, 7),
        ("\"\\ud800\\udc0\"", .invalidEscape, 7),
        ("\"\\ud800\\udc", .unexpectedEnd, 11),
        ("{\"\\ud800\":1}", .loneSurrogate, 2),
    ]

    static let duplicates: [Row] = [
        ("{\"a\":1,\"a\":1}", .duplicateName, 7),
        ("{\"a\":1,\"b\":2,\"a\":3}", .duplicateName, 13),
        ("{\"a\":1,\"b\":2,\"b\":3,\"a\":4}", .duplicateName, 13),
        ("{\"a\":1,\"b\":2,\"a\":3,\"b\":4}", .duplicateName, 13),
        ("{\"a\":1,\"a\":2,\"a\":3}", .duplicateName, 7),
        ("{\"\":1,\"\":2}", .duplicateName, 6),
        ("{\"alg\":1,\"\\u0061lg\":2}", .duplicateName, 9),
        ("{\"\\u0061\":1,\"\\u0061\":2}", .duplicateName, 12),
        ("{\"/\":1,\"\\/\":2}", .duplicateName, 7),
        ("{\"\\n\":1,\"\\u000A\":2}", .duplicateName, 8),
        ("{\"é\":1,\"\\u00e9\":2}", .duplicateName, 8),
        ("{\"😀\":1,\"\\ud83d\\uDE00\":2}", .duplicateName, 10),
        ("[{\"a\":{\"b\":1,\"b\":2}}]", .duplicateName, 13),
        ("{\"a\":{\"b\":1},\"a\":{}}", .duplicateName, 13),
    ]

    @Test("text", arguments: structure + literals + numbers + strings + duplicates)
    func refusesText(text: String, kind: JSONError.Kind, offset: Int) {
        #expect(throws: JSONError(kind, offset: offset)) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(throws: JSONError(kind, offset: offset)) { try JSONValue(parsing: text) }
    }

    /// Bytes in hexadecimal, because no `String` holds them.
    static let encodings: [Row] = [
        ("efbbbf 7b7d", .byteOrderMark, 0),
        ("efbbbf", .byteOrderMark, 0),
        ("fffe 7b00 7d00", .valueExpected, 0),
        ("feff 007b 007d", .valueExpected, 0),
        ("7b00 7d00", .nameExpected, 1),
        ("007b 007d", .valueExpected, 0),
        ("22 80 22", .invalidUTF8, 1),
        ("22 bf 22", .invalidUTF8, 1),
        ("22 61 ff 22", .invalidUTF8, 2),
        ("22 fe 22", .invalidUTF8, 1),
        ("22 c3 22", .invalidUTF8, 1),
        ("22 c3", .invalidUTF8, 1),
        ("22 c328 22", .invalidUTF8, 1),
        ("22 c3c3a9 22", .invalidUTF8, 1),
        ("22 e9 22", .invalidUTF8, 1),
        // Overlong: solidus, quotation mark and NUL in two to four bytes.
        ("22 c0af 22", .invalidUTF8, 1),
        ("22 c0a2 22", .invalidUTF8, 1),
        ("22 c080 22", .invalidUTF8, 1),
        ("22 c1bf 22", .invalidUTF8, 1),
        ("22 e080af 22", .invalidUTF8, 1),
        ("22 e09fbf 22", .invalidUTF8, 1),
        ("22 f08080af 22", .invalidUTF8, 1),
        ("22 f08fbfbf 22", .invalidUTF8, 1),
        // Surrogates, alone and paired as in CESU-8.
        ("22 eda080 22", .invalidUTF8, 1),
        ("22 edafbf 22", .invalidUTF8, 1),
        ("22 edb080 22", .invalidUTF8, 1),
        ("22 edbfbf 22", .invalidUTF8, 1),
        ("22 eda0bdedb880 22", .invalidUTF8, 1),
        // Beyond U+10FFFF, and forms that RFC 3629 took out.
        ("22 f4908080 22", .invalidUTF8, 1),
        ("22 f5808080 22", .invalidUTF8, 1),
        ("22 f888808080 22", .invalidUTF8, 1),
        ("22 fc8480808080 22", .invalidUTF8, 1),
        // Cut off.
        ("22 e282 22", .invalidUTF8, 1),
        ("22 e2 22", .invalidUTF8, 1),
        ("22 e28222 22", .invalidUTF8, 1),
        ("22 f09f98 22", .invalidUTF8, 1),
        ("22 f09f98", .invalidUTF8, 1),
        ("22 f09f2880 22", .invalidUTF8, 1),
        ("22 c3a9 e282ac c3 22", .invalidUTF8, 6),
        ("7b 22 ff 22 3a 31 7d", .invalidUTF8, 2),
        // Outside of strings.
        ("c3a9", .valueExpected, 0),
        ("80", .valueExpected, 0),
        ("7b7d ff", .trailingData, 2),
        ("5b 31 e2808b 5d", .commaOrEndExpected, 2),
    ]

    @Test("bytes", arguments: encodings)
    func refusesBytes(hex: String, kind: JSONError.Kind, offset: Int) {
        #expect(throws: JSONError(kind, offset: offset)) { try JSONValue(parsing: bytes(hexadecimal: hex)) }
    }

    @Test("every cut of a text is refused, without a trap")
    func refusesEveryCut() throws {
        let text = Array(
            "{\"a\":[1,-2.5e+3,true,null,{}],\"\\u00e9\\ud83d\\ude00\":\"é€😀\\n\",\"b\":{\"c\":[]}}".utf8)
        _ = try JSONValue(parsing: text)
        for count in text.indices {
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text[..<count])) }
            #expect(
                [.unexpectedEnd, .invalidUTF8, .invalidLiteral, .loneSurrogate].contains(
                    try #require(error).kind))
            #expect(try #require(error).offset <= count)
        }
    }

    @Test("any change of one byte gives a value that is written back, or an error in the text")
    func survivesChangedBytes() {
        let text = Array("{\"a\":[1,-2.5e+3,true,null],\"\\u00e9\":\"é€😀\\n\"}".utf8)
        var accepted = 0
        var wrong: [(index: Int, byte: UInt8)] = []
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[index] = byte
                do throws(JSONError) {
                    let value = try JSONValue(parsing: changed)
                    accepted += 1
                    if (try? JSONValue(parsing: value.serialized())) != value { wrong.append((index, byte)) }
                } catch {
                    if !(0...text.count).contains(error.offset) { wrong.append((index, byte)) }
                }
            }
        }
        #expect(wrong.isEmpty)
        #expect(accepted > text.count)
    }

    @Test("error messages say what and where")
    func describesErrors() {
        #expect(
            JSONError(.trailingComma, offset: 7).description == "a closing bracket follows a comma at byte 7")
    }

    @Test("the tables have the cases that were written")
    func count() {
        #expect(Self.structure.count == 77)
        #expect(Self.literals.count == 18)
        #expect(Self.numbers.count == 39)
        #expect(Self.strings.count == 46)
        #expect(Self.duplicates.count == 14)
        #expect(Self.encodings.count == 44)
    }
}
