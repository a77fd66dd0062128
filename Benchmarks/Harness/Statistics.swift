/// The distribution of a sample, by order statistics: a few disturbed values move them little.
public struct Statistics: Codable, Equatable, Sendable {
    /// How many values there were.
    public let count: Int

    /// The least value, the quartiles, and the median.
    public let minimum: Double, lowerQuartile: Double, median: Double, upperQuartile: Double

    /// The distribution of `values`; nil if there are none.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        self.count = sorted.count
        self.minimum = sorted[0]
        self.lowerQuartile = Self.quantile(0.25, ofSorted: sorted)
        self.median = Self.quantile(0.5, ofSorted: sorted)
        self.upperQuartile = Self.quantile(0.75, ofSorted: sorted)
    }

    /// The value below which `fraction` of a sorted sample lies, interpolated linearly (Hyndman and Fan 1996, type 7).
    static func quantile(_ fraction: Double, ofSorted values: [Double]) -> Double {
        let position = fraction * Double(values.count - 1)
        let lower = Int(position)
        let upper = min(lower + 1, values.count - 1)
        return values[lower] + (position - Double(lower)) * (values[upper] - values[lower])
    }
}
