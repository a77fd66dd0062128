import Testing

@testable import RSA

@Suite("Groups of equal elements")
struct GroupingTests {
    @Test(
        "equal elements come together, in their order, no more than allowed",
        arguments: [
            ("", []), ("a", [[0]]), ("abab", [[0, 2], [1, 3]]), ("aabaaa", [[0, 1, 3], [4, 5], [2]]),
            ("aaabbb", [[0, 1, 2], [3, 4, 5]]), ("aaaa", [[0, 1, 2], [3]]), ("cab", [[0], [1], [2]]),
        ])
    func groups(elements: String, expected: [[Int]]) {
        #expect(Array(elements).indicesOfEqual(atMost: 3) == expected)
    }
}
