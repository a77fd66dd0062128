/// Builds values out of tokens, without recursion.
struct JSONReader {
    var tokenizer: JSONTokenizer

    /// A reader at the start of `bytes`.
    init(_ bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
        tokenizer = try JSONTokenizer(bytes, limits: limits)
    }

    /// Reads the only value of the text.
    mutating func readDocument() throws(JSONError) -> JSONValue {
        let value = try readValue(startingWith: try tokenizer.next())
        try finish()
        return value
    }

    /// Checks that nothing follows the value that was read.
    mutating func finish() throws(JSONError) {
        _ = try tokenizer.next()
    }

    /// Reads the rest of a value.
    ///
    /// - Parameter first: its first token, which was just read.
    mutating func readValue(startingWith first: JSONToken) throws(JSONError) -> JSONValue {
        try readValue(startingWith: first, isKept: true)
    }

    /// Reads the rest of a value and makes no strings of it: it stands where a key may have landed.
    ///
    /// - Parameter first: its first token, which was just read.
    mutating func skipValue(startingWith first: JSONToken) throws(JSONError) {
        _ = try readValue(startingWith: first, isKept: false)
    }

    /// The same; unless the value is kept, its strings and numbers are null.
    private mutating func readValue(
        startingWith first: JSONToken, isKept: Bool
    ) throws(JSONError) -> JSONValue {
        var open: [OpenContainer] = []
        var token = first
        while true {
            var complete: JSONValue?
            switch token {
            case .beginArray: open.append(OpenContainer(isObject: false))
            case .beginObject: open.append(OpenContainer(isObject: true))
            case .endArray, .endObject: complete = try open.popLast()?.finished()
            case .name(let name): open[open.count - 1].append(name, read: tokenizer.text(of: name))
            case .string(let string): complete = isKept ? .string(tokenizer.text(of: string)) : .null
            case .number(let range):
                complete = isKept ? .number(JSONNumber(unchecked: tokenizer.bytes[range])) : .null
            case .bool(let bool): complete = .bool(bool)
            case .null: complete = .null
            case .end: throw tokenizer.failure(.valueExpected)
            }
            if let complete {
                guard !open.isEmpty else { return complete }
                open[open.count - 1].append(complete)
            }
            token = try tokenizer.next()
        }
    }
}

/// An array or object whose closing bracket has not been read.
private struct OpenContainer {
    let isObject: Bool
    private var values: [JSONValue] = []
    private var names = JSONNames()

    init(isObject: Bool) {
        self.isObject = isObject
    }

    mutating func append(_ value: JSONValue) {
        values.append(value)
    }

    /// Appends the name of the value that comes next.
    mutating func append(_ token: JSONStringToken, read name: String) {
        names.append(name, offset: token.content.lowerBound - 1)
    }

    func finished() throws(JSONError) -> JSONValue {
        guard isObject else { return .array(values) }
        try names.checkUnique()
        return .object(JSONObject(unique: names.paired(with: values)))
    }
}
