import Foundation
import Testing

@testable import CommandLineTool

@Suite struct CompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func theScriptNamesEveryCommandAndOption(_ shell: String) async throws {
        let result = try await Tool.run("completion", shell)
        #expect(result.status == 0)
        for command in Command.root.tree {
            #expect(result.output.contains(command.path.joined(separator: shell == "zsh" ? "_" : " ")))
            for option in command.options { #expect(result.output.contains(option.name)) }
        }
    }

    @Test(arguments: [
        ("rs256 comp", "completion"), ("rs256 completion ", "bash zsh fish"), ("rs256 --vers", "--version"),
        ("rs256 completion --he", "--help"),
    ])
    func bashOffersWhatFits(_ line: String, _ expected: String) async throws {
        let script = """
            eval "$("$RS256" completion bash)"
            COMP_WORDS=(\(line.hasSuffix(" ") ? line + "''" : line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _rs256; echo "${COMPREPLY[*]}"
            """
        let result = try await Tool.shell("bash -c '\(script.replacingOccurrences(of: "'", with: "'\\''"))'")
        #expect(result.output == expected + "\n")
    }

    @Test func anUnknownShellIsRefused() async throws {
        #expect(try await Tool.run("completion", "tcsh").status == 2)
    }
}
