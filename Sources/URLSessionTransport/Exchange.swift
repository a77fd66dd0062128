import Synchronization
import TokenExchange

/// One request on its way: what has arrived, and who waits for it.
///
/// A client, the alarm of the deadline and a cancelled task may all end it; the first one decides.
final class Exchange: Sendable {
    enum Outcome: Sendable {
        case answered(HTTPResponse)
        case failed(HTTPTransportError.Kind)
    }

    private struct State {
        var status: Int?
        var headers: [HTTPHeader] = []
        var body: [UInt8] = []
        var outcome: Outcome?
        var waiter: CheckedContinuation<Outcome, Never>?
    }

    /// The most bytes of the body.
    let maximumBodyByteCount: Int
    private let state = Mutex(State())

    init(maximumBodyByteCount: Int) {
        self.maximumBodyByteCount = maximumBodyByteCount
    }

    /// The failure of an answer that is too long.
    var tooLarge: HTTPTransportError.Kind { .bodyTooLarge(limit: maximumBodyByteCount) }

    /// Whether it has ended.
    var isOver: Bool { state.withLock { $0.outcome != nil } }

    /// The start of the answer. An announced length that is too much ends it.
    func begin(status: Int, headers: [HTTPHeader], announcedByteCount: Int64) {
        guard announcedByteCount <= Int64(maximumBodyByteCount) else { return finish(.failed(tooLarge)) }
        state.withLock {
            $0.status = status
            $0.headers = headers
        }
    }

    /// The next piece of the body. Too much ends the exchange; what still comes after its end is dropped.
    func append(_ piece: some Collection<UInt8>) {
        let fits = state.withLock { state in
            guard state.outcome == nil else { return true }
            guard piece.count <= maximumBodyByteCount - state.body.count else { return false }
            state.body.append(contentsOf: piece)
            return true
        }
        if !fits { finish(.failed(tooLarge)) }
    }

    /// The end of the answer.
    func complete() {
        let response = state.withLock { state in
            state.status.map { HTTPResponse(status: $0, headers: state.headers, body: state.body) }
        }
        finish(response.map(Outcome.answered) ?? .failed(.brokenAnswer))
    }

    /// The end, unless it has come already.
    func finish(_ outcome: Outcome) {
        let waiter = state.withLock { state in
            guard state.outcome == nil else { return nil as CheckedContinuation<Outcome, Never>? }
            state.outcome = outcome
            state.body = []
            return state.waiter.take()
        }
        waiter?.resume(returning: outcome)
    }

    /// Waits for the end. To be called once.
    func outcome() async -> Outcome {
        await withCheckedContinuation { continuation in
            let outcome = state.withLock { state in
                if state.outcome == nil { state.waiter = continuation }
                return state.outcome
            }
            if let outcome { continuation.resume(returning: outcome) }
        }
    }
}
