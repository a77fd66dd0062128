import Foundation
import Synchronization

/// The outcome of asynchronous work, for which this thread waits. Not to be called from asynchronous code.
public func waitFor<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    Task.detached {
        do {
            outcome.set(.success(try await body()))
        } catch {
            outcome.set(.failure(error))
        }
    }
    return try outcome.wait().get()
}

/// A result that one thread sets and another one waits for.
private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>>(.failure(WrongResult("nothing has been computed")))
    private let isSet = DispatchSemaphore(value: 0)

    func set(_ newResult: Result<Value, any Error>) {
        result.withLock { $0 = newResult }
        isSet.signal()
    }

    func wait() -> Result<Value, any Error> {
        isSet.wait()
        return result.withLock(\.self)
    }
}
