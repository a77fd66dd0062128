import Testing

@testable import CommandLineTool

@Suite struct TimeInWordsTests {
    @Test(arguments: [
        (0, "now"), (1, "in 1 second"), (-1, "1 second ago"), (59, "in 59 seconds"), (60, "in 1 minute"),
        (300, "in 5 minutes"), (3_599, "in 59 minutes"), (3_600, "in 1 hour"), (-259_200, "3 days ago"),
        (86_400 * 365, "in 365 days"), (86_400 * 366, "in 1 year"),
    ])
    func distancesAreRoundedDown(_ seconds: Int64, _ expected: String) {
        #expect(TimeInWords.distance(from: 1_000_000, to: 1_000_000 + seconds) == expected)
    }

    @Test func theWholeRangeIsCovered() {
        #expect(TimeInWords.distance(from: .min, to: .max) == "in 584554049253 years")
        #expect(TimeInWords.distance(from: .max, to: .min) == "584554049253 years ago")
    }
}
