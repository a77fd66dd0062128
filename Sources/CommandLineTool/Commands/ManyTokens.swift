import JOSE
import RSA

/// `rs256 sign --claim-lines`: a token for each line of a file, signed in batches.
struct ManyTokens {
    let arguments: Arguments

    /// Where the lines come from.
    let file: InputFile

    /// How many lines are signed in one go: batches for several processors, each of which fills the lanes of the fastest
    /// engine.
    private static let taskCount = 8, taskSize = 16

    func run(_ console: Console) async throws(CommandFailure) {
        let command = SignCommand.command
        let options = KeyOptions(arguments: arguments, command: command)
        let source = try options.requiredSource()
        guard !arguments.contains(SignCommand.claims) else {
            throw .usage("--claims and --claim-lines exclude each other", of: command)
        }
        guard !(source.isStandardInput && file.isStandardInput) else {
            throw .usage("the key and the claims cannot both come from standard input", of: command)
        }
        let output = TokenOutput(arguments)
        guard output.line(token: "", type: "") != nil else {
            throw .usage("--output env is for a single token", of: command)
        }
        let batch = Batch(
            key: try source.privateKey(policy: options.policy, console),
            header: try SignCommand.header(arguments),
            serialization: SignCommand.serialization(arguments), output: output)
        try await sign(batch, ClaimsInput(arguments: arguments, command: command), console)
    }

    private func sign(_ batch: Batch, _ input: ClaimsInput, _ console: Console) async throws(CommandFailure) {
        var progress = ProgressLine(console)
        var waiting: [JWTClaims] = []
        var count = 0
        /// Writes what is waiting. Returns whether there is still a reader.
        func finish() async throws(CommandFailure) -> Bool {
            let hasReader = try console.write(try await batch.lines(waiting))
            count += waiting.count
            waiting = []
            progress.show(count, "tokens")
            return hasReader
        }
        defer { progress.clear() }
        do throws(CommandFailure) {
            try await file.forEachLine(limit: ClaimsInput.limit, console) {
                line, number throws(CommandFailure) in
                guard !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) else {
                    return true
                }
                waiting.append(
                    try input.parse(line, label: "\(file.label), line \(number)", now: Clock.now))
                guard waiting.count == Self.taskCount * Self.taskSize else { return true }
                return try await finish()
            }
        } catch {
            // The lines before the one that is wrong.
            _ = try await finish()
            throw error
        }
        _ = try await finish()
    }

    /// What all tokens have in common.
    private struct Batch: Sendable {
        let key: RSAPrivateKey, header: JOSEHeader, serialization: JWTSerialization, output: TokenOutput

        /// The tokens of `claims` in lines, in their order.
        func lines(_ claims: [JWTClaims]) async throws(CommandFailure) -> String {
            let starts = Array(stride(from: 0, to: claims.count, by: taskSize))
            let parts = await withTaskGroup { group in
                for start in starts {
                    let part = Array(claims[start..<min(start + taskSize, claims.count)])
                    group.addTask { (start, signed(part)) }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            var text = ""
            for start in starts {
                do throws(JWTError) {
                    for token in try parts[start]?.get() ?? [] {
                        text += output.line(token: token, type: "Bearer") ?? ""
                    }
                } catch {
                    throw SignCommand.failure(error)
                }
            }
            return text
        }

        private func signed(_ claims: [JWTClaims]) -> Result<[String], JWTError> {
            Result { () throws(JWTError) in
                try JWT.sign(claims, header: header, using: key, serialization: serialization)
            }
        }
    }
}
