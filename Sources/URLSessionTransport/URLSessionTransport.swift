import Dispatch
public import TokenExchange

/// An ``HTTPTransport`` over Foundation's `URLSession`.
///
/// No cookies, no cache, no stored credentials, no redirects. The body is counted while it arrives, and the deadline
/// covers the whole exchange, while `URLSession`'s own time-out starts anew with every byte. One transport is enough
/// for any number of requests at the same time. The session goes away with the transport.
///
/// On Linux, requests in the clear, which go to loopback addresses only, are sent over a socket of our own, because
/// Foundation there does not survive some of what a server may send.
public final class URLSessionTransport: HTTPTransport {
    private let client = URLSessionClient()
    /// Whether every request goes through `URLSession`; false outside of tests.
    private let usesURLSessionAlways: Bool

    /// A transport with a session of its own.
    public convenience init() {
        self.init(usesURLSessionAlways: false)
    }

    init(usesURLSessionAlways: Bool) {
        self.usesURLSessionAlways = usesURLSessionAlways
    }

    /// Sends `request` and returns the answer, whatever its status is.
    ///
    /// - Throws: ``HTTPTransportError`` if there is no whole answer before the deadline, or if the body is too
    ///   long.
    public func send(
        _ request: HTTPRequest, limits: HTTPLimits
    ) async throws(HTTPTransportError) -> HTTPResponse {
        let left = ContinuousClock.now.duration(to: limits.deadline)
        guard left > .zero else { throw HTTPTransportError(.timedOut, at: request.endpoint) }
        guard request.headers.allSatisfy(\.isWellFormed) else {
            throw HTTPTransportError(
                .other(reason: "a header field has a control character"), at: request.endpoint)
        }
        let exchange = Exchange(maximumBodyByteCount: limits.maximumBodyByteCount)
        let alarm = Task {
            try await Task.sleep(until: limits.deadline, clock: .continuous)
            exchange.finish(.failed(.timedOut))
        }
        let outcome = await withTaskCancellationHandler {
            start(request, exchange, left)
            return await exchange.outcome()
        } onCancel: {
            exchange.finish(.failed(.cancelled))
        }
        alarm.cancel()
        client.release(exchange, cancelling: outcome.isOurs)
        switch outcome {
        case .answered(let response): return response
        case .failed(let kind): throw HTTPTransportError(kind, at: request.endpoint)
        }
    }

    private func start(_ request: HTTPRequest, _ exchange: Exchange, _ left: Duration) {
        #if os(Linux)
            if request.endpoint.scheme == .http, !usesURLSessionAlways {
                return DispatchQueue.global().async { LoopbackClient(request, exchange).run() }
            }
        #endif
        // The deadline decides; this time-out only must not come before it.
        client.start(request, exchange, timeout: Double(min(left.components.seconds, 86_400)) + 5)
    }
}

extension URLSessionTransport: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the requests under way, whose assertions are credentials.
    public var description: String { "URLSessionTransport" }

    /// Never the requests under way, whose assertions are credentials.
    public var debugDescription: String { description }

    /// A mirror without children: in the session are the requests under way, and on Linux `dump` does not survive what
    /// Foundation keeps there.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Exchange.Outcome {
    /// Whether the end came from this side, so that the other end does not know of it yet.
    fileprivate var isOurs: Bool {
        switch self {
        case .failed(.timedOut), .failed(.cancelled), .failed(.bodyTooLarge): true
        default: false
        }
    }
}

extension HTTPHeader {
    fileprivate var isWellFormed: Bool {
        !name.isEmpty && (name + value).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
    }
}
