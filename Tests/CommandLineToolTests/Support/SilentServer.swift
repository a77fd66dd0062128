#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A port on 127.0.0.1 that takes connections and never answers.
final class SilentServer {
    private let socketNumber: Int32
    let port: UInt16

    init?() {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = Int32(SOCK_STREAM)
        #endif
        socketNumber = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = socketNumber
        // The address is used within the closures only.
        let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(number, address, length) == 0 && listen(number, 8) == 0
                    && getsockname(number, address, &length) == 0
            }
        }
        guard number >= 0, bound else { return nil }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        close(socketNumber)
    }
}
