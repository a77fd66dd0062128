/// The names of the members of one object, to find one that occurs twice.
///
/// RFC 8259 leaves open what duplicates mean, and readers differ: two of them can see different claims in one
/// signed token. So they are refused (RFC 7515 section 4, RFC 7519 section 4).
struct JSONNames {
    private var entries: [(name: String, offset: Int)] = []

    /// Adds a name.
    ///
    /// - Parameters:
    ///   - name: the name, its escapes resolved.
    ///   - offset: where it is, in bytes from the start of the text. Offsets have to grow.
    mutating func append(_ name: String, offset: Int) {
        entries.append((name, offset))
    }

    /// The names, each with its value.
    ///
    /// - Precondition: there is a value for each name, in the same order.
    func paired(with values: [JSONValue]) -> [(name: String, value: JSONValue)] {
        zip(entries, values).map { (name: $0.name, value: $1) }
    }

    /// Checks that no name occurs twice.
    ///
    /// - Throws: ``JSONError/Kind/duplicateName`` at the first name that has occurred before.
    /// - Complexity: O(n log n) comparisons for n names, whatever they are: nobody can choose names that make a
    ///   hash table slow.
    func checkUnique() throws(JSONError) {
        let sorted = entries.sorted { a, b in
            if a.name.isIdentical(to: b.name) { return a.offset < b.offset }
            return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
        }
        var first: Int?
        for (a, b) in zip(sorted, sorted.dropFirst()) where a.name.isIdentical(to: b.name) {
            first = min(first ?? b.offset, b.offset)
        }
        if let first { throw JSONError(.duplicateName, offset: first) }
    }
}
