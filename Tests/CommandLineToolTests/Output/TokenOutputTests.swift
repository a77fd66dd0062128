import Foundation
import JOSE
import Testing

@testable import CommandLineTool

/// What a server says goes into the lines for `eval`, and must not become a command there.
@Suite struct TokenOutputTests {
    @Test(arguments: [
        "read write", "", "it's", "'", "''", "'\\''", "read'\u{301};printf wrong;'\u{301}",
        "'\u{200d}$(printf wrong)'",
        "a\nprintf wrong\n", "$(printf wrong)`printf wrong`\\\"", "\u{301}'", "'\r\n'", "'🇩🇪'",
    ])
    func theShellReadsBackWhatTheServerSaid(_ scope: String) async throws {
        let text = TokenOutput.env.text(token: "t", type: "Bearer", members: [("scope", .string(scope))])
        let result = try await Tool.shell(text + "printf %s \"$SCOPE\"")
        #expect(Array(result.output.utf8) == Array(scope.utf8))
        #expect(result.status == 0 && result.errors == "")
    }
}
