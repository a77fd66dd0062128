/// Horizontal bars in sections, each section with a scale of its own that begins at zero.
struct BarChart {
    /// What the chart shows.
    let title: String

    /// Under what conditions it was made, one line each.
    let conditions: [String]

    /// The groups of bars.
    let sections: [Section]

    /// Bars that are compared with each other.
    struct Section {
        let title: String
        let bars: [Bar]
    }

    /// A value with its spread.
    struct Bar {
        let label: String
        /// The length of the bar, and the ends of the line through its end.
        let value: Double, low: Double, high: Double
        /// What is written beside it.
        let text: String
        /// Whether the bar stands out.
        let isEmphasised: Bool
    }
}

extension Report {
    /// The rates as bars, with quartiles: a section for each task, a bar for each variant.
    ///
    /// - Parameter subjects: the variants whose bars stand out; none if all bars are equal.
    func chart(title: String, subjects: [String]) -> BarChart {
        var titles: [String] = []
        var bars: [String: [BarChart.Bar]] = [:]
        for result in results {
            let name = BenchmarkName(result.name)
            let time = result.nanoseconds
            if bars[name.task] == nil { titles.append(name.task) }
            bars[name.task, default: []].append(
                BarChart.Bar(
                    label: name.variant, value: result.work.amount / time.median,
                    low: result.work.amount / time.upperQuartile,
                    high: result.work.amount / time.lowerQuartile,
                    text: result.rate + comparison(of: result.name),
                    isEmphasised: subjects.isEmpty || subjects.contains(name.variant)))
        }
        return BarChart(
            title: title, conditions: conditions,
            sections: titles.map {
                BarChart.Section(title: $0.split(separator: "/").joined(separator: " "), bars: bars[$0] ?? [])
            })
    }

    /// What the chart says about a rival: its ratio to the first subject.
    private func comparison(of name: String) -> String {
        guard let ratio = ratios.first(where: { "\($0.task)/\($0.rival)" == name }) else { return "" }
        return " (\(ratio.subject): \(Quantity.ratio(ratio.statistics.median)))"
    }
}
