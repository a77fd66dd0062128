import Foundation
import Testing

/// The program while it runs, for commands that run until they are told to stop.
final class RunningTool: Sendable {
    private let folder: TemporaryFolder
    private let process: Process

    /// Starts the program and waits until it has printed its first line.
    init(_ arguments: String...) async throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = Tool.program
        process.arguments = arguments
        process.environment = [:]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: folder.file("stdout", Data()))
        process.standardError = try FileHandle(forWritingTo: folder.file("stderr", Data()))
        try process.run()
        self.folder = folder
        self.process = process
        while process.isRunning, try !output.contains("\n") {
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    deinit {
        process.terminate()
    }

    /// What the program has written so far.
    var output: String { get throws { try folder.text("stdout") } }
    var errors: String { get throws { try folder.text("stderr") } }

    /// Tells the program to stop, and returns its exit code.
    func stop() async throws -> Int32 {
        process.terminate()
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        return process.terminationStatus
    }
}

/// `rs256 idp` while it runs, with the client `me`, whose key is that of RFC 7515 appendix A.2.
struct RunningProvider {
    let tool: RunningTool
    let addresses: [String: String]

    init() async throws {
        tool = try await RunningTool(
            "idp", "--output", "json", "--client", "me=\(KeyFile.publicKey)",
            "--audience", "https://idp.intelligence.salesforce.com", "--audience", "https://idp.example")
        let json = try JSONSerialization.jsonObject(with: Data(try tool.output.utf8))
        addresses = try #require(json as? [String: String])
    }

    var discovery: String { addresses["discovery"] ?? "" }
    var tokenEndpoint: String { addresses["token_endpoint"] ?? "" }
}
