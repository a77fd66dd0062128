extension String {
    /// What stands before the first `=`, and what behind it; nil if there is none, or nothing before it.
    ///
    /// By bytes: an equals sign with an accent behind it is another `Character`.
    var assignment: (name: String, value: String)? {
        guard let equals = utf8.firstIndex(of: UInt8(ascii: "=")), equals != startIndex else { return nil }
        return (String(self[..<equals]), String(self[utf8.index(after: equals)...]))
    }
}
