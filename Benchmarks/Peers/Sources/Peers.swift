import BenchmarkHarness
import Foundation
import RS256

/// Measures this package beside others, in one process and in the same rounds: see the README beside it.
@main
enum Peers {
    /// As in Package.swift.
    private static let versions = "swift-crypto 4.5.2, jwt-kit 5.7.1, attaswift/BigInt 6.0.1"

    static func main() {
        var benchmarks = ourBenchmarks + swiftCryptoBenchmarks + jwtKitBenchmarks + bigIntBenchmarks
        var notes = [
            "RS256 uses the engine \(RSAEngine.preferred.name); RS256-batch: 16 messages", versions,
        ]
        do {
            let python = try PythonCryptography()
            benchmarks += python.benchmarks
            notes.append(python.versions)
        } catch {
            notes.append("OpenSSL is not measured: \(error)")
        }
        let program = BenchmarkProgram(
            name: "Peers", purpose: "RS256 in Swift and its peers",
            subjects: ["RS256", "RS256-batch", "RS256-batch-4", "RS256-portable"], notes: notes,
            benchmarks: benchmarks)
        exit(program.run(Array(CommandLine.arguments.dropFirst())))
    }
}
