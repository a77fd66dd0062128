/// What has changed between two reports.
struct Comparison {
    /// A benchmark that both reports have.
    struct Row: Equatable {
        let name: String
        /// Median nanoseconds per iteration.
        let before: Double, after: Double
        let verdict: Verdict
    }

    /// Whether a change is more than noise: the middle halves of the samples, from quartile to quartile, do not overlap.
    /// A test of significance would find more differences, but it takes samples for independent of each other, which
    /// they are not: what disturbs a machine lasts for many of them.
    enum Verdict: String {
        case faster, slower
        case same = "no difference seen"
    }

    /// The benchmarks of both reports, in the order of the newer one.
    let rows: [Row]

    /// How many benchmarks only the older or only the newer report has.
    let missingCount: Int, addedCount: Int

    /// Conditions that differ between the two runs and forbid to lay a change to the code.
    let differences: [String]

    /// Compares two reports.
    init(before: Report, after: Report) {
        let old = Dictionary(before.results.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        rows = after.results.compactMap { new in
            old[new.name].map { Row($0, new) }
        }
        missingCount = before.results.count - rows.count
        addedCount = after.results.count - rows.count
        differences = Self.differences(before, after)
    }

    private static func differences(_ before: Report, _ after: Report) -> [String] {
        let conditions = [
            ("processor", before.machine.processor, after.machine.processor),
            ("processors", "\(before.machine.processorCount)", "\(after.machine.processorCount)"),
            ("operating system", before.machine.operatingSystem, after.machine.operatingSystem),
            ("toolchain", before.machine.toolchain, after.machine.toolchain),
            ("clock", before.settings.clock.rawValue, after.settings.clock.rawValue),
        ]
        return conditions.filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1), now \($0.2)" }
    }
}

extension Comparison.Row {
    fileprivate init(_ before: Report.Result, _ after: Report.Result) {
        name = after.name
        self.before = before.nanoseconds.median
        self.after = after.nanoseconds.median
        verdict =
            if after.nanoseconds.upperQuartile < before.nanoseconds.lowerQuartile {
                .faster
            } else if after.nanoseconds.lowerQuartile > before.nanoseconds.upperQuartile {
                .slower
            } else {
                .same
            }
    }
}
