public import RSA
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An identity provider on 127.0.0.1, to try clients with and to test them: it really verifies.
///
///     let provider = LocalIdentityProvider(
///         clients: [RegisteredClient(id: "me", key: key.publicKey)], signingKey: providerKey)
///     let endpoints = try provider.start()
///     // endpoints.discovery, endpoints.token ...
///     provider.stop()
///
/// It speaks HTTP in the clear to this machine alone and keeps nothing on disk. It serves discovery (RFC 8414 and the
/// shorter document of Marketing Cloud Intelligence), a token endpoint for the grants `client_credentials` with
/// a client assertion and `jwt-bearer` (RFC 7523), and the JWK set of its access tokens.
public final class LocalIdentityProvider: Sendable {
    private let clients: [RegisteredClient]
    private let signingKey: RSAPrivateKey
    private let settings: ProviderSettings
    private let clock: @Sendable () -> Int64
    private let onEvent: @Sendable (ProviderEvent) -> Void
    private let server = Mutex<HTTPServer?>(nil)

    /// A provider that does not listen yet.
    ///
    /// - Parameters:
    ///   - clients: who may ask for tokens.
    ///   - signingKey: the provider's own key, which signs the access tokens.
    ///   - settings: its rules.
    ///   - clock: the time in seconds since 1970; nil for the system's.
    ///   - onEvent: called after each request, on the provider's thread; it must not call ``stop()``.
    public init(
        clients: [RegisteredClient], signingKey: RSAPrivateKey,
        settings: ProviderSettings = ProviderSettings(),
        clock: (@Sendable () -> Int64)? = nil,
        onEvent: @escaping @Sendable (ProviderEvent) -> Void = { _ in }
    ) {
        self.clients = clients
        self.signingKey = signingKey
        self.settings = settings
        self.clock = clock ?? { Int64(time(nil)) }
        self.onEvent = onEvent
    }

    deinit {
        stop()
    }

    /// Begins to listen on 127.0.0.1.
    ///
    /// - Parameter port: 0 for a free one.
    /// - Throws: ``LocalIdentityProviderError`` if the port is taken or may not be used, or if the provider runs
    ///   already.
    public func start(port: UInt16 = 0) throws(LocalIdentityProviderError) -> ProviderEndpoints {
        try server.withLock { running throws(LocalIdentityProviderError) in
            guard running == nil else { throw .alreadyRunning }
            let server: HTTPServer
            do throws(SocketError) {
                server = try HTTPServer(port: port)
            } catch {
                throw .cannotListen(port: port, reason: error.description)
            }
            let endpoints = ProviderEndpoints(port: server.port)
            let router = RequestRouter(
                endpoints: endpoints, signingKey: signingKey,
                tokens: TokenService(
                    endpoints: endpoints, clients: clients, signingKey: signingKey, settings: settings,
                    clock: clock))
            server.start { [onEvent] request in
                let (response, event) = router.answer(request)
                onEvent(event)
                return response
            }
            running = server
            return endpoints
        }
    }

    /// Closes all connections and the port. Returns when that is done; does nothing if the provider does not run.
    public func stop() {
        server.withLock { $0.take() }?.stop()
    }
}

/// Why a provider does not run.
public enum LocalIdentityProviderError: Error, Equatable, Sendable {
    /// It runs already.
    case alreadyRunning
    /// The system does not let it listen.
    case cannotListen(port: UInt16, reason: String)
}

extension LocalIdentityProviderError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .alreadyRunning: "the identity provider is running already; stop it first"
        case .cannotListen(let port, let reason):
            "cannot listen on port \(port) of 127.0.0.1: \(reason); choose another port, or 0 for a free one"
        }
    }
}
