/// One thing to measure: its name, what an iteration processes, and how to make the code that runs it.
public struct Benchmark {
    /// Words separated by slashes, from the general to the special: `sign/2048`.
    public let name: String

    /// What one iteration processes. It sets the unit of the rate.
    public let work: Work

    /// How long one sample should take, in nanoseconds: long against the clock's resolution, short against the time
    /// slice of the scheduler, so that most samples are not interrupted.
    public let sampleNanoseconds: Int

    /// Makes what is needed once, such as keys and messages, and returns the code to measure.
    let prepare: () throws -> Runner

    /// Runs a number of iterations and tells how long they took.
    public typealias Runner = (_ iterations: Int) throws -> Timing

    /// What one iteration processes.
    public enum Work: Codable, Equatable, Sendable {
        /// So many operations of the kind that the name tells.
        case operations(Int)
        /// So many bytes.
        case bytes(Int)

        /// The number of operations or bytes.
        var amount: Double {
            switch self {
            case .operations(let count), .bytes(let count): Double(count)
            }
        }
    }

    /// A benchmark that measures itself: with several threads, or in another process.
    public init(
        _ name: String, work: Work = .operations(1), sampleNanoseconds: Int = 1_000_000,
        runner prepare: @escaping () throws -> Runner
    ) {
        self.name = name
        self.work = work
        self.sampleNanoseconds = sampleNanoseconds
        self.prepare = prepare
    }

    /// A benchmark of code that runs on the calling thread.
    ///
    /// - Parameter prepare: returns the code of one iteration. It must ``consume(_:)`` what it computes, and throw
    ///   if that is wrong. An iteration carries the cost of one call of a closure, one to two nanoseconds.
    public init(
        _ name: String, work: Work = .operations(1), prepare: @escaping () throws -> () throws -> Void
    ) {
        self.init(name, work: work) {
            let body = try prepare()
            return { iterations in
                try Timing.ofThisThread {
                    for _ in 0..<iterations { try body() }
                }
            }
        }
    }
}

/// Takes a result, so that the optimiser must compute it.
@inline(never)
public func consume<Value>(_ value: Value) {}

/// An operation under measurement gave a wrong result.
public struct WrongResult: Error, CustomStringConvertible {
    /// What was wrong.
    public let description: String

    /// A failure with this description.
    public init(_ description: String) {
        self.description = description
    }
}
