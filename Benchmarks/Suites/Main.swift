import BenchmarkHarness
import Foundation
import RSA

/// Measures this package: see the README beside it.
@main
enum Main {
    static func main() {
        let program = BenchmarkProgram(
            name: "Benchmarks", purpose: "RS256: speed of this package",
            notes: ["signatures and verifications by the engine \(RSAEngine.preferred.name)"],
            benchmarks: yardstick + signatures + verifications + tokens + engines + batches
                + batchVerifications + cores
                + exchanges + keys + digests + encodings
                + derEncoding + arithmetic
        )
        exit(program.run(Array(CommandLine.arguments.dropFirst())))
    }
}
