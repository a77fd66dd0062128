/// Measures several benchmarks in rounds: one sample of each, in a new random order each time.
///
/// What disturbs a machine lasts longer than a round, be it another program or a change of the clock frequency. So it
/// hits all benchmarks alike, and ratios between them survive it. The order is random so that no benchmark always
/// follows the same one.
struct Interleaving {
    /// How long the rounds take altogether, in nanoseconds.
    let budget: Int

    /// How many rounds there are, however short the budget is.
    let minimumRounds: Int

    /// For how long each benchmark runs before the first round, in nanoseconds.
    let warmUp: Int

    /// What time it is, in nanoseconds.
    var now: () -> Int = { Clock.wall.now }

    /// What to do before each sample: the name of the benchmark, the rounds done, and the part of the budget used.
    var progress: (_ name: String, _ rounds: Int, _ fraction: Double) -> Void = { _, _, _ in }

    /// The measurements, in the order of the benchmarks.
    ///
    /// - Throws: ``BenchmarkFailure`` with the error of the first benchmark that fails.
    func run(_ benchmarks: [Benchmark]) throws -> [Measurement] {
        var runners: [Benchmark.Runner] = []
        var measurements: [Measurement] = []
        for benchmark in benchmarks {
            progress(benchmark.name, 0, 0)
            let (runner, iterations) = try BenchmarkFailure.naming(benchmark.name) {
                let runner = try benchmark.prepare()
                return (runner, try calibrate(runner, nanoseconds: benchmark.sampleNanoseconds))
            }
            runners.append(runner)
            measurements.append(
                Measurement(name: benchmark.name, work: benchmark.work, iterations: iterations))
        }

        let begun = now()
        var rounds = 0
        while rounds < minimumRounds || now() - begun < budget {
            for index in benchmarks.indices.shuffled() {
                let name = benchmarks[index].name
                progress(name, rounds, min(1, Double(now() - begun) / Double(max(1, budget))))
                try BenchmarkFailure.naming(name) {
                    // The benchmark before it has filled the caches; this brings its own data back.
                    _ = try runners[index](max(1, measurements[index].iterations / 10))
                    measurements[index].samples.append(try runners[index](measurements[index].iterations))
                }
            }
            rounds += 1
        }
        return measurements
    }

    /// How many iterations take about `nanoseconds`, found while warming up.
    private func calibrate(_ runner: Benchmark.Runner, nanoseconds: Int) throws -> Int {
        let begun = now()
        var iterations = 1
        // The fastest run counts: an interrupted one would make the samples too short.
        var fastest = Double.infinity
        while true {
            let timing = try runner(iterations)
            fastest = min(fastest, Double(max(1, timing.wall)) / Double(iterations))
            let wanted = max(1, Int((Double(nanoseconds) / fastest).rounded()))
            if now() - begun >= warmUp, iterations >= wanted - wanted / 10 { return wanted }
            iterations = min(wanted, iterations * 8)
        }
    }
}

/// Which benchmark failed, and why.
struct BenchmarkFailure: Error, CustomStringConvertible {
    /// The benchmark's name.
    let name: String

    /// What it has thrown.
    let reason: any Error

    var description: String { "\(name): \(reason)" }

    /// Runs `body`, and adds the name to what it throws.
    static func naming<Value>(_ name: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw BenchmarkFailure(name: name, reason: error)
        }
    }
}
