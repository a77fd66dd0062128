#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file descriptor that does not block and is closed with its last reference.
///
/// This file is the only one that calls the system. Every call gets a pointer to a local variable or a buffer
/// that outlives it, with the size of that very thing.
final class Socket: Sendable {
    let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Puts the descriptor into the mode that the event loop needs; its owner closes it if that fails.
    private func becomeNonBlocking() throws(SocketError) {
        guard fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) >= 0,
            fcntl(descriptor, F_SETFD, FD_CLOEXEC) >= 0
        else { throw SocketError.current("fcntl") }
    }
}

// MARK: - Opening

extension Socket {
    /// A listening socket on 127.0.0.1.
    ///
    /// - Parameter port: 0 for a free one.
    static func listening(port: UInt16) throws(SocketError) -> Socket {
        #if canImport(Glibc)
            let type = Int32(SOCK_STREAM.rawValue)
        #else
            let type = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, type, 0)
        guard descriptor >= 0 else { throw SocketError.current("socket") }
        let listener = Socket(descriptor)
        try listener.becomeNonBlocking()
        // A port that a server just left may be taken again at once.
        try listener.setOption(SO_REUSEADDR)
        var address = loopbackAddress(port: port)
        let bound = unsafe withUnsafeBytes(of: &address) { bytes in
            unsafe bind(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
        guard bound == 0 else { throw SocketError.current("bind") }
        guard listen(descriptor, 128) == 0 else { throw SocketError.current("listen") }
        return listener
    }

    /// The two ends of a pipe: what is written to the second can be read from the first.
    static func pipe() throws(SocketError) -> (reader: Socket, writer: Socket) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Darwin)
            let made = unsafe Darwin.pipe(&ends)
        #elseif canImport(Musl)
            let made = unsafe Musl.pipe(&ends)
        #else
            let made = unsafe Glibc.pipe(&ends)
        #endif
        guard made == 0 else { throw SocketError.current("pipe") }
        let reader = Socket(ends[0])
        let writer = Socket(ends[1])
        try reader.becomeNonBlocking()
        try writer.becomeNonBlocking()
        return (reader, writer)
    }

    /// The next connection that waits, or nil if there is none or it has gone away again.
    func accept() -> Socket? {
        #if canImport(Darwin)
            let descriptor = Darwin.accept(descriptor, nil, nil)
        #elseif canImport(Musl)
            let descriptor = Musl.accept(descriptor, nil, nil)
        #else
            let descriptor = Glibc.accept(descriptor, nil, nil)
        #endif
        guard descriptor >= 0 else { return nil }
        let connection = Socket(descriptor)
        do throws(SocketError) {
            try connection.becomeNonBlocking()
            #if canImport(Darwin)
                try connection.setOption(SO_NOSIGPIPE)
            #endif
        } catch {
            return nil
        }
        return connection
    }

    /// The port that a listening socket got.
    func localPort() throws(SocketError) -> UInt16 {
        var address = Self.loopbackAddress(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = unsafe withUnsafeMutableBytes(of: &address) { bytes in
            guard let start = bytes.baseAddress else { return Int32(-1) }
            return unsafe getsockname(descriptor, start.assumingMemoryBound(to: sockaddr.self), &size)
        }
        guard found == 0 else { throw SocketError.current("getsockname") }
        return UInt16(bigEndian: address.sin_port)
    }

    private func setOption(_ option: Int32) throws(SocketError) {
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe setsockopt(descriptor, SOL_SOCKET, option, &on, size) == 0 else {
            throw SocketError.current("setsockopt")
        }
    }

    private static func loopbackAddress(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }
}

// MARK: - Reading and writing

extension Socket {
    /// What became of a read or a write.
    enum Transfer<Content> {
        case done(Content)
        case wouldBlock
        case closed
    }

    /// Reads what is there, at most `limit` bytes.
    func read(atMost limit: Int) -> Transfer<[UInt8]> {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
            #if canImport(Darwin)
                count = unsafe Darwin.read(descriptor, buffer.baseAddress, limit)
            #elseif canImport(Musl)
                count = unsafe Musl.read(descriptor, buffer.baseAddress, limit)
            #else
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
            #endif
            initialized = max(count, 0)
        }
        if count > 0 { return .done(bytes) }
        return count < 0 && SocketError.isTemporary ? .wouldBlock : .closed
    }

    /// Writes as many of `bytes` as the system takes, and says how many. A closed peer raises no signal.
    func send(_ bytes: ArraySlice<UInt8>) -> Transfer<Int> {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            #if canImport(Darwin)
                unsafe Darwin.send(descriptor, buffer.baseAddress, buffer.count, 0)
            #elseif canImport(Musl)
                unsafe Musl.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            #else
                unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            #endif
        }
        if count >= 0 { return .done(count) }
        return SocketError.isTemporary ? .wouldBlock : .closed
    }

    /// Writes one byte to a pipe, to wake whoever polls its other end. A full pipe wakes it as well.
    func signal() {
        var byte: UInt8 = 1
        unsafe _ = write(descriptor, &byte, 1)
    }

    /// Says that nothing more will be sent.
    func finishSending() {
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }
}

// MARK: - Waiting

/// What to wait for on one descriptor, and what happened.
struct PollEntry {
    let socket: Socket
    let wantsToWrite: Bool
    /// Whether the descriptor can be read or written, or has failed, which reading or writing then tells.
    fileprivate(set) var isReady = false

    init(_ socket: Socket, wantsToWrite: Bool = false) {
        self.socket = socket
        self.wantsToWrite = wantsToWrite
    }
}

extension Socket {
    /// Waits until one of `entries` is ready or `milliseconds` have passed.
    static func poll(_ entries: inout [PollEntry], milliseconds: Int32) {
        var descriptors = entries.map { entry in
            pollfd(
                fd: entry.socket.descriptor, events: Int16(entry.wantsToWrite ? POLLOUT : POLLIN), revents: 0)
        }
        let count = nfds_t(descriptors.count)
        #if canImport(Darwin)
            let ready = unsafe Darwin.poll(&descriptors, count, milliseconds)
        #elseif canImport(Musl)
            let ready = unsafe Musl.poll(&descriptors, count, milliseconds)
        #else
            let ready = unsafe Glibc.poll(&descriptors, count, milliseconds)
        #endif
        guard ready > 0 else { return }
        for i in entries.indices { entries[i].isReady = descriptors[i].revents != 0 }
    }
}

extension SocketError {
    /// The error that the last call left behind.
    fileprivate static func current(_ call: String) -> SocketError { SocketError(call: call, code: errno) }

    /// Whether the last call may succeed when it is tried again.
    fileprivate static var isTemporary: Bool { errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR }
}
