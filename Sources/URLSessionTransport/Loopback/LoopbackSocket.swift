#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if os(Linux)
    /// A connection to this machine that does not block and is closed with its last reference.
    ///
    /// Every system call gets a pointer to a local variable or a buffer that outlives it, with the size of that very
    /// thing.
    final class LoopbackSocket {
        private let descriptor: Int32

        /// What became of a read or a write.
        enum Transfer<Content> {
            case done(Content)
            case wouldBlock
            case closed
        }

        private init(_ descriptor: Int32) {
            self.descriptor = descriptor
        }

        deinit {
            close(descriptor)
        }

        /// A socket that is connecting to `port` of an address in 127.0.0.0/8; nil if the system refuses at once.
        static func connecting(toIPv4 parts: (UInt8, UInt8, UInt8, UInt8), port: UInt16) -> LoopbackSocket? {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            let bits = [parts.0, parts.1, parts.2, parts.3].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            address.sin_addr.s_addr = bits.bigEndian
            return unsafe withUnsafeBytes(of: &address) { unsafe connecting(AF_INET, $0) }
        }

        /// A socket that is connecting to `port` of ::1; nil if the system refuses at once.
        static func connectingToIPv6(port: UInt16) -> LoopbackSocket? {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            unsafe withUnsafeMutableBytes(of: &address.sin6_addr) { unsafe $0[15] = 1 }
            return unsafe withUnsafeBytes(of: &address) { unsafe connecting(AF_INET6, $0) }
        }

        private static func connecting(_ family: Int32, _ address: UnsafeRawBufferPointer) -> LoopbackSocket?
        {
            #if canImport(Glibc)
                let type = Int32(SOCK_STREAM.rawValue)
            #else
                let type = SOCK_STREAM
            #endif
            let descriptor = socket(family, type, 0)
            guard descriptor >= 0 else { return nil }
            let connection = LoopbackSocket(descriptor)
            guard fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) >= 0,
                fcntl(descriptor, F_SETFD, FD_CLOEXEC) >= 0
            else { return nil }
            let start = unsafe address.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            let result = unsafe connect(descriptor, start, socklen_t(address.count))
            return result == 0 || errno == EINPROGRESS ? connection : nil
        }

        /// Whether the connection has come about; to be asked once the socket can be written.
        var isConnected: Bool {
            var code: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            return unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 && code == 0
        }

        /// Waits at most `milliseconds` until the socket can be read or written, or has failed.
        func wait(toWrite: Bool, milliseconds: Int32) -> Bool {
            var entry = pollfd(fd: descriptor, events: Int16(toWrite ? POLLOUT : POLLIN), revents: 0)
            return unsafe poll(&entry, 1, milliseconds) > 0
        }

        /// Reads what is there, at most `limit` bytes.
        func read(atMost limit: Int) -> Transfer<[UInt8]> {
            var count = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
                count = unsafe recv(descriptor, buffer.baseAddress, limit, 0)
                initialized = max(count, 0)
            }
            if count > 0 { return .done(bytes) }
            return count < 0 && Self.isTemporary ? .wouldBlock : .closed
        }

        /// Writes as many of `bytes` as the system takes, and says how many. A closed peer raises no signal.
        func write(_ bytes: ArraySlice<UInt8>) -> Transfer<Int> {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 { return .done(count) }
            return Self.isTemporary ? .wouldBlock : .closed
        }

        private static var isTemporary: Bool { errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR }
    }
#endif
