import SHA2
import TestSupport
import Testing

@Suite("NIST Monte Carlo chain for SHA-256")
struct NISTMonteCarloTests {
    /// The seed and the 100 checkpoints, 1000 hashes apart. Each checkpoint is the seed of the next stretch, so a
    /// stretch can be checked by itself.
    static let checkpoints: [[UInt8]] = {
        guard let text = try? VectorFile.text("nist/SHA256Monte.rsp") else { return [] }
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: " = ")
            guard parts.count == 2, parts[0] == "Seed" || parts[0] == "MD" else { return nil }
            return bytes(hexadecimal: parts[1])
        }
    }()

    @Test func countOfCheckpoints() {
        print("nist/SHA256Monte.rsp: \(Self.checkpoints.count - 1) cases of 1,000 hashes")
        #expect(Self.checkpoints.count == 101)
    }

    @Test(arguments: 0..<100)
    func stretch(_ index: Int) {
        // SHAVS section 6.4: M = MD(i − 3) || MD(i − 2) || MD(i − 1), MD(i) = SHA-256(M).
        let seed = Self.checkpoints[index]
        var last = [seed, seed, seed]
        for _ in 0..<1000 {
            last = [last[1], last[2], SHA256.hash(last[0] + last[1] + last[2])]
        }
        #expect(last[2] == Self.checkpoints[index + 1])
    }
}
