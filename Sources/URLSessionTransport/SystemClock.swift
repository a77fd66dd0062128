import Foundation

/// The system's clock, for those parts of the package that are given the time.
public enum SystemClock {
    /// The time in whole seconds since 1970, rounded down.
    @Sendable public static func now() -> Int64 {
        Int64(Date().timeIntervalSince1970.rounded(.down))
    }
}
