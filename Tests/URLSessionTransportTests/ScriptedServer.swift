import Foundation
import Synchronization

@testable import LocalIdentityProvider

/// A server on loopback that reads each request's head and then does what a test tells it to.
final class ScriptedServer: Sendable {
    enum Script: Sendable {
        /// Sends these bytes and closes.
        case answer(String)
        /// Sends these bytes before a request has come, and closes.
        case greeting(String)
        /// Sends these bytes, then `x` without end until the client has gone.
        case endless(String)
        /// Sends these bytes, then nothing more.
        case silent(String)
    }

    let port: UInt16
    /// The heads of the requests that have come.
    var requests: [String] { received.withLock { $0 } }

    /// How many connections are open.
    var connectionCount: Int { connections.load(ordering: .acquiring) }

    private let connections = Atomic(0)
    private let listener: Socket
    private let script: Script
    private let received = Mutex<[String]>([])
    private let isStopping = Atomic(false)

    init(_ script: Script) throws {
        self.script = script
        listener = try Socket.listening(port: 0)
        port = try listener.localPort()
        // Threads of its own: a blocked worker of a shared pool would hold up the client that is tested.
        Thread.detachNewThread { [self] in
            while !isStopping.load(ordering: .relaxed) {
                if let socket = listener.accept() {
                    Thread.detachNewThread { self.serve(socket) }
                } else {
                    wait(for: listener)
                }
            }
        }
    }

    /// Ends the server soon; connections that hang are closed.
    func stop() {
        isStopping.store(true, ordering: .relaxed)
    }

    private func serve(_ socket: Socket) {
        connections.add(1, ordering: .relaxed)
        defer { connections.subtract(1, ordering: .releasing) }
        if case .greeting(let text) = script {
            send(Array(text.utf8), over: socket)
            return
        }
        var head: [UInt8] = []
        while !String(decoding: head, as: UTF8.self).contains("\r\n\r\n") {
            switch socket.read(atMost: 4096) {
            case .done(let bytes): head += bytes
            case .wouldBlock: wait(for: socket)
            case .closed: return
            }
            if isStopping.load(ordering: .relaxed) { return }
        }
        received.withLock { $0.append(String(decoding: head, as: UTF8.self)) }
        switch script {
        case .answer(let text), .greeting(let text): send(Array(text.utf8), over: socket)
        case .silent(let text):
            send(Array(text.utf8), over: socket)
            while !isStopping.load(ordering: .relaxed), !hasClosed(socket) { wait(for: socket) }
        case .endless(let text):
            send(Array(text.utf8), over: socket)
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
            while !isStopping.load(ordering: .relaxed), send(piece, over: socket) {}
        }
    }

    private func hasClosed(_ socket: Socket) -> Bool {
        if case .closed = socket.read(atMost: 4096) { true } else { false }
    }

    @discardableResult
    private func send(_ bytes: [UInt8], over socket: Socket) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty, !isStopping.load(ordering: .relaxed) {
            switch socket.send(rest) {
            case .done(let count): rest = rest.dropFirst(count)
            case .wouldBlock: wait(for: socket, wantsToWrite: true)
            case .closed: return false
            }
        }
        return rest.isEmpty
    }

    private func wait(for socket: Socket, wantsToWrite: Bool = false) {
        var entries = [PollEntry(socket, wantsToWrite: wantsToWrite)]
        Socket.poll(&entries, milliseconds: 20)
    }
}
