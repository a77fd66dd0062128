import Foundation

/// How long something took.
public struct Timing: Equatable, Sendable {
    /// Nanoseconds on the wall clock.
    public let wall: Int

    /// Nanoseconds that the measured thread had a processor, where that is known.
    public let processor: Int?

    /// A duration that was measured elsewhere.
    public init(wall: Int, processor: Int? = nil) {
        self.wall = wall
        self.processor = processor
    }

    /// The duration of `body`, which does all its work on this thread.
    public static func ofThisThread(_ body: () throws -> Void) rethrows -> Timing {
        // The processor's clock is a system call and is read outside of the wall clock's interval.
        let processor = Clock.thread.now
        let wall = Clock.wall.now
        try body()
        let wallEnd = Clock.wall.now
        return Timing(wall: wallEnd - wall, processor: Clock.thread.now - processor)
    }

    /// The duration of `body`, which does all its work in this process, on one thread after the other.
    public static func ofThisProcess(_ body: () async throws -> Void) async rethrows -> Timing {
        let processor = Clock.process.now
        let wall = Clock.wall.now
        try await body()
        let wallEnd = Clock.wall.now
        return Timing(wall: wallEnd - wall, processor: Clock.process.now - processor)
    }

    /// The duration of `body`, which may use other threads.
    public static func ofAllThreads(_ body: () throws -> Void) rethrows -> Timing {
        let wall = Clock.wall.now
        try body()
        return Timing(wall: Clock.wall.now - wall)
    }
}

/// A clock of the operating system.
enum Clock {
    /// Time as everybody sees it.
    case wall
    /// The time in which the calling thread, or all threads of the process together, had a processor.
    case thread, process

    /// Nanoseconds since a moment that does not change while the process runs.
    var now: Int {
        var time = timespec()
        let identifier =
            switch self {
            case .wall: CLOCK_MONOTONIC
            case .thread: CLOCK_THREAD_CPUTIME_ID
            case .process: CLOCK_PROCESS_CPUTIME_ID
            }
        // The pointer is used during the call only. The call fails only for a clock that does not exist.
        unsafe clock_gettime(identifier, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

/// Which part of a timing the statistics are about.
enum TimeKind: String, Codable, Sendable {
    /// Time as everybody sees it.
    case wall
    /// The time in which the measured code had a processor, where that is known.
    case processor = "cpu"

    /// This part of a timing.
    func nanoseconds(_ timing: Timing) -> Int {
        switch self {
        case .wall: timing.wall
        case .processor: timing.processor ?? timing.wall
        }
    }
}
