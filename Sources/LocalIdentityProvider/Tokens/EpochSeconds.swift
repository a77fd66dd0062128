/// Arithmetic on times in seconds: what does not fit becomes the nearest time that does.
extension Int64 {
    func addingWithoutOverflow(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
