/// Text of a server on its way to a screen or a log.
enum ServerText {
    /// How many characters are kept.
    static let maximumCount = 500
    /// Runs of letters, digits and `-._~+=` that are this long may be a token or a part of one. A UUID is shorter.
    static let longestWord = 40

    /// `text` with everything that RFC 6749 §5.2 does not allow in an error (control characters, quotation marks,
    /// reverse solidi, everything outside ASCII) as a question mark, with long words left out, and cut.
    static func printable(_ text: String) -> String {
        var result: [UInt8] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            let byte = UInt8(exactly: scalar.value) ?? UInt8(ascii: "?")
            if byte.isTokenByte {
                word.append(byte)
            } else {
                append(&word, to: &result)
                result.append(TokenErrorResponse.isAllowedInError(byte) ? byte : UInt8(ascii: "?"))
            }
            if result.count > maximumCount { break }
        }
        append(&word, to: &result)
        let isCut = result.count > maximumCount
        return String(decoding: result.prefix(maximumCount), as: UTF8.self) + (isCut ? "…" : "")
    }

    private static func append(_ word: inout [UInt8], to result: inout [UInt8]) {
        if word.count > longestWord {
            result += Array("(\(word.count) characters left out)".utf8)
        } else {
            result += word
        }
        word.removeAll(keepingCapacity: true)
    }
}

extension UInt8 {
    /// What JWTs and most tokens are made of.
    fileprivate var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"),
            UInt8(ascii: "="):
            true
        default: isASCIILetter || isASCIIDigit
        }
    }
}
