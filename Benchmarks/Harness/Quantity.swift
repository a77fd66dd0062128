import Foundation

/// Numbers with their units, in three or four significant digits.
enum Quantity {
    /// A duration, such as `1.043 ms`.
    static func duration(nanoseconds: Double) -> String {
        let units = [(1e9, "s"), (1e6, "ms"), (1e3, "µs")]
        let (size, unit) = units.first { nanoseconds >= $0.0 } ?? (1, "ns")
        return "\(significant(nanoseconds / size)) \(unit)"
    }

    /// How much work is done in a second, such as `958 /s` or `1.21 GB/s`.
    static func rate(_ work: Benchmark.Work, nanoseconds: Double) -> String {
        switch work {
        case .operations(let count):
            return grouped(Double(count) * 1e9 / nanoseconds) + " /s"
        case .bytes(let count):
            // Bytes per nanosecond are gigabytes per second.
            let rate = Double(count) / nanoseconds
            return rate >= 1 ? "\(significant(rate)) GB/s" : "\(significant(rate * 1000)) MB/s"
        }
    }

    /// A ratio, such as `1.24×`.
    static func ratio(_ value: Double) -> String {
        significant(value, digits: 3) + "×"
    }

    /// A difference in percent, with its sign.
    static func change(_ ratio: Double) -> String {
        String(format: "%+.1f %%", (ratio - 1) * 100)
    }

    /// A part of a whole in percent.
    static func percent(_ part: Double) -> String {
        String(format: "%.1f %%", part * 100)
    }

    /// Fixed notation with so many significant digits; more where the integral part is longer.
    static func significant(_ value: Double, digits: Int = 4) -> String {
        guard value > 0 else { return "0" }
        let integralDigits = value < 1 ? 0 : Int(log10(value)) + 1
        return String(format: "%.\(max(0, digits - integralDigits))f", value)
    }

    /// Thousands separated by commas; decimals only below 100.
    static func grouped(_ value: Double) -> String {
        guard value >= 100 else { return significant(value, digits: 3) }
        var digits = String(Int(value.rounded()))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }
}
