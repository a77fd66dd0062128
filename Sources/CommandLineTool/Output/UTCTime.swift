/// A moment as people write it: `2026-11-24 03:32:40 UTC`.
enum UTCTime {
    private static let secondsPerDay: Int64 = 86_400

    /// The last second of the year 9999 (RFC 3339 goes no further).
    private static let end: Int64 = 253_402_300_799

    /// `seconds` since 1970-01-01 00:00:00 UTC in words, `nil` before the year 1 and after the year 9999.
    static func text(_ seconds: Int64) -> String? {
        let start: Int64 = -62_135_596_800
        guard (start...end).contains(seconds) else { return nil }
        let day = floorDivision(seconds, secondsPerDay)
        let time = seconds - day * secondsPerDay
        let date = civil(day)
        let clock = [time / 3_600, time / 60 % 60, time % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2)) \(clock) UTC"
    }

    /// The calendar date of a day counted from 1970-01-01 (Hinnant, "chrono-compatible low-level date
    /// algorithms": years begin in March, so that the leap day is the last one; 400 years have 146,097 days).
    private static func civil(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = floorDivision(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func floorDivision(_ a: Int64, _ b: Int64) -> Int64 {
        a >= 0 ? a / b : -((b - 1 - a) / b)
    }

    private static func padded(_ number: Int64, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
