import Testing

@testable import CommandLineTool

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("token", "token", 0), ("tokne", "token", 1),
        ("toke", "token", 1), ("tokenn", "token", 1), ("kitten", "sitting", 3),
    ])
    func distanceCountsEdits(_ a: String, _ b: String, _ expected: Int) {
        #expect(Suggestion.distance(a, b) == expected)
        #expect(Suggestion.distance(b, a) == expected)
    }

    @Test(arguments: [
        ("verfy", "verify"), ("insp", "inspect"), ("singn", "sign"), ("tokken", "token"), ("xyz", nil),
        ("", nil),
        ("t", nil),
    ])
    func theNearestWordIsOffered(_ word: String, _ expected: String?) {
        #expect(Suggestion.closest(to: word, among: ["token", "sign", "verify", "inspect"]) == expected)
    }

    @Test func veryLongWordsAreNotCompared() {
        #expect(Suggestion.closest(to: String(repeating: "a", count: 100_000), among: ["aaaa"]) == nil)
    }
}
