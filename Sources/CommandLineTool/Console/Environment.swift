#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The environment variables of the process.
enum Environment {
    /// The bytes of the variable, `nil` if it is not set.
    static func value(of name: String) -> [UInt8]? {
        // The pointer stays valid because this process never changes its environment.
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: value, count: strlen(value)))
    }

    /// Whether a terminal may get colours: the user has not asked for none (no-color.org), and the terminal is
    /// not a dumb one.
    static var allowsColour: Bool {
        (value(of: "NO_COLOR") ?? []).isEmpty && value(of: "TERM") != Array("dumb".utf8)
    }
}
