import Testing

@testable import CommandLineTool

@Suite struct UTCTimeTests {
    @Test(arguments: [
        (0, "1970-01-01 00:00:00 UTC"), (-1, "1969-12-31 23:59:59 UTC"),
        (1_300_819_380, "2011-03-22 18:43:00 UTC"),
        (951_782_400, "2000-02-29 00:00:00 UTC"), (4_107_542_399, "2100-02-28 23:59:59 UTC"),
        (4_107_542_400, "2100-03-01 00:00:00 UTC"), (1_735_689_599, "2024-12-31 23:59:59 UTC"),
        (253_402_300_799, "9999-12-31 23:59:59 UTC"), (253_402_300_800, nil),
        (-62_135_596_800, "0001-01-01 00:00:00 UTC"), (-62_135_596_801, nil), (.max, nil), (.min, nil),
    ])
    func epochSecondsBecomeDates(_ seconds: Int64, _ expected: String?) {
        #expect(UTCTime.text(seconds) == expected)
    }
}
