import Foundation
import TestSupport
import Testing

@Suite struct TokenCommandTests {
    static let marketingCloud = ["--client-id", "me", "--key", KeyFile.privatePKCS1]

    @Test func discoveryAloneIsAsMarketingCloudDocumentsIt() async throws {
        let provider = try await RunningProvider()
        let result = try await Tool.run(
            arguments: ["token", "--discovery", provider.discovery] + Self.marketingCloud)
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output.wholeMatch(of: /[\w-]+\.[\w-]+\.[\w-]+\n/) != nil)
        let claims = try await Tool.run("inspect", "-", "--output", "json", input: result.output)
        #expect(claims.output.contains("\"sub\": \"me\""))
        #expect(try provider.tool.errors.contains("POST /us1/token 200 token for me"))
    }

    @Test func otherProvidersAreAskedAsRFC7523HasIt() async throws {
        let provider = try await RunningProvider()
        let arguments = [
            "token", "--token-endpoint", provider.tokenEndpoint, "--client-id", "me", "--audience",
            "https://idp.example", "--key", KeyFile.privatePKCS8,
        ]
        for more in [
            [], ["--parameters", "query"], ["--expires-in", "300"], ["--serialization", "python-jwt"],
            ["--kid", "k"],
            ["--grant", "jwt-bearer", "--subject", "me"], ["--scope", "read write"], ["--claim", "a:=[1]"],
        ] {
            let result = try await Tool.run(arguments: arguments + more)
            #expect(result.status == 0, "\(more): \(result.errors)")
        }
    }

    @Test func aPastedKeyInTheEnvironmentWorks() async throws {
        let provider = try await RunningProvider()
        let pem = try VectorFile.text("keys/generated/a2-pkcs1.pem")
        let result = try await Tool.run(
            "token", "--discovery", provider.discovery, "--client-id", "me", "--key-env", "MCI_PRIVATE_KEY",
            environment: ["MCI_PRIVATE_KEY": pem.replacingOccurrences(of: "\n", with: "\\n")])
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func outputFormsAreAsDocumented() async throws {
        let provider = try await RunningProvider()
        let arguments = ["token", "--discovery", provider.discovery] + Self.marketingCloud + ["--output"]
        let header = try await Tool.run(arguments: arguments + ["header"])
        #expect(header.output.wholeMatch(of: /Authorization: Bearer [\w.-]+\n/) != nil)
        let json = try await Tool.run(arguments: arguments + ["json"])
        let members = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(members?["token_type"] as? String == "Bearer")
        #expect(members?["expires_in"] as? Int == 300)
        let script =
            "eval \"$(\"$RS256\" \(arguments.joined(separator: " ")) env)\" && "
            + "echo \"$TOKEN_TYPE $EXPIRES_IN ${#ACCESS_TOKEN}\""
        #expect(try await Tool.shell(script).output.wholeMatch(of: /Bearer 300 [0-9]{3}\n/) != nil)
    }

    @Test func verboseTellsTheStepsWithoutSecrets() async throws {
        let provider = try await RunningProvider()
        let result = try await Tool.run(
            arguments: ["token", "--verbose", "--discovery", provider.discovery] + Self.marketingCloud)
        #expect(result.errors.contains("GET \(provider.discovery)"))
        #expect(result.errors.contains("POST \(provider.tokenEndpoint)?…"))
        #expect(!result.errors.contains("eyJ"))
    }

    @Test(arguments: [
        ["--client-id", "somebody"], ["--audience", "https://other.example"], ["--key", "other"],
        ["--grant", "jwt-bearer", "--subject", "somebody"],
    ])
    func refusalsEndWithCode5(_ changed: [String]) async throws {
        let provider = try await RunningProvider()
        var options = [
            "--client-id": "me", "--audience": "https://idp.example", "--key": KeyFile.privatePKCS8,
        ]
        for index in stride(from: 0, to: changed.count, by: 2) {
            options[changed[index]] = changed[index + 1]
        }
        if options["--key"] == "other" {
            options["--key"] = KeyFile.path("asymmetric/Traditional_OpenSSL_Serialization/testrsa.pem")
        }
        let result = try await Tool.run(
            arguments: ["token", "--token-endpoint", provider.tokenEndpoint] + options.flatMap { [$0, $1] })
        #expect(result.status == 5)
        #expect(result.output == "")
        #expect(
            result.errors.hasPrefix("rs256: the identity provider refused (HTTP status 40"),
            "\(result.errors)")
        #expect(!result.errors.contains("eyJ"))
    }

    @Test func wrongAddressesEndWithCode4() async throws {
        let provider = try await RunningProvider()
        let wrong = try #require(provider.addresses["jwks_uri"])
        for arguments in [
            ["--discovery", provider.tokenEndpoint], ["--discovery", provider.discovery + "x"],
            ["--token-endpoint", wrong], ["--discovery", wrong], ["--discovery", "http://127.0.0.1:1/"],
            ["--token-endpoint", "https://127.0.0.1:1/token"],
        ] {
            let result = try await Tool.run(arguments: ["token"] + arguments + Self.marketingCloud)
            #expect(result.status == 4, "\(arguments): \(result.errors)")
            #expect(result.output == "")
            #expect(result.errors.hasPrefix("rs256: "))
        }
    }

    @Test func aServerThatSaysNothingEndsWithCode4() async throws {
        let server = try #require(SilentServer())
        let result = try await Tool.run(
            arguments: ["token", "--discovery", "http://127.0.0.1:\(server.port)/", "--timeout", "1"]
                + Self.marketingCloud)
        #expect(result.status == 4)
        #expect(result.errors == "rs256: no token after 1 seconds\n")
    }

    @Test func dryRunSendsNothingAndShowsNoSecret() async throws {
        let result = try await Tool.run(
            arguments: ["token", "--env", "eu2", "--dry-run"] + Self.marketingCloud)
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("POST https://idp.intelligence.salesforce.com/eu2/token "))
        #expect(result.output.contains("\n  client_id = me\n  client_assertion = eyJ"))
        #expect(result.output.contains("\"iss\": \"me\",\n"))
        #expect(result.output.split(whereSeparator: \.isWhitespace).allSatisfy { $0.utf8.count < 100 })
    }

    @Test(arguments: [
        (["--client-id", "x", "--key", "K"], 2, "the provider is missing"),
        (["--env", "us1", "--key", "K"], 2, "--client-id ID is missing"),
        (["--env", "us1", "--client-id", "", "--key", "K"], 2, "--client-id ID is missing"),
        (["--env", "us1", "--client-id", "x"], 2, "a key is missing"),
        (["--env", "us3", "--client-id", "x", "--key", "K"], 2, "--env is one of us1, us2, eu1, eu2"),
        (["--env", "us1", "--discovery", "https://a.example", "--client-id", "x"], 2, "exclude each other"),
        (["--discovery", "http://a.example", "--client-id", "x"], 2, "use https"),
        (["--discovery", "nonsense", "--client-id", "x"], 2, "must begin with https://"),
        (
            ["--env", "us1", "--client-id", "x", "--claim", "iss=y"], 2,
            "--claim iss: this claim is always there"
        ),
        (["--env", "us1", "--client-id", "x", "--parameter", "y"], 2, "--parameter is NAME=TEXT"),
        (
            ["--env", "us1", "--client-id", "x", "--key", "K", "--parameter", "client_id=y", "--dry-run"], 2,
            "client_id"
        ),
        (["--env", "us1", "--client-id", "x", "--key", "/nowhere"], 3, "there is no such file"),
        (["--env", "us1", "--client-id", "x", "--key", "P"], 3, "this is a PUBLIC KEY"),
    ])
    func mistakesAreExplained(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let arguments = arguments.map {
            $0 == "K" ? KeyFile.privatePKCS8 : $0 == "P" ? KeyFile.publicKey : $0
        }
        let result = try await Tool.run(arguments: ["token"] + arguments)
        #expect(result.status == status)
        #expect(result.output == "")
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
