/// The samples of one benchmark.
struct Measurement {
    /// Its name, and what an iteration processes.
    let name: String, work: Benchmark.Work

    /// How many iterations a sample has.
    let iterations: Int

    /// One sample for each round.
    var samples: [Timing] = []

    /// Nanoseconds per iteration in each round, by a kind of time.
    func nanoseconds(by kind: TimeKind) -> [Double] {
        samples.map { Double(kind.nanoseconds($0)) / Double(iterations) }
    }

    /// Nanoseconds per operation or byte in each round.
    func unitNanoseconds(by kind: TimeKind) -> [Double] {
        nanoseconds(by: kind).map { $0 / work.amount }
    }

    /// The part of the wall time in which the measured thread had a processor, where that is known. Less than one
    /// means that other programs used the processor, or that the thread waited.
    var processorShare: Double? {
        let known = samples.compactMap(\.processor)
        let wall = samples.reduce(0) { $0 + $1.wall }
        guard known.count == samples.count, wall > 0 else { return nil }
        return min(1, Double(known.reduce(0, +)) / Double(wall))
    }
}
