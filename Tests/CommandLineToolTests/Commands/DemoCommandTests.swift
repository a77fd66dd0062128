import Testing

@Suite struct DemoCommandTests {
    @Test func everyStepIsShownAndVerified() async throws {
        let result = try await Tool.run("demo")
        #expect(result.status == 0)
        #expect(result.errors == "")
        for text in [
            "/us1/discovery\n", "\"token_endpoint\": ", "\"alg\": \"RS256\"", "signature of 256 bytes",
            "client_assertion = eyJ", "\"expires_in\": 300", "verified: the signature",
            "refused, as it should be",
            "first call of token(): 2 requests", "second call of token(): 0 requests", "What to try next",
        ] {
            #expect(result.output.contains(text), "\(text) is missing")
        }
        #expect(result.output.contains(/\nThe access token, verified\n[\w-]+\.[\w-]+\.[\w-]+\n/))
        #expect(!result.output.contains("\u{1b}"))
    }

    @Test func itGoesOnWhenNobodyReads() async throws {
        let result = try await Tool.shell("{ \"$RS256\" demo; echo $? >&2; } | head -1 >/dev/null")
        #expect(result.errors == "0\n")
    }
}
