/// One connection: a request is read, an answer is written, the rest is drained, the end.
struct Connection {
    enum Stage {
        case reading
        /// From the first byte that is still to be written.
        case writing(ArraySlice<UInt8>, thenRead: Bool)
        /// The answer is out. What the client is still sending is read and dropped for a while: closing with
        /// unread bytes would reset the connection and could take the answer with it (RFC 9112 §9.6).
        case draining
        case finished
    }

    /// How long one connection may take for each of its parts, and how much is drained.
    struct Limits: Sendable {
        /// From the connection's start until the request is whole.
        var reading: Duration = .seconds(10)
        /// Until the answer has been taken.
        var writing: Duration = .seconds(10)
        /// Until the client closes after the answer.
        var draining: Duration = .seconds(1)
        /// The sizes of a request's parts.
        var request = HTTPRequestLimits()
    }

    let socket: Socket
    private(set) var stage = Stage.reading
    /// When this stage is given up.
    private(set) var deadline: ContinuousClock.Instant
    private var parser: HTTPRequestParser
    private let limits: Limits

    init(_ socket: Socket, limits: Limits, now: ContinuousClock.Instant) {
        self.socket = socket
        self.limits = limits
        parser = HTTPRequestParser(limits: limits.request)
        deadline = now + limits.reading
    }

    var wantsToWrite: Bool {
        if case .writing = stage { true } else { false }
    }

    var isFinished: Bool {
        if case .finished = stage { true } else { false }
    }

    /// Does what can be done without waiting.
    ///
    /// - Parameter handler: makes the answer to a request, or to what was no request.
    mutating func advance(
        now: ContinuousClock.Instant,
        handler: (Result<IncomingRequest, HTTPRequestError>) -> OutgoingResponse
    ) {
        switch stage {
        case .reading: receive(now: now, handler: handler)
        case .writing(let bytes, let thenRead): write(bytes, thenRead: thenRead, now: now)
        case .draining: drain()
        case .finished: break
        }
    }

    /// Gives up a stage that took too long. A request that has begun is answered with 408.
    mutating func expire(
        now: ContinuousClock.Instant,
        handler: (Result<IncomingRequest, HTTPRequestError>) -> OutgoingResponse
    ) {
        if case .reading = stage, parser.hasBegun {
            let error = HTTPRequestError(.requestTimeout, "the request did not arrive in time")
            answer(handler(.failure(error)).serialized(), now: now)
        } else {
            stage = .finished
        }
    }

    private mutating func receive(
        now: ContinuousClock.Instant,
        handler: (Result<IncomingRequest, HTTPRequestError>) -> OutgoingResponse
    ) {
        switch socket.read(atMost: 16 * 1024) {
        case .wouldBlock: break
        case .closed: stage = .finished
        case .done(let bytes):
            do throws(HTTPRequestError) {
                switch try parser.append(bytes) {
                case .incomplete: break
                case .awaitsContinue:
                    write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)[...], thenRead: true, now: now)
                case .complete(let request):
                    answer(
                        handler(.success(request)).serialized(withBody: request.method != "HEAD"), now: now)
                }
            } catch {
                answer(handler(.failure(error)).serialized(), now: now)
            }
        }
    }

    private mutating func answer(_ bytes: [UInt8], now: ContinuousClock.Instant) {
        deadline = now + limits.writing
        write(bytes[...], thenRead: false, now: now)
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>, thenRead: Bool, now: ContinuousClock.Instant) {
        switch socket.send(bytes) {
        case .closed: stage = .finished
        case .wouldBlock: stage = .writing(bytes, thenRead: thenRead)
        case .done(let count) where count < bytes.count:
            stage = .writing(bytes.dropFirst(count), thenRead: thenRead)
        case .done where thenRead: stage = .reading
        case .done:
            socket.finishSending()
            stage = .draining
            deadline = now + limits.draining
        }
    }

    private mutating func drain() {
        if case .closed = socket.read(atMost: 16 * 1024) { stage = .finished }
    }
}
