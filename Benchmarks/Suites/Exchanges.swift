import BenchmarkHarness
import Foundation
import LocalIdentityProvider
import RSA
import TokenExchange
import URLSessionTransport

/// Access tokens from an identity provider in this process, over HTTP on loopback: the client signs an assertion and
/// sends it on a new connection; the provider verifies it and signs an access token. Two signatures and two
/// verifications lie in each, client and provider share the processors, and no network is between them.
var exchanges: [Benchmark] {
    [1, 8].map { count in
        Benchmark(
            "exchange/\(count == 1 ? "one-client" : "\(count)-clients-at-a-time")", work: .operations(count),
            sampleNanoseconds: 20_000_000
        ) {
            let loopback = try Loopback(clientCount: count)
            return { iterations in
                try Timing.ofAllThreads { try loopback.exchange(times: iterations) }
            }
        }
    }
}

/// A provider and its clients.
private final class Loopback: Sendable {
    private let provider: LocalIdentityProvider
    private let clients: [TokenProvider]

    init(clientCount: Int) throws {
        let key = try RSAPrivateKey(pemRepresentation: PublishedKey.rfc7515.privatePEM)
        // Enough for the identifiers of all assertions of a long run.
        provider = LocalIdentityProvider(
            clients: [RegisteredClient(id: "client", key: key.publicKey)], signingKey: key,
            settings: ProviderSettings(audiences: ["audience"], replayCapacity: 10_000_000))
        let endpoint = try EndpointURL(parsing: provider.start().token)
        let transport = URLSessionTransport()
        clients = (0..<clientCount).map { _ in
            TokenProvider(
                source: TokenSource(
                    endpoint: .known(endpoint),
                    assertion: AssertionContent(clientID: "client", audience: "audience")),
                key: key, transport: transport, now: { Int64(time(nil)) })
        }
    }

    deinit {
        provider.stop()
    }

    /// Lets each client get so many tokens, one after the other; the clients work at the same time.
    func exchange(times: Int) throws {
        try waitFor { [clients] in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in clients {
                    group.addTask {
                        for _ in 0..<times { await client.discard(try await client.token()) }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
