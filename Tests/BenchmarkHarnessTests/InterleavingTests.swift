import Testing

@testable import BenchmarkHarness

@Suite("Interleaving")
struct InterleavingTests {
    /// Time that passes only when a benchmark runs.
    private final class FakeTime {
        var now = 0
        /// The names of the benchmarks that ran, and their iterations.
        var runs: [(name: String, iterations: Int)] = []

        /// A benchmark of which an iteration takes `nanoseconds`.
        func benchmark(_ name: String, nanoseconds: Int, sample: Int = 1000) -> Benchmark {
            Benchmark(name, sampleNanoseconds: sample) {
                { [self] iterations in
                    runs.append((name, iterations))
                    now += iterations * nanoseconds
                    return Timing(wall: iterations * nanoseconds)
                }
            }
        }

        func interleaving(budget: Int, minimumRounds: Int = 5, warmUp: Int = 100) -> Interleaving {
            Interleaving(budget: budget, minimumRounds: minimumRounds, warmUp: warmUp, now: { [self] in now })
        }
    }

    @Test(
        "A sample has as many iterations as fill its duration, and at least one",
        arguments: [(7, 143), (999, 1), (5000, 1)])
    func calibration(nanoseconds: Int, iterations: Int) throws {
        let time = FakeTime()
        let measurements = try time.interleaving(budget: 1).run([
            time.benchmark("a", nanoseconds: nanoseconds)
        ])
        #expect(measurements[0].iterations == iterations)
        #expect(measurements[0].nanoseconds(by: .wall) == Array(repeating: Double(nanoseconds), count: 5))
    }

    @Test("Every benchmark has one sample in each round, until the budget is used up")
    func rounds() throws {
        let time = FakeTime()
        let benchmarks = [time.benchmark("a", nanoseconds: 10), time.benchmark("b", nanoseconds: 1000)]
        let measurements = try time.interleaving(budget: 62_000).run(benchmarks)
        // A round is 100 + 10 iterations of a and 1 + 1 of b: 3100 ns.
        #expect(measurements.map(\.name) == ["a", "b"])
        #expect(measurements.map(\.samples.count) == [20, 20])
    }

    @Test("There are as many rounds as the minimum, however slow a benchmark is")
    func minimumRounds() throws {
        let time = FakeTime()
        let measurements = try time.interleaving(budget: 1, minimumRounds: 7).run([
            time.benchmark("slow", nanoseconds: 1_000_000)
        ])
        #expect(measurements[0].samples.count == 7)
    }

    @Test("The order changes from round to round")
    func order() throws {
        let time = FakeTime()
        let names = ["a", "b", "c", "d", "e", "f"]
        _ = try time.interleaving(budget: 1, minimumRounds: 4).run(
            names.map { time.benchmark($0, nanoseconds: 1000) })
        // The last four rounds, each with a run to fill the caches and one that counts.
        let order = time.runs.suffix(4 * 2 * names.count).map(\.name)
        let rounds = stride(from: 0, to: order.count, by: 2 * names.count).map {
            order[$0..<$0 + 2 * names.count]
        }
        #expect(rounds.allSatisfy { $0.sorted() == (names + names).sorted() })
        // The same order four times by chance: once in 720³ runs.
        #expect(Set(rounds.map(Array.init)).count > 1)
    }

    @Test("A benchmark that fails is named")
    func failure() {
        let benchmark = Benchmark("broken/2048") { { throw WrongResult("no signature") } }
        #expect {
            try Interleaving(budget: 1, minimumRounds: 1, warmUp: 1).run([benchmark])
        } throws: {
            "\($0)" == "broken/2048: no signature"
        }
    }

    @Test("Threads run every iteration, and an error in one of them comes back")
    func threads() throws {
        let workers = WorkerThreads(count: 3) {}
        #expect(try workers.run(iterations: 10).wall > 0)
        let broken = WorkerThreads(count: 2) { throw WrongResult("no signature") }
        #expect(throws: WrongResult.self) { try broken.run(iterations: 1) }
    }
}
