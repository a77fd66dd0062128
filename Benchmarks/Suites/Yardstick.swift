import BenchmarkHarness

/// Work that no change to this package makes faster or slower: when its time changes between two runs, the machine
/// has changed.
var yardstick: [Benchmark] {
    [
        Benchmark("yardstick/1000-multiplications") {
            var state: UInt64 = 1
            return {
                for _ in 0..<1000 { state = (state ^ state &>> 32) &* 0x9e37_79b9_7f4a_7c15 }
                consume(state)
            }
        }
    ]
}
