/// How the instructions of an operation are counted.
enum Counter: String {
    /// From outside, by callgrind, which switches itself on and off at `examined`.
    case callgrind
    /// By this process itself, one instruction after the other.
    case steps

    /// Runs an operation whose counts do not matter: the first runs do what the dynamic linker and the runtime do only
    /// once. A line is printed as for the others, because the first one takes memory for the output's buffer, and the allocator
    /// then goes another way.
    func warmUp(_ body: () -> Void) {
        for _ in 0..<3 {
            withOperation(body) {
                examined()
                print(self == .callgrind ? "warm-up -" : "warm-up - -")
            }
        }
    }

    /// Runs an operation whose instructions are counted, and prints its line.
    func count(_ group: some StringProtocol, _ name: String, _ body: () -> Void) {
        withOperation(body) {
            switch self {
            case .callgrind:
                examined()
                print(group, name)
            case .steps:
                let trace = SingleStepping.trace { examined() }
                print(group, name, trace.count, String(trace.hash, radix: 16))
            }
        }
    }

    private func withOperation(_ body: () -> Void, _ run: () -> Void) {
        withoutActuallyEscaping(body) { body in
            unsafe operation = body
            run()
            unsafe operation = {}
        }
    }
}

/// What is examined next. As an argument the optimiser would make copies of `examined` for its sake.
nonisolated(unsafe) private var operation: () -> Void = {}

/// Runs the operation, in the one function that callgrind knows by its name.
@inline(never) @_optimize(none)
private func examined() {
    unsafe operation()
}
