import Foundation

/// Gives hostile inputs to the readers and says what refusing them costs: `.ci/resources` runs it.
///
///     ResourceCheck list inputs|controls      the names, one a line
///     ResourceCheck run NAME                  one line of a table; fails if a limit is exceeded
@main
enum ResourceCheck {
    /// CPU time to refuse an input that is in memory, in milliseconds.
    private static let maximumMilliseconds = 10.0

    /// What the memory may grow by besides as much as the input takes: pages of code and of the stack.
    private static let allowedBytes = 1 << 20

    private static let inputs = largeTexts + largeKeys + largeMessages + extremes

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.last) {
        case ("list", "inputs"): inputs.forEach { print($0.name) }
        case ("list", "controls"): controls.forEach { print($0.name) }
        case ("run", let name?):
            guard let input = (inputs + controls).first(where: { $0.name == name }) else {
                fatalError("no input is called \(name)")
            }
            exit(run(input) ? 0 : 1)
        default: fatalError("usage: ResourceCheck list inputs|controls, or run NAME")
        }
    }

    /// Whether the input is refused within the limits.
    private static func run(_ input: HostileInput) -> Bool {
        let (byteCount, read) = input.prepare()
        var refusal: (any Error)?
        let measurement = Measurement.of {
            do {
                try read()
                refusal = nil
            } catch {
                refusal = error
            }
        }
        var faults: [String] = []
        if refusal == nil { faults.append("accepted") }
        if measurement.milliseconds > maximumMilliseconds { faults.append("too slow") }
        if measurement.grownBytes > byteCount + allowedBytes { faults.append("too much memory") }
        let name = input.name.padding(toLength: 46, withPad: " ", startingAt: 0)
        let numbers = [
            String(byteCount), String(format: "%.3f ms", measurement.milliseconds),
            "\(measurement.grownBytes >> 10) KiB",
        ].map { String(repeating: " ", count: max(1, 13 - $0.count)) + $0 }.joined()
        print(
            name + numbers + "  "
                + (faults.isEmpty ? "\(refusal.map { "\($0)" } ?? "")" : faults.joined(separator: ", ")))
        return faults.isEmpty
    }
}
