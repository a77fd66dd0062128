import TokenExchange

/// A transport that tells somebody about every request and its answer.
struct ObservedTransport: HTTPTransport {
    /// A request, its answer and how long that took.
    struct Exchange: Sendable {
        let request: HTTPRequest
        let response: HTTPResponse
        let duration: Duration

        /// One line without anything secret.
        var summary: String {
            "\(request): HTTP status \(response.status) in \(TimeInWords.measured(duration))"
        }
    }

    private let transport: any HTTPTransport
    private let observer: @Sendable (Exchange) async -> Void

    init(_ transport: any HTTPTransport, _ observer: @escaping @Sendable (Exchange) async -> Void) {
        self.transport = transport
        self.observer = observer
    }

    func send(
        _ request: HTTPRequest, limits: HTTPLimits
    ) async throws(HTTPTransportError) -> HTTPResponse {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await transport.send(request, limits: limits)
        await observer(Exchange(request: request, response: response, duration: clock.now - start))
        return response
    }
}
