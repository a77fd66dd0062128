/// The two halves of a benchmark's name. Variants of one task are shown together.
struct BenchmarkName {
    /// What is done: all words but the last one.
    let task: String

    /// The last word: a length, or who does it.
    let variant: String

    /// Splits a name at its last slash.
    init(_ name: String) {
        let words = name.split(separator: "/")
        task = words.dropLast().joined(separator: "/")
        variant = String(words.last ?? "")
    }
}

extension [Benchmark] {
    /// The same benchmarks, those of one task one after the other, the tasks in the order in which they first occur.
    var groupedByTask: [Benchmark] {
        var tasks: [String] = []
        var groups: [String: [Benchmark]] = [:]
        for benchmark in self {
            let task = BenchmarkName(benchmark.name).task
            if groups[task] == nil { tasks.append(task) }
            groups[task, default: []].append(benchmark)
        }
        return tasks.flatMap { groups[$0] ?? [] }
    }
}
