import Foundation
import TestSupport
import Testing

@Suite struct InspectCommandTests {
    /// Tells the time in words, whatever the signature is.
    @Test func theTokenIsExplained() async throws {
        let golden = try #require(GoldenToken.pythonJWT.first { $0.name == "emoji" })
        let result = try await Tool.run("inspect", golden.token, "--now", "1800000000")
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output.hasPrefix("NOT VERIFIED: nobody has checked the signature."))
        #expect(result.output.contains("\n  \"alg\": \"RS256\"\n"))
        #expect(result.output.contains("\n  \"sub\": \"ok 😀\",\n"))
        #expect(result.output.contains("\niat  issued "))
        #expect(result.output.contains(" UTC\n"))
        #expect(result.output.contains("256 bytes, not verified"))
    }

    @Test(arguments: [
        ("iat:=1000", "1060", "iat  issued 1 minute ago, 1970-01-01 00:16:40 UTC"),
        ("exp:=1000", "700", "exp  expires in 5 minutes, 1970-01-01 00:16:40 UTC"),
        ("exp:=1000", "260200", "exp  expired 3 days ago, 1970-01-01 00:16:40 UTC"),
        ("exp:=1000.5", "1000", "exp  expired now, 1970-01-01 00:16:40 UTC"),
        ("exp:=1.0005e3", "1000", "exp  expired now, 1970-01-01 00:16:40 UTC"),
        ("exp:=99999999990.5e-9", "0", "exp  expires in 1 minute, 1970-01-01 00:01:39 UTC"),
        ("exp:=-0.5", "0", "exp  expired 1 second ago, 1969-12-31 23:59:59 UTC"),
        ("nbf:=1000", "0", "nbf  valid from in 16 minutes, 1970-01-01 00:16:40 UTC"),
        ("exp:=1795000000000000", "0", "milliseconds instead of seconds?"),
        ("exp:=\"soon\"", "0", "exp  expires: \"soon\" is not a number of seconds"),
    ])
    func timesAreInWords(_ claim: String, _ now: String, _ expected: String) async throws {
        let token = try await Tool.run("sign", "--key", KeyFile.privatePKCS8, "--claim", claim)
        let result = try await Tool.run("inspect", "-", "--now", now, input: token.output)
        #expect(result.output.contains(expected), "\(result.output)")
    }

    @Test func jsonOutputSaysThatNothingWasVerified() async throws {
        let token = try #require(GoldenToken.pythonJWT.first).token
        let result = try await Tool.run("inspect", "Authorization: Bearer " + token, "--output", "json")
        #expect(result.status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(json?["verified"] as? Bool == false)
        #expect((json?["header"] as? [String: Any])?["alg"] as? String == "RS256")
        #expect(result.errors.hasPrefix("NOT VERIFIED"))
    }

    @Test func whatATerminalActsOnIsEscaped() async throws {
        let token = try #require(GoldenToken.pythonJWT.first { $0.name == "mixed" }).token
        for output in ["text", "json"] {
            let result = try await Tool.run("inspect", token, "--output", output)
            #expect(!result.output.contains("\u{7f}"))
            #expect(result.output.contains(#"\u007f"#))
        }
    }

    @Test(arguments: ["", "hello", "a.b", "..", "a.b.c.d.e", "eyJhbGciOiJSUzI1NiJ9.e30", "\u{0}"])
    func whatIsNoTokenEndsWithCode3(_ text: String) async throws {
        let result = try await Tool.run("inspect", "-", input: text)
        #expect(result.status == 3)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("rs256: "))
    }
}
