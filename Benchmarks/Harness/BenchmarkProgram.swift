import Foundation

/// A program that measures benchmarks as its command line asks for.
public struct BenchmarkProgram {
    private let name: String
    private let purpose: String
    private let subjects: [String]
    private let notes: [String]
    private let benchmarks: [Benchmark]

    /// A program.
    ///
    /// - Parameters:
    ///   - name: what `swift run` calls it.
    ///   - purpose: the first line of its help page and the title of its chart.
    ///   - subjects: in a contest, the last words of the names of our own benchmarks; all others are their rivals.
    ///   - notes: what else is measured, in which versions.
    ///   - benchmarks: what can be measured. Their names are unique.
    public init(
        name: String, purpose: String, subjects: [String] = [], notes: [String] = [], benchmarks: [Benchmark]
    ) {
        self.name = name
        self.purpose = purpose
        self.subjects = subjects
        self.notes = notes
        self.benchmarks = benchmarks.groupedByTask
    }

    /// Does what `arguments` ask for, and returns the exit code: 0 done, 1 a benchmark failed or a file could not be
    /// written or read, 2 wrong usage.
    ///
    /// - Parameter arguments: without the program's name.
    public func run(_ arguments: [String]) -> Int32 {
        do {
            try run(Arguments(arguments))
            return 0
        } catch let error as UsageError {
            note("\(name): \(error)\nsee --help")
            return 2
        } catch {
            note("\(name): \(error)")
            return 1
        }
    }

    private func run(_ arguments: Arguments) throws {
        let selected = benchmarks.filter { arguments.selects($0.name) }
        guard !selected.isEmpty else { throw UsageError("no benchmark has such a name; see --list") }
        switch arguments.action {
        case .help:
            print(Arguments.help(name, purpose: purpose), terminator: "")
        case .list:
            for benchmark in selected { print(benchmark.name) }
        case .iterate(let count):
            for benchmark in selected {
                try BenchmarkFailure.naming(benchmark.name) { _ = try benchmark.prepare()(count) }
            }
        case .measure:
            // An unreadable file is better known before the minutes of measuring than after.
            let old = try arguments.old.map(Report.init(file:))
            try show(measure(selected, arguments), comparedWith: old, arguments)
        }
    }

    private func measure(_ selected: [Benchmark], _ arguments: Arguments) throws -> Report {
        #if DEBUG
            note(
                "caution: this is a debug build; its numbers mean nothing. Use: swift run -c release \(name)")
        #endif
        let line = ProgressLine()
        let total = arguments.seconds * Double(selected.count)
        let interleaving = Interleaving(
            budget: Int(total * 1e9), minimumRounds: 5, warmUp: Int(min(0.1, arguments.seconds / 5) * 1e9),
            progress: { name, rounds, fraction in
                let stage = rounds == 0 ? "warming up" : "round \(rounds + 1)"
                line.show("\(Int(fraction * 100)) % of \(Int(total)) s, \(stage), \(name)")
            })
        let date = Date()
        let load = Machine.load
        defer { line.clear() }
        let measurements = try interleaving.run(selected)
        return Report(
            date: date, machine: .current(),
            settings: Report.Settings(seconds: arguments.seconds, clock: arguments.clock), loadBefore: load,
            measurements: measurements, subjects: subjects, notes: notes)
    }

    private func show(_ report: Report, comparedWith old: Report?, _ arguments: Arguments) throws {
        var blocks = [report.conditions, report.table.lines]
        if !report.ratios.isEmpty { blocks.append(report.ratioTable.lines) }
        if let old { blocks.append(Comparison(before: old, after: report).lines) }
        print(blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
        for warning in report.warnings { note("caution: \(warning)") }
        if let json = arguments.json { try report.write(to: json) }
        if let svg = arguments.svg {
            try Data(report.chart(title: purpose, subjects: subjects).svg().utf8).write(
                to: URL(fileURLWithPath: svg))
        }
    }

    /// Writes a line to standard error, after everything that was printed before.
    private func note(_ text: String) {
        fflush(nil)
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
