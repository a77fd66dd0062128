/// A JSON number, kept as it is written: what is read and written again does not change, and no precision is lost.
///
/// Two numbers are equal when their text is: `1`, `1.0` and `1e0` differ. There is no floating-point value, because
/// it may not be exact; `Double(number.text)` gives one.
public struct JSONNumber: Sendable, Hashable {
    /// The number in the syntax of RFC 8259 section 6.
    public let text: String

    /// An integer.
    public init(_ value: Int64) {
        text = String(value)
    }

    /// An integer.
    public init(_ value: UInt64) {
        text = String(value)
    }

    /// The number that `text` is; nil if it is not in the syntax of RFC 8259 section 6.
    public init?(_ text: String) {
        let limits = JSONLimits(maximumByteCount: .max)
        guard let value = try? JSONValue(parsing: text, limits: limits), case .number(let number) = value,
            number.text.utf8.count == text.utf8.count
        else { return nil }
        self = number
    }

    /// The number written in `bytes`, which were read as one.
    init(unchecked bytes: ArraySlice<UInt8>) {
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// The value if it is an integer that 64 bits hold with a sign. `1e3` and `10.0` are integers.
    public var int64: Int64? {
        let value = DecimalValue(self)
        return value.hasFraction ? nil : value.truncated
    }

    /// The largest integer that is not above the value; at the ends of the range of 64 bits with a sign, the end.
    public var floor: Int64 { DecimalValue(self).floor }

    /// The value if it is an integer that 64 bits hold without a sign. `1e3` and `10.0` are integers.
    public var uint64: UInt64? {
        let value = DecimalValue(self)
        guard !value.hasFraction, !value.isNegative || value.magnitude == 0 else { return nil }
        return value.magnitude
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    /// An integer.
    public init(integerLiteral value: Int64) { self.init(value) }
}
