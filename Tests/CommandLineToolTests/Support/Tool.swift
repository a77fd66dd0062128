import Foundation

/// The built program, run as a process of its own.
enum Tool {
    /// What came out of a run.
    struct Result: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder with everything the build made. The path of the test bundle is among the arguments of the test
    /// process, and the program lies beside it.
    static let folder: URL = {
        let bundle = CommandLine.arguments.lazy.compactMap { argument -> URL? in
            guard let range = argument.range(of: ".xctest") else { return nil }
            return URL(fileURLWithPath: String(argument[..<range.upperBound]))
        }.first
        return (bundle ?? Bundle.main.bundleURL).deletingLastPathComponent()
    }()

    static let program = folder.appendingPathComponent("rs256")

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - arguments: what follows the program's name.
    ///   - input: what it finds on standard input.
    ///   - environment: the whole environment; nothing is inherited.
    static func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) async throws -> Result {
        try await run(program, arguments, input: Data(input.utf8), environment: environment)
    }

    /// Runs the program with the arguments of an array.
    static func run(
        arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) async throws -> Result {
        try await run(program, arguments, input: input, environment: environment)
    }

    /// Runs a command line in the shell, where `$RS256` is the program.
    static func shell(_ script: String, environment: [String: String] = [:]) async throws -> Result {
        var environment = environment
        environment["RS256"] = program.path
        environment["PATH"] = "/usr/bin:/bin"
        return try await run(
            URL(fileURLWithPath: "/bin/sh"), ["-c", script], input: Data(), environment: environment)
    }

    private static func run(
        _ executable: URL, _ arguments: [String], input: Data, environment: [String: String]
    ) async throws -> Result {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        // The settings of a sanitizer (`.ci/sanitizers`) are meant for the program as well.
        process.environment?["ASAN_OPTIONS"] = ProcessInfo.processInfo.environment["ASAN_OPTIONS"]
        process.standardInput = try FileHandle(forReadingFrom: folder.file("stdin", input))
        process.standardOutput = try FileHandle(forWritingTo: folder.file("stdout", Data()))
        process.standardError = try FileHandle(forWritingTo: folder.file("stderr", Data()))
        await withCheckedContinuation { (finished: CheckedContinuation<Void, Never>) in
            process.terminationHandler = { _ in finished.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                finished.resume()
            }
        }
        return Result(
            status: process.terminationReason == .exit
                ? process.terminationStatus : -process.terminationStatus,
            output: try folder.text("stdout"), errors: try folder.text("stderr"))
    }
}
