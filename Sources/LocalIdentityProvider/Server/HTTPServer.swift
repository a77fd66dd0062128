import Dispatch
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1: one thread, one loop over `poll`, many connections.
///
/// No connection can hold up another: nothing blocks, and every stage of a connection has a deadline. Requests
/// are answered one at a time on the loop's thread, so the handler needs no lock of its own.
final class HTTPServer: Sendable {
    /// Makes the answer to a request, or to what was no request.
    typealias Handler = @Sendable (Result<IncomingRequest, HTTPRequestError>) -> OutgoingResponse

    /// The port that connections are accepted on.
    let port: UInt16

    /// Taken by the loop, which closes it when it ends.
    private let listener: Mutex<Socket?>
    private let wake: (reader: Socket, writer: Socket)
    private let queue = DispatchQueue(label: "LocalIdentityProvider")
    private let isStopping = Atomic(false)
    private let limits: Connection.Limits

    /// How many connections are open at once; more wait in the system's queue.
    private static let maximumConnectionCount = 128

    /// A server that listens but does not answer yet.
    ///
    /// - Parameter port: 0 for a free one.
    init(port: UInt16, limits: Connection.Limits = Connection.Limits()) throws(SocketError) {
        let listener = try Socket.listening(port: port)
        self.port = try listener.localPort()
        self.listener = Mutex(listener)
        wake = try Socket.pipe()
        self.limits = limits
    }

    /// Begins to answer. To be called once.
    func start(_ handler: @escaping Handler) {
        queue.async { [self] in run(handler) }
    }

    /// Closes every connection and the listening socket, and waits for that. Not to be called by the handler,
    /// which would wait for itself.
    func stop() {
        isStopping.store(true, ordering: .releasing)
        wake.writer.signal()
        queue.sync {}
    }

    private func run(_ handler: Handler) {
        guard let listener = listener.withLock({ $0.take() }) else { return }
        var connections: [Connection] = []
        while !isStopping.load(ordering: .acquiring) {
            let now = ContinuousClock.now
            let (isAcceptable, ready) = wait(for: connections, listener, now: now)
            let later = ContinuousClock.now
            for i in connections.indices {
                if ready[i] { connections[i].advance(now: later, handler: handler) }
                if connections[i].deadline <= later { connections[i].expire(now: later, handler: handler) }
            }
            connections.removeAll(where: \.isFinished)
            if isAcceptable { accept(from: listener, into: &connections, now: later) }
        }
    }

    /// Waits for something to do: whether a connection can be accepted, and which connections can go on.
    private func wait(
        for connections: [Connection], _ listener: Socket, now: ContinuousClock.Instant
    ) -> (Bool, [Bool]) {
        var entries = [PollEntry(wake.reader)]
        entries += connections.map { PollEntry($0.socket, wantsToWrite: $0.wantsToWrite) }
        if connections.count < Self.maximumConnectionCount { entries.append(PollEntry(listener)) }
        let deadline = connections.map(\.deadline).min()
        Socket.poll(&entries, milliseconds: Self.milliseconds(until: deadline, now: now))
        let ready = entries[1...].prefix(connections.count).map(\.isReady)
        let isAcceptable = entries.count > connections.count + 1 && entries[connections.count + 1].isReady
        return (isAcceptable, ready)
    }

    private func accept(
        from listener: Socket, into connections: inout [Connection], now: ContinuousClock.Instant
    ) {
        let count = connections.count
        while connections.count < Self.maximumConnectionCount, let socket = listener.accept() {
            connections.append(Connection(socket, limits: limits, now: now))
        }
        guard connections.count == count else { return }
        // The listener is ready and cannot be served: the process has no descriptor left. Do not spin.
        var entries = [PollEntry(wake.reader)]
        Socket.poll(&entries, milliseconds: 10)
    }

    /// At least a millisecond, so that a deadline between two milliseconds does not make the loop spin, and at
    /// most a second.
    private static func milliseconds(
        until deadline: ContinuousClock.Instant?, now: ContinuousClock.Instant
    ) -> Int32 {
        guard let deadline, deadline < now + .seconds(1) else { return 1000 }
        let left = (deadline - now).components
        return max(1, Int32(left.seconds) * 1000 + Int32(left.attoseconds / 1_000_000_000_000_000))
    }
}
