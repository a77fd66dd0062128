extension JSONTokenizer {
    /// Reads the string at the position (RFC 8259 section 7): checks it, and says where it is.
    ///
    /// - Precondition: a quotation mark is at the position.
    mutating func readString() throws(JSONError) -> JSONStringToken {
        position += 1
        let start = position
        var hasEscapes = false
        while let byte {
            switch byte {
            case .quotationMark:
                let content = start..<position
                position += 1
                return JSONStringToken(content: content, hasEscapes: hasEscapes)
            case .reverseSolidus:
                hasEscapes = true
                try skipEscape()
            case 0x00..<0x20:
                throw failure(.controlCharacter)
            case 0x20..<0x80:
                position += 1
            default:
                try skipMultibyteCharacter()
            }
        }
        throw failure(.unexpectedEnd)
    }

    /// The string that was read as `token`.
    func text(of token: JSONStringToken) -> String {
        String(decoding: token.hasEscapes ? unescaped(token.content) : bytes[token.content], as: UTF8.self)
    }

    /// Steps over one character of two to four bytes: table 3-7 of the Unicode standard, which is the grammar of
    /// RFC 3629 section 4.
    private mutating func skipMultibyteCharacter() throws(JSONError) {
        let start = position
        let lead = bytes[start]
        let (count, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0xc2...0xdf: (2, 0x80...0xbf)
            case 0xe0: (3, 0xa0...0xbf)  // below is overlong
            case 0xed: (3, 0x80...0x9f)  // above are surrogates
            case 0xe1...0xef: (3, 0x80...0xbf)
            case 0xf0: (4, 0x90...0xbf)  // below is overlong
            case 0xf1...0xf3: (4, 0x80...0xbf)
            case 0xf4: (4, 0x80...0x8f)  // above is beyond U+10FFFF
            default: throw JSONError(.invalidUTF8, offset: start)
            }
        guard bytes.count - start >= count, second.contains(bytes[start + 1]),
            bytes[start + 2..<start + count].allSatisfy({ $0 & 0xc0 == 0x80 })
        else { throw JSONError(.invalidUTF8, offset: start) }
        position += count
    }

    /// Steps over the escape at the position; a surrogate pair is stepped over as a whole.
    private mutating func skipEscape() throws(JSONError) {
        let start = position
        position += 1
        switch byte {
        case UInt8.quotationMark, UInt8.reverseSolidus, UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            position += 1
            let unit = try readHexadecimalUnit(escapeAt: start)
            guard unit & 0xf800 == 0xd800 else { return }
            // RFC 8259 section 8.2 leaves open what half a pair means: refused, as no UTF-8 can express it.
            guard unit < 0xdc00, bytes[position...].starts(with: [.reverseSolidus, UInt8(ascii: "u")]) else {
                throw JSONError(.loneSurrogate, offset: start)
            }
            position += 2
            let low = try readHexadecimalUnit(escapeAt: position - 2)
            guard low & 0xfc00 == 0xdc00 else { throw JSONError(.loneSurrogate, offset: start) }
        case nil:
            throw failure(.unexpectedEnd)
        default:
            throw JSONError(.invalidEscape, offset: start)
        }
    }

    /// Reads the four digits behind `\u`.
    private mutating func readHexadecimalUnit(escapeAt start: Int) throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte else { throw failure(.unexpectedEnd) }
            guard let digit = byte.hexadecimalValue else { throw JSONError(.invalidEscape, offset: start) }
            unit = unit << 4 | digit
            position += 1
        }
        return unit
    }

    /// The bytes at `range` with their escapes resolved.
    ///
    /// - Precondition: the range is the content of a string that was read, so its escapes are complete and paired.
    private func unescaped(_ range: Range<Int>) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var rest = bytes[range]
        while let byte = rest.popFirst() {
            guard byte == .reverseSolidus, let escape = rest.popFirst() else {
                result.append(byte)
                continue
            }
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0c)
            case UInt8(ascii: "n"): result.append(0x0a)
            case UInt8(ascii: "r"): result.append(0x0d)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                var scalar = Self.removeHexadecimalUnit(from: &rest)
                if scalar & 0xf800 == 0xd800 {
                    rest = rest.dropFirst(2)
                    let low = Self.removeHexadecimalUnit(from: &rest)
                    scalar = 0x1_0000 + ((scalar & 0x3ff) << 10 | low & 0x3ff)
                }
                Self.append(scalar, to: &result)
            default: result.append(escape)
            }
        }
        return result[...]
    }

    private static func removeHexadecimalUnit(from rest: inout ArraySlice<UInt8>) -> UInt32 {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        return digits.reduce(0) { $0 << 4 | ($1.hexadecimalValue ?? 0) }
    }

    /// Appends the UTF-8 encoding of `scalar` (RFC 3629 section 3).
    private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
        let trail = { (shift: UInt32) in UInt8(truncatingIfNeeded: scalar >> shift & 0x3f | 0x80) }
        switch scalar {
        case 0..<0x80:
            result.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            result += [UInt8(truncatingIfNeeded: 0xc0 | scalar >> 6), trail(0)]
        case 0x800..<0x1_0000:
            result += [UInt8(truncatingIfNeeded: 0xe0 | scalar >> 12), trail(6), trail(0)]
        default:
            result += [UInt8(truncatingIfNeeded: 0xf0 | scalar >> 18), trail(12), trail(6), trail(0)]
        }
    }
}

extension UInt8 {
    /// What the byte is worth as a hexadecimal digit; nil if it is none.
    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case .digitZero ... .digitNine: UInt32(self - .digitZero)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
