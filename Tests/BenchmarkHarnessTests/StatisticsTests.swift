import Testing

@testable import BenchmarkHarness

@Suite("Statistics")
struct StatisticsTests {
    @Test("The order of the values does not matter; the quartiles are those of Hyndman and Fan's type 7")
    func quartiles() throws {
        let statistics = try #require(Statistics([9, 1, 4, 6, 2, 100]))
        #expect(statistics.count == 6)
        #expect(statistics.minimum == 1)
        #expect(statistics.lowerQuartile == 2.5)
        #expect(statistics.median == 5)
        #expect(statistics.upperQuartile == 8.25)
    }

    @Test("One value is its own median and quartiles")
    func oneValue() throws {
        let statistics = try #require(Statistics([3]))
        #expect(
            [statistics.minimum, statistics.lowerQuartile, statistics.median, statistics.upperQuartile] == [
                3, 3, 3, 3,
            ])
    }

    @Test("No value, no statistics")
    func noValue() {
        #expect(Statistics([]) == nil)
    }

    @Test(
        "Numbers have three or four significant digits and their unit",
        arguments: [
            (Quantity.duration(nanoseconds: 0.5), "0.5000 ns"),
            (Quantity.duration(nanoseconds: 226.04), "226.0 ns"),
            (Quantity.duration(nanoseconds: 1000), "1.000 µs"),
            (Quantity.duration(nanoseconds: 8.699e5), "869.9 µs"),
            (Quantity.duration(nanoseconds: 2.5e9), "2.500 s"),
            (Quantity.rate(.operations(1), nanoseconds: 1e6), "1,000 /s"),
            (Quantity.rate(.operations(2), nanoseconds: 1e3), "2,000,000 /s"),
            (Quantity.rate(.operations(1), nanoseconds: 76.64e6), "13.0 /s"),
            (Quantity.rate(.bytes(300), nanoseconds: 1000), "300.0 MB/s"),
            (Quantity.rate(.bytes(4096), nanoseconds: 2048), "2.000 GB/s"),
            (Quantity.ratio(0.9876), "0.988×"), (Quantity.ratio(44.32), "44.3×"),
            (Quantity.change(0.981), "-1.9 %"),
        ])
    func quantities(text: String, expected: String) {
        #expect(text == expected)
    }
}
