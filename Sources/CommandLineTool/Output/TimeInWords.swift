/// A length of time in words.
enum TimeInWords {
    /// `seconds` in the largest unit that fits, rounded down: `5 minutes`, `1 day`, `3 years`.
    static func length(_ seconds: UInt64) -> String {
        let units: [(name: String, seconds: UInt64)] = [
            ("year", 31_556_952), ("day", 86_400), ("hour", 3_600), ("minute", 60),
        ]
        for unit in units where seconds >= unit.seconds {
            return counted(seconds / unit.seconds, unit.name)
        }
        return counted(seconds, "second")
    }

    /// How far `moment` is from `now`: `in 5 minutes`, `3 days ago`, `now`.
    static func distance(from now: Int64, to moment: Int64) -> String {
        if moment == now { return "now" }
        return moment > now
            ? "in " + length(magnitude(moment, now)) : length(magnitude(now, moment)) + " ago"
    }

    /// `count` and `noun`, in the plural unless there is one.
    static func counted(_ count: UInt64, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// A duration as it is measured: `23 ms`, `1.4 ms`, `870 µs`.
    static func measured(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        return switch microseconds {
        case ..<1_000: "\(microseconds) µs"
        case ..<10_000: "\(microseconds / 1_000).\(microseconds / 100 % 10) ms"
        default: "\(microseconds / 1_000) ms"
        }
    }

    /// `later - earlier`, which may not fit into an `Int64`.
    private static func magnitude(_ later: Int64, _ earlier: Int64) -> UInt64 {
        UInt64(bitPattern: later) &- UInt64(bitPattern: earlier)
    }
}
