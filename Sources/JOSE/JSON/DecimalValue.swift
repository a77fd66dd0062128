/// The value of a number as far as integers of 64 bits can tell it: sign, integer part, and whether there is more.
///
/// Computed in decimal and exactly; a number of any size is read without overflow.
struct DecimalValue {
    /// Whether there is a minus sign.
    let isNegative: Bool

    /// The integer part without its sign; nil if it is 2⁶⁴ or more.
    let magnitude: UInt64?

    /// Whether the number is no integer.
    let hasFraction: Bool

    /// The value of `number`.
    ///
    /// - Complexity: O(n) for n characters, whatever the exponent.
    init(_ number: JSONNumber) {
        var digits: [UInt8] = []
        var fractionCount = 0
        var exponent = 0
        var part = Part.integer
        var exponentIsNegative = false
        for byte in number.text.utf8 {
            switch byte {
            case UInt8(ascii: "."): part = .fraction
            case UInt8(ascii: "e"), UInt8(ascii: "E"): part = .exponent
            case .minus: if part == .exponent { exponentIsNegative = true }
            case .digitZero ... .digitNine where part == .exponent:
                exponent = min(exponent * 10 + Int(byte - .digitZero), Self.largestExponent)
            case .digitZero ... .digitNine:
                digits.append(byte - .digitZero)
                if part == .fraction { fractionCount += 1 }
            default: break
            }
        }
        // How many digits are before the decimal point once the exponent has moved it; it may be outside of them.
        let point = digits.count - fractionCount + (exponentIsNegative ? -exponent : exponent)
        let integerCount = max(0, min(point, digits.count))
        isNegative = number.text.utf8.first == .minus
        magnitude = Self.magnitude(digits[..<integerCount], zeroCount: max(0, point - digits.count))
        hasFraction = digits[integerCount...].contains { $0 != 0 }
    }

    private enum Part { case integer, fraction, exponent }

    /// Larger exponents act like this one: no text within ``JSONLimits`` has as many digits. Ten times it fits an
    /// Int of 32 bits.
    private static let largestExponent = 100_000_000

    /// The number with these digits, and zeros behind them; nil if it is 2⁶⁴ or more.
    private static func magnitude(_ digits: ArraySlice<UInt8>, zeroCount: Int) -> UInt64? {
        var magnitude: UInt64 = 0
        for digit in digits {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
            guard !overflow, !carry else { return nil }
            magnitude = sum
        }
        for _ in 0..<min(zeroCount, 20) {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            magnitude = product
        }
        return magnitude
    }
}

extension DecimalValue {
    /// The integer part with its sign; nil if 64 bits do not hold it.
    var truncated: Int64? {
        guard let magnitude else { return nil }
        // −2⁶³ has no positive counterpart.
        if isNegative { return magnitude > 1 << 63 ? nil : Int64(truncatingIfNeeded: 0 &- magnitude) }
        return Int64(exactly: magnitude)
    }

    /// The largest integer that is not above the number; at the ends of the range, the end.
    var floor: Int64 {
        guard let truncated else { return isNegative ? .min : .max }
        return hasFraction && isNegative ? max(truncated, .min + 1) - 1 : truncated
    }

    /// The smallest integer that is not below the number; at the ends of the range, the end.
    var ceiling: Int64 {
        guard let truncated else { return isNegative ? .min : .max }
        return hasFraction && !isNegative ? min(truncated, .max - 1) + 1 : truncated
    }
}
