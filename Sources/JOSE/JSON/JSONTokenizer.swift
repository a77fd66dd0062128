/// Cuts a JSON text into tokens and enforces the grammar of RFC 8259 on the way: a caller that has seen the token
/// `end` has seen one well-formed value.
///
/// It keeps the open brackets on a list of its own, so the depth of the text costs no stack. Names are not
/// compared with each other; ``JSONNames`` does that.
struct JSONTokenizer {
    let bytes: [UInt8]
    let limits: JSONLimits

    /// Where the next token is looked for.
    var position = 0

    /// The brackets that are open, outermost first.
    private var containers: [Container] = []
    private var expectation = Expectation.value
    private var valueCount = 0

    private enum Container { case array, object }

    /// What may come next.
    private enum Expectation { case value, firstElementOrEnd, firstNameOrEnd, name, colon, commaOrEnd, end }

    /// A tokenizer at the start of `bytes`.
    ///
    /// - Throws: `tooLarge` or `byteOrderMark`.
    init(_ bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
        guard bytes.count <= limits.maximumByteCount else {
            throw JSONError(.tooLarge, offset: limits.maximumByteCount)
        }
        guard !bytes.starts(with: [0xef, 0xbb, 0xbf]) else { throw JSONError(.byteOrderMark, offset: 0) }
        self.bytes = bytes
        self.limits = limits
    }

    /// The byte at the position; nil at the end.
    var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The error `kind` at the position, or `unexpectedEnd` if nothing is there.
    func failure(_ kind: JSONError.Kind) -> JSONError {
        JSONError(byte == nil ? .unexpectedEnd : kind, offset: position)
    }

    /// The next token; `end` once the value is complete and nothing follows it.
    mutating func next() throws(JSONError) -> JSONToken {
        skipWhiteSpace()
        switch expectation {
        case .value:
            return try readValue()
        case .firstElementOrEnd:
            return byte == .rightBracket ? close() : try readValue()
        case .firstNameOrEnd:
            return byte == .rightBrace ? close() : try readName()
        case .name:
            return try readName()
        case .colon:
            guard byte == .colon else { throw failure(.colonExpected) }
            position += 1
            expectation = .value
            return try next()
        case .commaOrEnd:
            return try readCommaOrEnd()
        case .end:
            guard byte == nil else { throw JSONError(.trailingData, offset: position) }
            return .end
        }
    }

    /// RFC 8259 section 2: space, tab, line feed, carriage return, and nothing else.
    private mutating func skipWhiteSpace() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { position += 1 }
    }

    private mutating func readName() throws(JSONError) -> JSONToken {
        guard byte == .quotationMark else { throw failure(.nameExpected) }
        let name = try readString()
        expectation = .colon
        return .name(name)
    }

    private mutating func readCommaOrEnd() throws(JSONError) -> JSONToken {
        let isArray = containers.last == .array
        if byte == (isArray ? .rightBracket : .rightBrace) { return close() }
        guard byte == .comma else { throw failure(.commaOrEndExpected) }
        position += 1
        skipWhiteSpace()
        if byte == (isArray ? .rightBracket : .rightBrace) { throw failure(.trailingComma) }
        expectation = isArray ? .value : .name
        return try next()
    }

    private mutating func readValue() throws(JSONError) -> JSONToken {
        valueCount += 1
        guard valueCount <= limits.maximumValueCount else { throw failure(.tooManyValues) }
        guard let byte else { throw failure(.unexpectedEnd) }
        switch byte {
        case .leftBrace:
            return try open(.object)
        case .leftBracket:
            return try open(.array)
        case .quotationMark:
            let string = try readString()
            return completed(.string(string))
        case .minus, .digitZero ... .digitNine:
            let number = try readNumber()
            return completed(.number(number))
        case UInt8(ascii: "t"):
            return try readLiteral("true", .bool(true))
        case UInt8(ascii: "f"):
            return try readLiteral("false", .bool(false))
        case UInt8(ascii: "n"):
            return try readLiteral("null", .null)
        default:
            throw failure(.valueExpected)
        }
    }

    private mutating func readLiteral(_ text: String, _ token: JSONToken) throws(JSONError) -> JSONToken {
        let start = position
        let expected = text.utf8
        guard bytes[start...].prefix(expected.count).elementsEqual(expected) else {
            throw JSONError(.invalidLiteral, offset: start)
        }
        position += expected.count
        return completed(token)
    }

    private mutating func open(_ container: Container) throws(JSONError) -> JSONToken {
        guard containers.count < limits.maximumDepth else { throw failure(.tooDeep) }
        position += 1
        containers.append(container)
        expectation = container == .array ? .firstElementOrEnd : .firstNameOrEnd
        return container == .array ? .beginArray : .beginObject
    }

    /// Steps over the closing bracket at the position.
    private mutating func close() -> JSONToken {
        position += 1
        let container = containers.popLast()
        return completed(container == .array ? .endArray : .endObject)
    }

    /// `token`, which completes a value.
    private mutating func completed(_ token: JSONToken) -> JSONToken {
        expectation = containers.isEmpty ? .end : .commaOrEnd
        return token
    }
}

/// A token: what ``JSONTokenizer`` reads.
enum JSONToken {
    case beginObject, endObject, beginArray, endArray
    /// The name of a member; its value follows.
    case name(JSONStringToken)
    case string(JSONStringToken)
    /// The bytes of a number.
    case number(Range<Int>)
    case bool(Bool)
    case null
    /// The value is complete and nothing follows it.
    case end
}

/// Where a string is in the text.
struct JSONStringToken {
    /// The bytes between the quotation marks.
    let content: Range<Int>

    /// Whether there are escapes among them.
    let hasEscapes: Bool
}

extension UInt8 {
    static let quotationMark = UInt8(ascii: "\""), reverseSolidus = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ","), colon = UInt8(ascii: ":")
    static let leftBracket = UInt8(ascii: "["), rightBracket = UInt8(ascii: "]")
    static let leftBrace = UInt8(ascii: "{"), rightBrace = UInt8(ascii: "}")
    static let minus = UInt8(ascii: "-")
    static let digitZero = UInt8(ascii: "0"), digitNine = UInt8(ascii: "9")
}
