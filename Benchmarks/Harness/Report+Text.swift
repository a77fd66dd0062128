extension Report {
    /// Machine, toolchain and date, one a line: without them a number says nothing.
    var conditions: [String] {
        [
            "\(machine.processor), \(machine.processorCount) processors, \(machine.architecture), "
                + machine.operatingSystem,
            machine.toolchain,
            "\(date), \(rounds) rounds, \(settings.clock.meaning)",
        ] + notes
    }

    /// The results as a table.
    var table: TextTable {
        var table = TextTable(columns: ["benchmark", "median", "lower quartile", "upper quartile", "rate"])
        for result in results {
            let time = result.nanoseconds
            table.rows.append([
                result.name,
                Quantity.duration(nanoseconds: time.median),
                Quantity.change(time.lowerQuartile / time.median),
                Quantity.change(time.upperQuartile / time.median),
                result.rate,
            ])
        }
        return table
    }

    /// The ratios as a table.
    var ratioTable: TextTable {
        var table = TextTable(columns: [
            "task", "subject", "rival", "speed of subject", "quartiles",
        ])
        for ratio in ratios {
            table.rows.append([
                ratio.task,
                ratio.subject,
                ratio.rival,
                Quantity.ratio(ratio.statistics.median),
                Quantity.ratio(ratio.statistics.lowerQuartile) + " … "
                    + Quantity.ratio(ratio.statistics.upperQuartile),
            ])
        }
        return table
    }

    /// What a reader must know before trusting the numbers.
    var warnings: [String] {
        var warnings: [String] = []
        let shares = results.compactMap(\.processorShare)
        if settings.clock == .wall, let least = shares.min(), least < 0.98 {
            warnings.append(
                "other programs used the processor: the measured thread had it for \(Quantity.percent(least)) of the "
                    + "time in the worst case, \(Quantity.percent(shares.reduce(0, +) / Double(shares.count))) on "
                    + "average. Medians bear some of that; --clock cpu leaves the interruptions out")
        }
        if rounds < 20 {
            warnings.append("\(rounds) rounds are few: use more --seconds for numbers to rely on")
        }
        return warnings
    }
}

extension Comparison {
    /// The comparison as lines of text.
    var lines: [String] {
        var table = TextTable(columns: ["benchmark", "before", "after", "time", "verdict"])
        for row in rows {
            table.rows.append([
                row.name, Quantity.duration(nanoseconds: row.before),
                Quantity.duration(nanoseconds: row.after),
                Quantity.change(row.after / row.before), row.verdict.rawValue,
            ])
        }
        var notes: [String] = []
        if missingCount > 0 {
            notes.append("\(missingCount) more benchmarks were measured before, but not now")
        }
        if addedCount > 0 { notes.append("\(addedCount) more benchmarks were measured now, but not before") }
        notes += differences.map { "caution, the runs differ in more than the code: \($0)" }
        return table.lines + notes
    }
}

extension TimeKind {
    /// What it is, in words.
    var meaning: String {
        switch self {
        case .wall: "wall-clock time"
        case .processor: "processor time of the thread"
        }
    }
}
