import Testing

@testable import CommandLineTool

@Suite struct PrintableTests {
    @Test(arguments: [
        ("plain text", "plain text"), ("Zürich 東京 🙂", "Zürich 東京 🙂"), ("a\nb\tc", "a\\u{a}b\\u{9}c"),
        ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"), ("\u{9b}31m", "\\u{9b}31m"), ("\u{7f}", "\\u{7f}"),
        ("\u{202e}gnp.exe", "\\u{202e}gnp.exe"), ("a\u{2028}b\u{200b}c", "a\\u{2028}b\\u{200b}c"),
        ("\u{e000}", "\\u{e000}"),
    ])
    func whatATerminalActsOnIsEscaped(_ text: String, _ expected: String) {
        #expect(Printable.line(text) == expected)
    }
}
