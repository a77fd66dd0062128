/// What the command line asks for.
struct Arguments {
    /// What to do with the benchmarks.
    enum Action: Equatable {
        case help, list, measure
        /// Run each so many times, without measuring: for programs that count something.
        case iterate(Int)
    }

    var action = Action.measure

    /// Which benchmarks; all if there is no pattern.
    var patterns: [NamePattern] = []

    /// Seconds for each benchmark.
    var seconds = 1.0

    /// The time that the statistics are about.
    var clock = TimeKind.wall

    /// Where to write the report and the chart, and the report to compare with.
    var json: String?, svg: String?, old: String?

    /// Reads the arguments after the program's name. `--name value` and `--name=value` mean the same.
    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            let name = parts.first ?? argument
            func value() throws(UsageError) -> String {
                if parts.count == 2 { return parts[1] }
                guard let value = rest.popFirst() else { throw UsageError("\(name) needs a value") }
                return value
            }
            switch name {
            case "--help", "-h": action = .help
            case "--list": action = .list
            case "--filter": patterns.append(NamePattern(text: try value()))
            case "--seconds": seconds = try Self.positive(name, value())
            case "--iterate": action = .iterate(try Self.positive(name, value()))
            case "--clock": clock = try Self.clock(value())
            case "--json": json = try value()
            case "--svg": svg = try value()
            case "--compare": old = try value()
            default: throw UsageError("there is no option \(argument)")
            }
        }
    }

    /// Whether the benchmark called `name` is asked for.
    func selects(_ name: String) -> Bool {
        patterns.isEmpty || patterns.contains { $0.matches(name) }
    }

    private static func positive<
        Number: LosslessStringConvertible & Comparable & ExpressibleByIntegerLiteral
    >(
        _ name: String, _ text: String
    ) throws(UsageError) -> Number {
        guard let number = Number(text), number > 0 else {
            throw UsageError("\(name) needs a number greater than 0, not \(text)")
        }
        return number
    }

    private static func clock(_ text: String) throws(UsageError) -> TimeKind {
        guard let clock = TimeKind(rawValue: text) else {
            throw UsageError("--clock is wall or cpu, not \(text)")
        }
        return clock
    }

    /// The help page of the program `name`.
    static func help(_ name: String, purpose: String) -> String {
        """
        \(purpose)

        usage: swift run -c release \(name) [options]

          --filter PATTERN   only benchmarks whose name is or begins with PATTERN, in which * stands for
                             anything: sign, sign/2048, *2048; may be given several times
          --seconds S        seconds for each benchmark (default 1)
          --clock CLOCK      wall (default), or cpu: the processor time of the thread, for busy machines
          --json FILE        write the report to FILE
          --svg FILE         write a chart to FILE
          --compare FILE     compare with the report in FILE
          --list             print the names of the benchmarks
          --iterate N        run each benchmark exactly N times, without measuring: for profilers and counters
          --help             print this page

        """
    }
}

/// What is wrong with the command line.
struct UsageError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
