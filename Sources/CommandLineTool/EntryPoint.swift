import RSA

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Where the process starts.
@main
enum EntryPoint {
    static func main() async {
        FileDescriptor.ignoreBrokenPipes()
        let code = await run(Array(CommandLine.arguments.dropFirst()), Console())
        exit(code.rawValue)
    }

    /// Does what `words` ask for, and tells the user if it fails.
    static func run(_ words: [String], _ console: Console) async -> ExitCode {
        do throws(CommandFailure) {
            switch try ArgumentParser.parse(words, of: .root) {
            case .help(let command):
                try console.write(HelpPage(command: command, style: console.style).text)
            case .version:
                try console.print("rs256 \(Version.text)")
                try console.print("engine: \(RSAEngine.preferred.name)")
            case .run(let command, let arguments):
                guard case .action(let action) = command.content else { return .usage }
                try await action(arguments, console)
            }
            return .done
        } catch {
            console.report(error)
            return error.code
        }
    }
}
