#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An error number of the operating system.
struct SystemError: Error, Equatable, CustomStringConvertible {
    let code: Int32

    /// The reader at the other end of a pipe has gone.
    var isBrokenPipe: Bool { code == EPIPE }

    /// The file is a folder.
    var isDirectory: Bool { code == EISDIR }

    /// There is no such file.
    var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// The user has no right to it.
    var isPermission: Bool { code == EACCES || code == EPERM }

    /// What the operating system calls it.
    var description: String {
        // The text is static, or valid until the next call on this thread; it is copied at once.
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}
