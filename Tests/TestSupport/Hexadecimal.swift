/// The bytes that a string of hexadecimal digits stands for; white space is skipped.
///
/// Stops the test run on anything else: a damaged vector file must not pass for an empty one.
public func bytes(hexadecimal text: some StringProtocol) -> [UInt8] {
    let digits = text.utf8.filter { !$0.isWhiteSpace }.map(hexadecimalValue)
    precondition(digits.count.isMultiple(of: 2), "odd number of hexadecimal digits: \(text.prefix(40))")
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// `bytes` in lower-case hexadecimal digits.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

private func hexadecimalValue(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: preconditionFailure("not a hexadecimal digit: \(digit)")
    }
}

extension UInt8 {
    fileprivate var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}

/// The bytes of a number in hexadecimal digits, which may be odd in number.
public func number(hexadecimal digits: String) -> [UInt8] {
    bytes(hexadecimal: digits.count.isMultiple(of: 2) ? digits : "0" + digits)
}
