/// How JSON is written. All styles are valid JSON for the same value; their bytes, and so the signatures over
/// them, differ.
public enum JSONStyle: Sendable, Equatable {
    /// No spaces; characters as they are, except those that JSON demands to escape.
    case compact
    /// No spaces; all characters but those from space to tilde are escaped: Python's
    /// `json.dumps(value, separators=(",", ":"))`.
    case compactASCII
    /// A space behind each comma and colon; escapes as in ``compactASCII``: Python's `json.dumps(value)`.
    case python
}

extension JSONStyle {
    var comma: String { self == .python ? ", " : "," }
    var colon: String { self == .python ? ": " : ":" }
    var isASCII: Bool { self != .compact }
}
