import JOSE
import Testing
import TokenExchange

@testable import CommandLineTool

/// What the options of `rs256 token` mean, without a network.
@Suite struct TokenSourceTests {
    private func source(_ words: String...) throws -> TokenSource {
        let request = try ArgumentParser.parse(["token", "--client-id", "me"] + words, of: .root)
        guard case .run(_, let arguments) = request else { throw CommandFailure.usage("not a run") }
        return try TokenCommand.source(arguments)
    }

    @Test func environmentsAreThePreset() throws {
        for environment in MarketingCloudIntelligence.Environment.allCases {
            let expected = TokenSource.marketingCloudIntelligence(
                endpoint: .known(environment.tokenEndpoint), clientID: "me")
            #expect(try source("--env", environment.rawValue) == expected)
        }
    }

    @Test func discoveryAloneIsThePreset() throws {
        let url = try EndpointURL(parsing: "https://a.example/discovery")
        let expected = TokenSource.marketingCloudIntelligence(endpoint: .discovered(at: url), clientID: "me")
        #expect(try source("--discovery", "https://a.example/discovery") == expected)
        #expect(
            try source(
                "--discovery", "https://a.example/discovery", "--audience",
                MarketingCloudIntelligence.audience)
                == expected)
    }

    @Test func otherProvidersGetABody() throws {
        let general = try source("--discovery", "https://a.example/d", "--audience", "https://a.example")
        #expect(general.options.placement == .body)
        #expect(general.assertion.lifetime == nil)
        #expect(general.assertion.audience == "https://a.example")
        #expect(general.assertion.subject == "me")
        let endpoint = try source("--token-endpoint", "https://a.example/token")
        #expect(endpoint.assertion.audience == "https://a.example/token")
        #expect(endpoint.options.placement == .body)
    }

    @Test func everyValueCanBeChosen() throws {
        let chosen = try source(
            "--env", "us1", "--audience", "a", "--expires-in", "60", "--parameters", "body",
            "--serialization",
            "python-jwt", "--scope", "s t", "--kid", "k", "--claim", "c:=1", "--claim", "nbf=5",
            "--parameter", "p=q=r",
            "--timeout", "5",
            "--subject", "you")
        #expect(chosen.assertion.audience == "a")
        #expect(chosen.assertion.lifetime == 60)
        #expect(chosen.assertion.subject == "you")
        #expect(chosen.assertion.serialization == .pythonJWT)
        #expect(chosen.assertion.header.keyID == "k")
        #expect(chosen.assertion.additionalClaims == ["c": 1, "nbf": 5])
        #expect(chosen.options.placement == .body)
        #expect(chosen.options.scope == "s t")
        #expect(chosen.options.additionalParameters["p"] == "q=r")
        #expect(chosen.timeout == 5)
        #expect(try source("--env", "us1", "--expires-in", "0").assertion.lifetime == nil)
        let other = try source(
            "--token-endpoint", "https://a.example", "--grant", "jwt-bearer", "--subject", "s")
        #expect(other.assertion.subject == "s")
    }
}
