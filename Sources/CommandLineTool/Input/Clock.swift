#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The clock of the system.
enum Clock {
    /// Seconds since 1970-01-01 00:00:00 UTC.
    static var now: Int64 { Int64(time(nil)) }
}
