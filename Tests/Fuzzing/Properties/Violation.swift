/// A rule that an input breaks: what the fuzzer looks for.
package struct Violation: Error, Sendable, CustomStringConvertible {
    /// The rule.
    package let description: String

    init(_ rule: String) {
        description = rule
    }
}

/// Throws a violation of `rule` unless `condition` holds.
func require(_ condition: Bool, _ rule: @autoclosure () -> String) throws(Violation) {
    guard condition else { throw Violation(rule()) }
}

extension [UInt8] {
    /// One of `count` choices, which depends on all of the input: what need not be done with each input is done with
    /// some, and the next ones are there the sooner.
    func choice(of count: Int) -> Int {
        Int(reduce(0 as UInt32) { $0 &* 31 &+ UInt32($1) } % UInt32(count))
    }
}

/// What `body` returns; an error, which must not occur, becomes a violation of `rule`.
func succeeding<Value>(_ rule: String, _ body: () throws -> Value) throws(Violation) -> Value {
    do {
        return try body()
    } catch {
        throw Violation("\(rule): \(error)")
    }
}
