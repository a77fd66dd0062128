extension JSONTokenizer {
    /// Reads the number at the position (RFC 8259 section 6) and says where it is.
    ///
    /// - Precondition: a minus sign or a digit is at the position.
    mutating func readNumber() throws(JSONError) -> Range<Int> {
        let start = position
        if byte == .minus { position += 1 }
        let integerStart = position
        try skipDigits()
        if bytes[integerStart] == .digitZero, position - integerStart > 1 {
            throw JSONError(.leadingZero, offset: integerStart)
        }
        if byte == UInt8(ascii: ".") {
            position += 1
            try skipDigits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            position += 1
            if byte == UInt8(ascii: "+") || byte == .minus { position += 1 }
            try skipDigits()
        }
        return start..<position
    }

    /// Steps over one digit or more.
    private mutating func skipDigits() throws(JSONError) {
        let start = position
        while let byte, (UInt8.digitZero ... .digitNine).contains(byte) { position += 1 }
        guard position > start else { throw failure(.digitExpected) }
    }
}
