/// An operation whose time is measured for two classes of inputs.
struct Operation {
    let name: String
    /// Prepares an input of the fixed class or of the random one, and returns what is to be measured.
    let prepare: (_ isFixed: Bool) -> () -> Int

    init(_ name: String, _ prepare: @escaping (Bool) -> () -> Int) {
        self.name = name
        self.prepare = prepare
    }

    /// Measures for `seconds` seconds and prints the result.
    ///
    /// - Returns: the largest |t| of the whole and of the cropped measurements.
    func measure(seconds: Double) -> Double {
        var random = SystemRandomNumberGenerator()
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var results = 0
        // Measurements above these percentiles of the first ones are left out: interruptions, not the operation.
        var limits: [Double] = []
        var early: [(isFixed: Bool, time: Double)] = []
        var tests: [WelchTest] = []
        while clock.now < end || tests.isEmpty {
            let isFixed = Bool.random(using: &random)
            let operation = prepare(isFixed)
            let begun = clock.now
            results &+= operation()
            let time = (clock.now - begun) / .nanoseconds(1)
            guard limits.isEmpty else {
                for i in limits.indices where time <= limits[i] { tests[i].add(time, to: isFixed) }
                continue
            }
            early.append((isFixed, time))
            guard early.count == 500 else { continue }
            let sorted = early.map { $0.time }.sorted()
            limits = [0.5, 0.75, 0.9, 0.95].map { sorted[Int($0 * 499)] } + [.infinity]
            tests = limits.map { _ in WelchTest() }
        }
        let statistics = tests.map { $0.statistic }
        let largest = statistics.map { abs($0) }.max() ?? 0
        let text = statistics.map { "\(($0 * 100).rounded() / 100)" }
        print(
            "\(name): \(tests.last?.count ?? 0) measurements, t = \(text.joined(separator: ", "))",
            results == 0 ? "(nothing was done)" : "")
        return largest
    }
}

/// Welch's t-test of two classes, with sums that grow one by one (Knuth, volume 2, section 4.2.2).
struct WelchTest {
    private var counts = [0.0, 0.0], means = [0.0, 0.0], squares = [0.0, 0.0]

    /// How many measurements there are.
    var count: Int { Int(counts[0] + counts[1]) }

    mutating func add(_ value: Double, to isFixed: Bool) {
        let i = isFixed ? 1 : 0
        counts[i] += 1
        let difference = value - means[i]
        means[i] += difference / counts[i]
        squares[i] += difference * (value - means[i])
    }

    /// The difference of the means in units of its standard error; 0 as long as there is too little of one class.
    var statistic: Double {
        guard counts[0] > 1, counts[1] > 1 else { return 0 }
        let error = squares[0] / (counts[0] - 1) / counts[0] + squares[1] / (counts[1] - 1) / counts[1]
        return error > 0 ? (means[0] - means[1]) / error.squareRoot() : 0
    }
}
