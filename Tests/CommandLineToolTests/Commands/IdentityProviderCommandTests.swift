import Foundation
import Testing

@Suite struct IdentityProviderCommandTests {
    @Test func theAddressesAreToldAndSIGTERMEndsIt() async throws {
        let tool = try await RunningTool("idp")
        #expect(try tool.output.contains(/discovery +http:\/\/127\.0\.0\.1:[0-9]+\/us1\/discovery\n/))
        #expect(try await tool.stop() == 0)
        #expect(try tool.errors.hasSuffix("stopped\n"))
    }

    @Test func thePrintedKeyIsThatOfTheClient() async throws {
        let key = try await Tool.run("idp", "--print-key")
        #expect(key.status == 0)
        let thumbprint = try await Tool.run("key", "thumbprint", "-", input: key.output)
        #expect(thumbprint.output == KeyFile.thumbprint + "\n")
    }

    @Test func theBuiltInClientGetsAToken() async throws {
        let tool = try await RunningTool("idp", "--output", "json")
        let json = try JSONSerialization.jsonObject(with: Data(try tool.output.utf8)) as? [String: String]
        let discovery = try #require(json?["discovery"])
        let token = try await Tool.run(
            "token", "--discovery", discovery, "--client-id", "demo", "--key", KeyFile.privatePKCS1)
        #expect(token.status == 0, "\(token.errors)")
    }

    @Test func otherSubjectsAndTheTokenTypeAreSettings() async throws {
        let tool = try await RunningTool(
            "idp", "--output", "json", "--subject", "somebody", "--token-type", "Bearer", "--token-lifetime",
            "77")
        let json = try JSONSerialization.jsonObject(with: Data(try tool.output.utf8)) as? [String: String]
        let token = try await Tool.run(
            "token", "--discovery", try #require(json?["discovery"]), "--client-id", "demo", "--grant",
            "jwt-bearer",
            "--subject", "somebody", "--key", KeyFile.privatePKCS1, "--output", "json")
        #expect(token.status == 0, "\(token.errors)")
        #expect(token.output.contains("\"expires_in\": 77,"))
        #expect(try tool.errors.contains("token for demo, subject somebody"))
    }

    @Test func aTakenPortIsNamed() async throws {
        let server = try #require(SilentServer())
        let result = try await Tool.run("idp", "--port", String(server.port))
        #expect(result.status == 4)
        #expect(result.errors.contains("cannot listen on port \(server.port)"), "\(result.errors)")
    }

    @Test(arguments: [
        (["--client", "me"], 2, "--client is ID=FILE"),
        (["--client", "me=/nowhere"], 3, "there is no such file"),
        (["--port", "70000"], 2, "--port is from 0 to 65535"), (["here"], 2, "unexpected argument"),
    ])
    func mistakesAreExplained(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let result = try await Tool.run(arguments: ["idp"] + arguments)
        #expect(result.status == status)
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
