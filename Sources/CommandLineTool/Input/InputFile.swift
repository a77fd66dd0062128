import ConstantTime

/// A file that the user named, or standard input for `-`.
struct InputFile: Sendable {
    /// The name as the user gave it.
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// Whether it is standard input.
    var isStandardInput: Bool { name == "-" }

    /// What error messages call it.
    var label: String { isStandardInput ? "standard input" : name }

    /// The whole content, in memory that is wiped when it is released: it may be a key.
    ///
    /// - Parameters:
    ///   - limit: how many bytes the content may have.
    ///   - console: where a person at a terminal is told that input is awaited.
    /// - Throws: exit code 3 if the file cannot be read, is empty or is larger than `limit`.
    func read(limit: Int, _ console: Console) throws(CommandFailure) -> SecretBytes {
        let buffer = SecretBytes(count: limit + 1)
        let count = try fill(buffer, console)
        guard count > 0 else { throw CommandFailure(.unreadable, "\(label) is empty") }
        guard count <= limit else {
            throw CommandFailure(
                .unreadable, "\(label) is larger than \(limit) bytes, the limit for such a file")
        }
        return unsafe buffer.withBytes {
            unsafe SecretBytes(copying: UnsafeRawBufferPointer(rebasing: $0[..<count]))
        }
    }

    /// The whole content as text.
    ///
    /// - Throws: exit code 3 if the file cannot be read, is empty, is larger than `limit` or is not UTF-8.
    func readText(limit: Int, _ console: Console) throws(CommandFailure) -> String {
        let bytes = try read(limit: limit, console).copied()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(.unreadable, "\(label) is not text in UTF-8")
        }
        return text
    }

    /// Calls `body` with the lines of the file, one after another, without their ends: the file may be of any length.
    ///
    /// - Parameters:
    ///   - limit: how many bytes a line may have.
    ///   - console: where a person at a terminal is told that input is awaited.
    ///   - body: gets each line and its number, counted from 1, and says whether it wants another.
    /// - Throws: exit code 3 if the file cannot be read or a line is too long; what `body` throws.
    func forEachLine(
        limit: Int, _ console: Console, _ body: ([UInt8], Int) async throws(CommandFailure) -> Bool
    ) async throws(CommandFailure) {
        let file = try opened(console)
        defer { if !isStandardInput { file.release() } }
        let newline = UInt8(ascii: "\n")
        var line: [UInt8] = []
        var number = 1
        while true {
            let chunk: [UInt8]
            do throws(SystemError) { chunk = try file.receive(upTo: 1 << 16) } catch { throw failure(error) }
            for piece in chunk.split(separator: newline, omittingEmptySubsequences: false).enumerated() {
                if piece.offset > 0 {
                    guard try await body(line, number) else { return }
                    line = []
                    number += 1
                }
                line += piece.element
                guard line.count <= limit else {
                    throw CommandFailure(
                        .unreadable, "\(label), line \(number) is longer than \(limit) bytes")
                }
            }
            if chunk.isEmpty { break }
        }
        if !line.isEmpty { _ = try await body(line, number) }
    }

    private func opened(_ console: Console) throws(CommandFailure) -> FileDescriptor {
        if isStandardInput {
            let input = FileDescriptor.standardInput
            if input.isTerminal { console.note("reading standard input; end it with Ctrl-D") }
            return input
        }
        do throws(SystemError) {
            return try FileDescriptor.reading(name)
        } catch {
            // There is such a file if it may not be read.
            guard error.isPermission || error.isDirectory else { throw missing(error) }
            throw failure(error)
        }
    }

    /// Reads until the end of the file or until `buffer` is full.
    private func fill(_ buffer: SecretBytes, _ console: Console) throws(CommandFailure) -> Int {
        let file = try opened(console)
        defer { if !isStandardInput { file.release() } }
        do throws(SystemError) { return try Self.fill(buffer, from: file) } catch { throw failure(error) }
    }

    private static func fill(_ buffer: SecretBytes, from file: FileDescriptor) throws(SystemError) -> Int {
        var count = 0
        while count < buffer.count {
            // The pointer is used within the closure only.
            let result = unsafe buffer.withMutableBytes { bytes in
                Result { () throws(SystemError) in
                    try unsafe file.receive(into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
                }
            }
            let received = try result.get()
            if received == 0 { break }
            count += received
        }
        return count
    }

    /// The file cannot be opened: perhaps its name is no name but a key.
    private func missing(_ error: SystemError) -> CommandFailure {
        let reason = error.isMissing ? "there is no such file" : "\(error)"
        return CommandFailure(.unreadable, "\(Excerpt.name(name)): \(reason)", hints: Excerpt.hints(name))
    }

    private func failure(_ error: SystemError) -> CommandFailure {
        if error.isDirectory {
            return CommandFailure(.unreadable, "\(label) is a folder, not a file")
        }
        if error.isPermission {
            return CommandFailure(.unreadable, "\(label): you have no permission to read this file")
        }
        return CommandFailure(.unreadable, "\(label): \(error)")
    }
}
