/// A system call for a socket that failed.
struct SocketError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The call, `bind` for example.
    let call: String
    /// The system's error number.
    let code: Int32

    var description: String { "\(call) failed with system error \(code)" }
}
