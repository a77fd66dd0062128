import Foundation
import Testing

@testable import BenchmarkHarness

@Suite("Reports")
struct ReportTests {
    private static let machine = Machine(
        processor: "P", architecture: "a", processorCount: 2, operatingSystem: "O", toolchain: "T")

    /// A report of measurements with these nanoseconds per iteration.
    private static func report(
        _ samples: [(name: String, nanoseconds: [Int])], machine: Machine = machine, subjects: [String] = []
    ) -> Report {
        Report(
            date: Date(timeIntervalSince1970: 0), machine: machine,
            settings: Report.Settings(seconds: 1, clock: .wall), loadBefore: nil,
            measurements: samples.map { sample in
                Measurement(
                    name: sample.name, work: .operations(1), iterations: 1,
                    samples: sample.nanoseconds.map { Timing(wall: $0, processor: $0 / 2) })
            }, subjects: subjects)
    }

    @Test("A report comes back from its file")
    func file() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "rs256-report-\(UUID()).json"
        ).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let report = Self.report([("sign/2048", [10, 20, 30]), ("sign/3072", [5, 5])])
        try report.write(to: path)
        let read = try Report(file: path)
        #expect(read.date == "1970-01-01T00:00:00Z")
        #expect(read.machine == Self.machine)
        #expect(read.results.map(\.name) == ["sign/2048", "sign/3072"])
        #expect(read.results.map(\.nanoseconds) == report.results.map(\.nanoseconds))
        #expect(read.results.map(\.processorShare) == [0.5, 4.0 / 10])
        #expect(read.rounds == 2)
    }

    @Test("A change is one when the middle halves of the samples do not overlap")
    func comparison() {
        let before = Self.report([
            ("a", [100, 101, 102]), ("b", [100, 101, 102]), ("c", [100, 150, 200]), ("old", [1]),
        ])
        let after = Self.report([
            ("a", [90, 91, 92]), ("b", [110, 111, 112]), ("c", [140, 190, 240]), ("new", [1]), ("newer", [1]),
        ])
        let comparison = Comparison(before: before, after: after)
        #expect(comparison.rows.map(\.name) == ["a", "b", "c"])
        #expect(comparison.rows.map(\.verdict) == [.faster, .slower, .same])
        #expect(comparison.missingCount == 1)
        #expect(comparison.addedCount == 2)
        #expect(comparison.differences == [])
    }

    @Test("Runs under different conditions say so")
    func conditions() {
        let other = Machine(
            processor: "P", architecture: "a", processorCount: 2, operatingSystem: "O", toolchain: "U")
        let comparison = Comparison(
            before: Self.report([("a", [1])]), after: Self.report([("a", [1])], machine: other))
        #expect(comparison.differences == ["toolchain: T, now U"])
    }

    @Test("A ratio is taken in each round, so that a slow round does not count")
    func ratios() throws {
        let report = Self.report(
            [
                ("sign/2048/ours", [10, 100, 10]), ("sign/2048/theirs", [20, 200, 30]),
                ("sign/3072/theirs", [1, 1, 1]),
            ], subjects: ["ours", "absent"])
        #expect(report.ratios.count == 1)
        let ratio = try #require(report.ratios.first)
        #expect([ratio.task, ratio.subject, ratio.rival] == ["sign/2048", "ours", "theirs"])
        #expect(
            [ratio.statistics.minimum, ratio.statistics.median, ratio.statistics.upperQuartile] == [
                2, 2, 2.5,
            ])
    }

    @Test("A disturbed measurement is not passed over")
    func warnings() {
        let report = Self.report([("a", Array(repeating: 10, count: 30))])
        #expect(report.warnings.count == 1)
        #expect(report.warnings[0].contains("50.0 % of the time in the worst case"))
    }

    @Test("The chart is well-formed, with a bar and a text for each result")
    func chart() throws {
        let report = Self.report(
            [("sign <&>/ours", [10, 20, 30]), ("sign <&>/theirs", [20, 30, 40])], subjects: ["ours"])
        let svg = report.chart(title: "R & D", subjects: ["ours"]).svg()
        let document = SVGReader(svg)
        #expect(document.error == nil)
        #expect(document.classes.filter { $0 == "bar own" }.count == 1)
        #expect(document.classes.filter { $0 == "bar" }.count == 1)
        #expect(document.texts.contains("sign <&>"))
        #expect(document.texts.contains("50,000,000 /s"))
        #expect(document.texts.contains { $0.hasPrefix("33,333,333 /s") && $0.hasSuffix("(ours: 1.50×)") })
    }
}
