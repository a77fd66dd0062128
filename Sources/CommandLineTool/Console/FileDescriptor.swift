#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open file of the operating system.
struct FileDescriptor: Sendable {
    private let number: Int32

    static let standardInput = FileDescriptor(number: 0)
    static let standardOutput = FileDescriptor(number: 1)
    static let standardError = FileDescriptor(number: 2)

    /// Whether a person sits at the other end.
    var isTerminal: Bool { isatty(number) == 1 }

    /// Opens the file at `path` for reading. It must be given back with ``release()``.
    static func reading(_ path: String) throws(SystemError) -> FileDescriptor {
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw SystemError(code: errno) }
        return FileDescriptor(number: number)
    }

    /// Gives the file back to the system.
    func release() {
        _ = close(number)
    }

    /// Reads into `buffer` from its start.
    ///
    /// - Returns: how many bytes came; zero at the end of the file.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = unsafe read(number, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw SystemError(code: errno) }
        }
    }

    /// Reads what is there, at most `count` bytes.
    ///
    /// - Returns: nothing at the end of the file.
    func receive(upTo count: Int) throws(SystemError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        // The pointer is used within the closure only.
        let result = unsafe buffer.withUnsafeMutableBytes { bytes in
            Result { () throws(SystemError) in try unsafe receive(into: bytes) }
        }
        return Array(buffer.prefix(try result.get()))
    }

    /// Writes all of `bytes`.
    func send(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            // The pointer is used within the closure only.
            let count = unsafe rest.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw SystemError(code: errno)
            }
        }
    }

    /// Lets a write to a pipe without a reader fail with an error instead of ending the process.
    static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }
}
