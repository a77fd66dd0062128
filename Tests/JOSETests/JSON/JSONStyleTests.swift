import JOSE
import Testing

@Suite("JSONStyle")
struct JSONStyleTests {
    static let value: JSONValue = [
        "a": [1, "é", ["b": .null]], "\u{7f}😀": [:], "e": [], "t": true,
        "q": "\"\\/\u{8}\t\n\u{c}\r\u{0}\u{1f} ~",
    ]

    @Test(
        "each style has its separators and escapes",
        arguments: [
            (
                JSONStyle.compact,
                #"{"a":[1,"é",{"b":null}],"\#u{7f}😀":{},"e":[],"t":true,"q":"\"\\/\b\t\n\f\r\u0000\u001f ~"}"#
            ),
            (
                .compactASCII,
                #"{"a":[1,"\u00e9",{"b":null}],"\u007f\ud83d\ude00":{},"e":[],"t":true,"#
                    + #""q":"\"\\/\b\t\n\f\r\u0000\u001f ~"}"#
            ),
            (
                .python,
                #"{"a": [1, "\u00e9", {"b": null}], "\u007f\ud83d\ude00": {}, "e": [], "t": true, "#
                    + #""q": "\"\\/\b\t\n\f\r\u0000\u001f ~"}"#
            ),
        ])
    func writes(style: JSONStyle, text: String) {
        #expect(String(decoding: Self.value.serialized(style), as: UTF8.self) == text)
    }

    @Test("every character from U+0000 to U+FFFF is written as Python's json.dumps does")
    func escapesAsPython() {
        var wrong: [UInt32] = []
        for value in (0 as UInt32)...0xffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let digits = String(value, radix: 16)
            let unit = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            let expected: String =
                switch scalar {
                case "\"": "\\\""
                case "\\": "\\\\"
                case "\n": "\\n"
                case "\r": "\\r"
                case "\t": "\\t"
                case "\u{8}": "\\b"
                case "\u{c}": "\\f"
                case " "..."~": String(scalar)
                default: unit
                }
            let written = JSONValue.string(String(scalar)).serialized(.python)
            if written != Array("\"\(expected)\"".utf8) { wrong.append(value) }
        }
        #expect(wrong.isEmpty)
    }
}
