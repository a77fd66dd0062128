import BenchmarkHarness
import SHA2

/// SHA-256 of short messages, where padding and finalisation count, and of long ones.
var digests: [Benchmark] {
    [64, 300, 16_384, 1_048_576].map { count in
        Benchmark("sha256/\(count)-bytes", work: .bytes(count)) {
            let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            return { consume(SHA256.hash(message)) }
        }
    }
}
