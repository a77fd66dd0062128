import JOSE
import Testing

@Suite("JSONNumber")
struct JSONNumberTests {
    /// The text, and its value with and without a sign in 64 bits, where it has one.
    typealias Row = (text: String, int64: Int64?, uint64: UInt64?)

    static let rows: [Row] = [
        ("0", 0, 0),
        ("-0", 0, 0),
        ("7", 7, 7),
        ("-7", -7, nil),
        ("9007199254740993", 9_007_199_254_740_993, 9_007_199_254_740_993),
        ("9223372036854775807", .max, 9_223_372_036_854_775_807),
        ("9223372036854775808", nil, 9_223_372_036_854_775_808),
        ("-9223372036854775808", .min, nil),
        ("-9223372036854775809", nil, nil),
        ("18446744073709551615", nil, .max),
        ("18446744073709551616", nil, nil),
        ("-18446744073709551615", nil, nil),
        ("-18446744073709551616", nil, nil),
        ("99999999999999999999999999", nil, nil),
        ("1e3", 1000, 1000),
        ("1E+3", 1000, 1000),
        ("10.0", 10, 10),
        ("1.5e1", 15, 15),
        ("1500e-2", 15, 15),
        ("1501e-2", nil, nil),
        ("1.25e1", nil, nil),
        ("0.5", nil, nil),
        ("-0.5", nil, nil),
        ("5e-1", nil, nil),
        ("50e-1", 5, 5),
        ("0.0", 0, 0),
        ("-0.0e10", 0, 0),
        ("0e999999999999999999999", 0, 0),
        ("0e-999999999999999999999", 0, 0),
        ("1e999999999999999999999", nil, nil),
        ("-1e999999999999999999999", nil, nil),
        ("1e-999999999999999999999", nil, nil),
        ("1e19", nil, 10_000_000_000_000_000_000),
        ("1e20", nil, nil),
        ("9.223372036854775807e18", .max, 9_223_372_036_854_775_807),
        ("0.00000000000000000009e20", 9, 9),
        ("100000000000000000000000e-22", 10, 10),
    ]

    @Test("integers are exact", arguments: rows)
    func values(text: String, int64: Int64?, uint64: UInt64?) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.text == text)
        #expect(number.int64 == int64)
        #expect(number.uint64 == uint64)
    }

    @Test(
        "text that is no number makes none",
        arguments: ["", " 1", "1 ", "01", "+1", "1.", "a", "[1]", "\"1\"", "NaN"])
    func refuses(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test(
        "rounded down",
        arguments: [
            ("7", 7), ("-7", -7), ("1.5", 1), ("-1.5", -2), ("1.70000000055e9", 1_700_000_000), ("5e-1", 0),
            ("-5e-1", -1), ("-0", 0), ("99999999990.5e-9", 99), ("1e20", .max), ("-1e20", .min),
        ] as [(String, Int64)])
    func floor(text: String, floor: Int64) {
        #expect(JSONNumber(text)?.floor == floor)
    }

    @Test("integers are written in decimal")
    func integers() {
        #expect(JSONNumber(Int64.min).text == "-9223372036854775808")
        #expect(JSONNumber(UInt64.max).text == "18446744073709551615")
        #expect((42 as JSONNumber).text == "42")
        #expect(JSONNumber(1 as Int64) != JSONNumber("1.0"))
    }
}
