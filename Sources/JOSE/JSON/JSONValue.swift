/// A JSON value (RFC 8259).
///
/// Reading is strict: UTF-8 without byte order mark, no duplicate members, no halves of surrogate pairs, and limits
/// for size, depth and number of values. Numbers keep their text, objects keep their order, and strings are
/// compared code point by code point, so a value that was read is written again as it was, white space and escapes
/// aside.
public enum JSONValue: Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, as it is written.
    case number(JSONNumber)
    /// A string, its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)

    /// Reads a value from its text in UTF-8.
    ///
    /// - Throws: ``JSONError``, with the rule that is broken and the byte where.
    /// - Complexity: O(n log n), with a stack that does not depend on the text.
    public init(parsing bytes: [UInt8], limits: JSONLimits = .default) throws(JSONError) {
        var reader = try JSONReader(bytes, limits: limits)
        self = try reader.readDocument()
    }

    /// Reads a value from its text.
    ///
    /// - Throws: ``JSONError``, with the rule that is broken and the byte where, counted in UTF-8.
    /// - Complexity: O(n log n), with a stack that does not depend on the text.
    public init(parsing text: String, limits: JSONLimits = .default) throws(JSONError) {
        guard text.utf8.count <= limits.maximumByteCount else {
            throw JSONError(.tooLarge, offset: limits.maximumByteCount)
        }
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    /// The value as JSON text in UTF-8.
    ///
    /// - Complexity: O(n).
    public func serialized(_ style: JSONStyle = .compact) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.append(self)
        return writer.bytes
    }
}

extension JSONValue: Equatable {
    /// Whether both are the same value: numbers with the same text, strings with the same code points, objects
    /// with equal members in the same order.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.isIdentical(to: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }
}
