import Foundation
import JOSE
import Testing

/// `rs256 sign --claim-lines`: a token for each line.
@Suite struct ManyTokensTests {
    private func sign(_ lines: String, _ more: String...) async throws -> Tool.Result {
        try await Tool.run(
            arguments: ["sign", "--key", KeyFile.privatePKCS1, "--claim-lines", "-"] + more,
            input: Data(lines.utf8))
    }

    private func subjects(_ output: String) throws -> [String?] {
        try output.split(separator: "\n").map { try JWT.decodeWithoutVerifying(String($0)).claims.subject }
    }

    @Test func eachLineIsATokenInTheirOrder() async throws {
        let names = (0..<20).map { "s\($0)" }
        let result = try await sign(names.map { "{\"sub\":\"\($0)\"}\n" }.joined())
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(try subjects(result.output) == names)
    }

    @Test func aTokenIsTheOneThatIsMadeAlone() async throws {
        let alone = try await Tool.run(
            "sign", "--key", KeyFile.privatePKCS1, "--claim", "sub=a", "--kid", "k")
        let result = try await sign("{\"sub\":\"a\"}\r\n\n  \n{\"sub\":\"a\"}", "--kid", "k")
        #expect(result.output == alone.output + alone.output, "blank lines and line ends do not count")
    }

    @Test func optionsHoldForEachToken() async throws {
        let result = try await sign("{}\n{\"jti\":\"x\"}\n", "--claim", "sub=me", "--jti", "random")
        let tokens = try result.output.split(separator: "\n").map {
            try JWT.decodeWithoutVerifying(String($0)).claims
        }
        #expect(tokens.map(\.subject) == ["me", "me"])
        #expect(Set(tokens.compactMap(\.jwtID)).count == 2)
    }

    @Test func theLinesBeforeAWrongOneAreSigned() async throws {
        let result = try await sign("{\"sub\":\"a\"}\n{\"sub\":\"b\"}\n[]\n{\"sub\":\"c\"}\n")
        #expect(result.status == 3)
        #expect(try subjects(result.output) == ["a", "b"])
        #expect(result.errors.contains("standard input, line 3: the claims must be a JSON object"))
    }

    /// The wrong line is not reached: the second batch finds nobody who reads.
    @Test func nothingIsSignedForAReaderThatHasGone() async throws {
        let key = KeyFile.path("asymmetric/PKCS8/unenc-rsa-pkcs8.pem")
        let folder = try TemporaryFolder()
        let lines = try folder.path("lines", String(repeating: "{}\n", count: 300) + "wrong\n")
        let result = try await Tool.shell(
            """
            { "$RS256" sign --legacy-keys --key \(key) --claim-lines \(lines); echo "status $?" >&2; } | head -n 1
            """)
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.errors == "status 0\n")
    }

    @Test func linesOfJSONAreWritten() async throws {
        let result = try await sign("{}\n{}\n", "--output", "json")
        #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"token\":\"") })
        #expect(result.output.split(separator: "\n").count == 2)
    }

    @Test(arguments: [
        (["--claims", "x.json"], "exclude each other"), (["--output", "env"], "for a single token"),
    ])
    func mistakesAreExplained(_ more: [String], _ message: String) async throws {
        let result = try await Tool.run(
            arguments: ["sign", "--key", KeyFile.privatePKCS1, "--claim-lines", "-"] + more)
        #expect(result.status == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func aLineThatIsTooLongIsRefused() async throws {
        let result = try await sign("{}\n{\"a\":\"" + String(repeating: "x", count: 1 << 20) + "\"}\n")
        #expect(result.status == 3)
        #expect(result.errors.contains("line 2 is longer than 1048576 bytes"), "\(result.errors)")
    }
}
