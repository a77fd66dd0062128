import Testing

@testable import CommandLineTool

@Suite struct TextLayoutTests {
    @Test(arguments: [
        ("", []), ("one", ["one"]), ("one two three", ["one two", "three"]),
        ("seventeen-letters x", ["seventeen-letters", "x"]),
        ("1234 678", ["1234 678"]), ("1234 6789", ["1234", "6789"]),
    ])
    func linesKeepToTheWidth(_ text: String, _ expected: [String]) {
        #expect(TextLayout.wrapped(text, width: 8) == expected)
    }

    @Test func tablesAlignTheirSecondColumn() {
        let lines = TextLayout.table(
            [("--a", "first"), ("--long-name-that-does-not-fit", "second one")], indentation: 2, width: 40)
        #expect(
            lines == [
                "  --a" + String(repeating: " ", count: 25) + "first",
                "  --long-name-that-does-not-fit",
                String(repeating: " ", count: 30) + "second one",
            ])
    }
}
