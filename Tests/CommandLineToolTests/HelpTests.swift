import RSA
import Testing

@testable import CommandLineTool

@Suite struct HelpTests {
    @Test(arguments: Command.root.tree.map(\.path))
    func everyCommandHasHelpWithAnExample(_ path: [String]) async throws {
        let result = try await Tool.run(arguments: path.dropFirst() + ["--help"])
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output.hasPrefix(path.joined(separator: " ") + ": "))
        for part in ["\nUsage: ", "\nExamples:\n", "\nExit codes:\n", "--help "] {
            #expect(result.output.contains(part), "\(part) is missing")
        }
        #expect(!result.output.contains("\u{1b}"), "colours belong on a terminal")
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test(arguments: Command.root.tree.map(\.path))
    func helpNamesEveryOptionAndSubcommand(_ path: [String]) async throws {
        let command = try #require(Command.root.tree.first { $0.path == path })
        let page = HelpPage(command: command, style: TextStyle(isEnabled: false)).text
        for option in command.options { #expect(page.contains("\n  \(option.spelling)")) }
        for name in command.subcommands.map(\.name) { #expect(page.contains("\n  \(name) ")) }
    }

    @Test func theVersionIsPrinted() async throws {
        let result = try await Tool.run("--version")
        #expect(result.status == 0)
        #expect(result.output == "rs256 \(Version.text)\nengine: \(RSAEngine.preferred.name)\n")
    }

    @Test func usageErrorsGoToStandardErrorWithCode2() async throws {
        let result = try await Tool.run("tokne")
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("rs256: unknown command \"tokne\""))
    }

    @Test func aReaderThatLeavesIsNoFailure() async throws {
        let result = try await Tool.shell("{ \"$RS256\" --help; echo $? >&2; } | true")
        #expect(result.errors == "0\n")
    }
}
