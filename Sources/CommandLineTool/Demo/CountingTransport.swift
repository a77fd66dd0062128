import Synchronization
import TokenExchange

/// A transport that counts what it sends.
final class CountingTransport: HTTPTransport {
    private let transport: any HTTPTransport
    private let sent = Mutex(0)

    init(_ transport: any HTTPTransport) {
        self.transport = transport
    }

    /// How many requests were sent.
    var count: Int { sent.withLock { $0 } }

    func send(
        _ request: HTTPRequest, limits: HTTPLimits
    ) async throws(HTTPTransportError) -> HTTPResponse {
        sent.withLock { $0 += 1 }
        return try await transport.send(request, limits: limits)
    }
}
