/// One line on standard error that is overwritten as the work goes on. Nothing where standard error is no terminal.
struct ProgressLine {
    private let console: Console
    private let begun = ContinuousClock.now
    private var shown = ContinuousClock.now

    /// A line on the console's standard error that shows nothing yet.
    init(_ console: Console) {
        self.console = console
    }

    /// Shows how many things are done and how many that is in a second; at most ten times a second.
    ///
    /// - Parameters:
    ///   - count: how many are done.
    ///   - things: what they are, in the plural.
    mutating func show(_ count: Int, _ things: String) {
        let now = ContinuousClock.now
        guard now - shown >= .milliseconds(100) else { return }
        shown = now
        let rate = Int(Double(count) / ((now - begun) / .seconds(1)))
        console.overwriteNote("\(count) \(things), \(rate) a second")
    }

    /// Removes the line.
    func clear() {
        console.overwriteNote("")
    }
}
