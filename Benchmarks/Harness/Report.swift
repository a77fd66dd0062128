import Foundation

/// The outcome of a run, as it is shown and stored.
struct Report: Codable {
    /// The version of this structure in files.
    var format = 1

    /// When the run began: ISO 8601, UTC.
    let date: String

    /// What it ran on.
    let machine: Machine

    /// What was asked for.
    let settings: Settings

    /// What else was measured, in which versions.
    let notes: [String]

    /// How many rounds there were.
    let rounds: Int

    /// The load of the machine when the run began and ended, this program's own share included.
    let loadBefore: Double?, loadAfter: Double?

    /// One result for each benchmark.
    let results: [Result]

    /// One ratio for each rival of a contest.
    let ratios: [Ratio]

    /// What was asked for.
    struct Settings: Codable {
        /// Seconds for each benchmark.
        let seconds: Double
        /// Which time the statistics are about.
        let clock: TimeKind
    }

    /// What was measured of one benchmark.
    struct Result: Codable {
        /// Its name, and what an iteration processes.
        let name: String, work: Benchmark.Work
        /// How many iterations a sample had.
        let iterations: Int
        /// Nanoseconds per iteration.
        let nanoseconds: Statistics
        /// The part of the wall time in which the thread had a processor, where that is known.
        let processorShare: Double?

        /// How much work is done in a second.
        var rate: String { Quantity.rate(work, nanoseconds: nanoseconds.median) }
    }
}

extension Report {
    /// The report of these measurements.
    init(
        date: Date, machine: Machine, settings: Settings, loadBefore: Double?, measurements: [Measurement],
        subjects: [String] = [], notes: [String] = []
    ) {
        self.date = date.ISO8601Format()
        self.machine = machine
        self.settings = settings
        self.notes = notes
        self.rounds = measurements.map(\.samples.count).min() ?? 0
        self.loadBefore = loadBefore
        self.loadAfter = Machine.load
        self.results = measurements.compactMap { measurement in
            Statistics(measurement.nanoseconds(by: settings.clock)).map {
                Result(
                    name: measurement.name, work: measurement.work, iterations: measurement.iterations,
                    nanoseconds: $0, processorShare: measurement.processorShare)
            }
        }
        self.ratios = Ratio.contests(of: subjects, in: measurements, by: settings.clock)
    }

    /// Reads a report from a file.
    init(file: String) throws {
        let report = try JSONDecoder().decode(
            Report.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        guard report.format == 1 else { throw UnknownFormat(file: file, format: report.format) }
        self = report
    }

    /// Writes the report to a file.
    func write(to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(fileURLWithPath: file))
    }

    private struct UnknownFormat: Error, CustomStringConvertible {
        let file: String, format: Int
        var description: String { "\(file) has format \(format); this program knows format 1" }
    }
}
