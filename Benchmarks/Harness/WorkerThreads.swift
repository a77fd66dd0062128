import Foundation
import Synchronization

/// Threads that do the same work at the same time, to measure how throughput grows with the number of processors.
///
/// The threads live as long as the process: a sample must not pay for making them.
public final class WorkerThreads: Sendable {
    private let count: Int
    private let iterations = Mutex(0)
    private let failure = Mutex<(any Error)?>(nil)
    private let begin: [DispatchSemaphore]
    private let end = DispatchSemaphore(value: 0)

    /// Starts `count` threads, which wait for work.
    ///
    /// - Parameter body: one iteration.
    public init(count: Int, body: @escaping @Sendable () throws -> Void) {
        self.count = count
        self.begin = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        for gate in begin {
            Thread { [self] in
                while true {
                    gate.wait()
                    do {
                        for _ in 0..<iterations.withLock(\.self) { try body() }
                    } catch {
                        failure.withLock { $0 = error }
                    }
                    end.signal()
                }
            }.start()
        }
    }

    /// Lets each thread do so many iterations and waits for the last one.
    ///
    /// - Throws: what an iteration has thrown.
    /// - Returns: the time from the start to the end of the slowest thread.
    public func run(iterations count: Int) throws -> Timing {
        iterations.withLock { $0 = count }
        let timing = Timing.ofAllThreads {
            for gate in begin { gate.signal() }
            for _ in begin { end.wait() }
        }
        if let error = failure.withLock(\.self) { throw error }
        return timing
    }
}

extension Benchmark {
    /// A benchmark that runs on several threads at the same time; an iteration is one on each of them.
    ///
    /// - Parameters:
    ///   - work: how many operations one iteration of one thread has.
    ///   - prepare: returns the code of one iteration of one thread.
    public static func parallel(
        _ name: String, threads: Int, work: Int = 1,
        prepare: @escaping () throws -> @Sendable () throws -> Void
    ) -> Benchmark {
        // Longer samples: the threads do not start at the same instant.
        Benchmark(name, work: .operations(threads * work), sampleNanoseconds: 20_000_000) {
            let workers = WorkerThreads(count: threads, body: try prepare())
            return { try workers.run(iterations: $0) }
        }
    }

    /// Numbers of threads to measure with: the powers of two up to the number of processors, and that number.
    public static var threadCounts: [Int] {
        let processors = ProcessInfo.processInfo.activeProcessorCount
        return Array(sequence(first: 1) { $0 * 2 < processors ? $0 * 2 : nil })
            + (processors > 1 ? [processors] : [])
    }
}
