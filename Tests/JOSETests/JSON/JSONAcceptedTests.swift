import JOSE
import TestSupport
import Testing

@Suite("JSON texts that are accepted")
struct JSONAcceptedTests {
    /// The text, and how it is written in the compact style.
    typealias Row = (text: String, compact: String)

    static let rows: [Row] = [
        // Scalars at the top, which RFC 8259 allows.
        ("null", "null"),
        ("true", "true"),
        ("false", "false"),
        ("0", "0"),
        ("\"\"", "\"\""),
        (" \t\r\n1 \t\r\n", "1"),
        // Arrays and objects.
        ("[]", "[]"),
        ("[ ]", "[]"),
        ("{}", "{}"),
        ("{ \n}", "{}"),
        ("[[],[[]],{}]", "[[],[[]],{}]"),
        ("[ 1 , 2 ]", "[1,2]"),
        ("{\"b\":1,\"a\":2}", "{\"b\":1,\"a\":2}"),
        ("{ \"a\" : { \"b\" : [ ] } }", "{\"a\":{\"b\":[]}}"),
        ("{\"\":0}", "{\"\":0}"),
        ("{\"a\":1,\"A\":2}", "{\"a\":1,\"A\":2}"),
        ("[{\"a\":1},{\"a\":2}]", "[{\"a\":1},{\"a\":2}]"),
        ("{\"a\":{\"a\":{\"a\":1}}}", "{\"a\":{\"a\":{\"a\":1}}}"),
        ("[null,true,false,0,\"\"]", "[null,true,false,0,\"\"]"),
        // Numbers keep their text.
        ("-0", "-0"),
        ("0.0", "0.0"),
        ("-0.0e-0", "-0.0e-0"),
        ("10", "10"),
        ("1e5", "1e5"),
        ("1E+05", "1E+05"),
        ("1e-5", "1e-5"),
        ("1.50", "1.50"),
        ("0e1", "0e1"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("18446744073709551615", "18446744073709551615"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("1e999999999999999999999", "1e999999999999999999999"),
        ("3.141592653589793238462643383279", "3.141592653589793238462643383279"),
        // Escapes become characters; only what must be escaped is.
        ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\""),
        ("\"\\u0041\\u00e9\\u20AC\"", "\"Aé€\""),
        ("\"\\ud83d\\ude00\"", "\"😀\""),
        ("\"\\uD834\\uDd1e\"", "\"𝄞\""),
        ("\"\\uDBFF\\uDFFF\"", "\"\u{10ffff}\""),
        ("\"\\ud800\\udc00\"", "\"\u{10000}\""),
        ("\"\\u0000\"", "\"\\u0000\""),
        ("\"\\u001F\"", "\"\\u001f\""),
        ("\"\\u007f\"", "\"\u{7f}\""),
        ("\"\\u0080\"", "\"\u{80}\""),
        ("\"\\u07ff\\u0800\"", "\"\u{7ff}\u{800}\""),
        ("\"\\ud7ff\\ue000\"", "\"\u{d7ff}\u{e000}\""),
        ("\"\\ufeff\\uffff\\ufffe\"", "\"\u{feff}\u{ffff}\u{fffe}\""),
        ("\"\\u005c\\u0022\"", "\"\\\\\\\"\""),
        ("\"\\\\u0041\"", "\"\\\\u0041\""),
        ("{\"\\u0061lg\":1}", "{\"alg\":1}"),
        // Characters as they are.
        ("\"\u{7f}\"", "\"\u{7f}\""),
        ("\"a/b\"", "\"a/b\""),
        ("\"é€😀\u{10ffff}\"", "\"é€😀\u{10ffff}\""),
        (
            "\"\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{ffff}\u{10000}\"",
            "\"\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{ffff}\u{10000}\""
        ),
        (
            "\"\u{1000}\u{d000}\u{40000}\u{fffff}\u{100000}\"",
            "\"\u{1000}\u{d000}\u{40000}\u{fffff}\u{100000}\""
        ),
        ("\"\u{2028}\u{2029}\u{feff}\"", "\"\u{2028}\u{2029}\u{feff}\""),
        ("\"// no /* comment */\"", "\"// no /* comment */\""),
        ("\"[1,]\"", "\"[1,]\""),
        // Two names that Unicode calls equivalent, but that are not the same code points.
        ("{\"\u{e9}\":1,\"e\u{301}\":2}", "{\"\u{e9}\":1,\"e\u{301}\":2}"),
        ("[\"\u{e9}\",\"e\u{301}\"]", "[\"\u{e9}\",\"e\u{301}\"]"),
        ("{\"\u{212b}\":1,\"\u{c5}\":2}", "{\"\u{212b}\":1,\"\u{c5}\":2}"),
    ]

    @Test("is read and written", arguments: rows)
    func accepts(text: String, compact: String) throws {
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(hexadecimal(value.serialized()) == hexadecimal(compact.utf8))
        #expect(try JSONValue(parsing: text) == value)
        // What is written is read as the same value, in every style.
        for style in [JSONStyle.compact, .compactASCII, .python] {
            #expect(try JSONValue(parsing: value.serialized(style)) == value)
        }
    }

    @Test("the table has the cases that were written")
    func count() {
        #expect(Self.rows.count == 61)
    }

    @Test("random values are read as they were written", arguments: 0..<20 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let value = Self.randomValue(depth: 4, &generator)
        for style in [JSONStyle.compact, .compactASCII, .python] {
            #expect(try JSONValue(parsing: value.serialized(style)) == value)
        }
    }

    private static func randomValue(depth: Int, _ generator: inout SplitMix64) -> JSONValue {
        switch Int.random(in: depth > 0 ? 0..<7 : 2..<7, using: &generator) {
        case 0:
            return .array(
                (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                    randomValue(depth: depth - 1, &generator)
                })
        case 1:
            return .object(
                JSONObject(
                    (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
                        (name: randomString(&generator), value: randomValue(depth: depth - 1, &generator))
                    }))
        case 2: return .null
        case 3: return .bool(Bool.random(using: &generator))
        case 4: return .number(JSONNumber(Int64(truncatingIfNeeded: generator.next())))
        default: return .string(randomString(&generator))
        }
    }

    /// Code points of every length in UTF-8, those at the borders more often.
    private static func randomString(_ generator: inout SplitMix64) -> String {
        let borders: [UInt32] = [
            0, 0x1f, 0x20, 0x22, 0x5c, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<8, using: &generator) {
            let value =
                Bool.random(using: &generator)
                ? borders.randomElement(using: &generator) ?? 0
                : UInt32.random(in: 0...0x10ffff, using: &generator)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
