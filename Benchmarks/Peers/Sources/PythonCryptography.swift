import BenchmarkHarness
import Foundation

/// OpenSSL, as the Python package cryptography brings it along: a process that measures itself when it is asked, so
/// that its samples lie in the same rounds as all others. What the loop in Python costs is part of the time.
final class PythonCryptography {
    /// Which versions are measured.
    let versions: String

    private let name: String
    private let process = Process()
    private let requests = Pipe()
    private let answers = Pipe()

    /// What the process says.
    private struct Answer: Decodable {
        var cryptography: String?, openssl: String?
        var wall: Int?, processor: Int?
        var error: String?
    }

    /// What the process is asked.
    private struct Request: Encodable {
        var task: String
        var bits = 0
        var iterations = 0
        var privatePEM = "", publicPEM = ""
        var message = "", signature = ""
    }

    /// Starts the process.
    ///
    /// - Throws: when there is no Python or no package cryptography.
    init() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("openssl.py").path
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [ProcessInfo.processInfo.environment["PYTHON"] ?? "python3", script]
        process.standardInput = requests
        process.standardOutput = answers
        process.standardError = FileHandle.nullDevice
        try process.run()
        guard let line = Self.line(from: answers),
            let answer = try? JSONDecoder().decode(Answer.self, from: line),
            let cryptography = answer.cryptography, let openssl = answer.openssl
        else { throw WrongResult("python3 has no package cryptography") }
        name = "OpenSSL-\(openssl)"
        versions = "OpenSSL \(openssl) through Python cryptography \(cryptography)"
    }

    /// The same tasks as those of the others.
    var benchmarks: [Benchmark] {
        PublishedKey.all.flatMap { published in
            ["sign", "verify", "parse-public-pem"].map { task in
                Benchmark("\(task)/\(published.bits)/\(name)") { [self] in
                    try load(published)
                    return { try self.sample(task, bits: published.bits, iterations: $0) }
                }
            }
        } + [
            Benchmark(
                "sha256/\(Contest.hashedByteCount)-bytes/\(name)", work: .bytes(Contest.hashedByteCount)
            ) { [self] in
                { try self.sample("sha256", bits: 0, iterations: $0) }
            }
        ]
    }

    /// Gives the process a key; it makes the signature of the message and compares it.
    private func load(_ key: PublishedKey) throws {
        _ = try ask(
            Request(
                task: "load", bits: key.bits, privatePEM: key.privatePEM, publicPEM: key.publicPEM,
                message: Data(Contest.message).base64EncodedString(),
                signature: Data(try Contest.signature(by: key)).base64EncodedString()))
    }

    private func sample(_ task: String, bits: Int, iterations: Int) throws -> Timing {
        let answer = try ask(Request(task: task, bits: bits, iterations: iterations))
        guard let wall = answer.wall, let processor = answer.processor else {
            throw WrongResult("no time came back")
        }
        return Timing(wall: wall, processor: processor)
    }

    private func ask(_ request: Request) throws -> Answer {
        try requests.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(request) + Data("\n".utf8))
        guard let line = Self.line(from: answers) else { throw WrongResult("the process has ended") }
        let answer = try JSONDecoder().decode(Answer.self, from: line)
        if let error = answer.error { throw WrongResult(error) }
        return answer
    }

    /// The next line; nil at the end. An answer is one write of less than a pipe's buffer.
    private static func line(from pipe: Pipe) -> Data? {
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let part = pipe.fileHandleForReading.availableData
            if part.isEmpty { return nil }
            line += part
        }
        return line
    }
}
