/// Which bytes of a parameter may stand as they are.
enum PercentEncoding {
    /// `application/x-www-form-urlencoded`.
    case form
    /// The unreserved characters of RFC 3986 §2.3.
    case query

    /// Appends `text` in UTF-8, percent-encoded with upper-case digits (RFC 3986 §2.1).
    func encode(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if isLiteral(byte) {
                bytes.append(byte)
            } else if self == .form, byte == UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: "+"))
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 15))
            }
        }
    }

    private func isLiteral(_ byte: UInt8) -> Bool {
        if byte.isASCIILetter || byte.isASCIIDigit { return true }
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): return true
        case UInt8(ascii: "*"): return self == .form
        case UInt8(ascii: "~"): return self == .query
        default: return false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
