/// Which benchmarks are asked for: a name or its first words, in which `*` stands for anything.
struct NamePattern {
    /// As it was written.
    let text: String

    /// Whether it asks for the benchmark called `name`: `sign` and `sign/2048` and `*2048` ask for `sign/2048`.
    func matches(_ name: String) -> Bool {
        Self.matches(Array(text.utf8)[...], Array(name.utf8)[...])
    }

    private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return name.isEmpty || name.first == UInt8(ascii: "/") }
        if first == UInt8(ascii: "*") {
            return (name.startIndex...name.endIndex).contains { matches(pattern.dropFirst(), name[$0...]) }
        }
        return first == name.first && matches(pattern.dropFirst(), name.dropFirst())
    }
}
