/// What the user gave to a command, checked against the command's description.
struct Arguments: Sendable {
    /// The options in the order they came in; a flag has an empty value.
    private var given: [(name: String, value: String)] = []

    /// The arguments without a name.
    private(set) var operands: [String] = []

    mutating func append(_ option: Option, value: String) {
        given.append((option.name, value))
    }

    mutating func append(operand: String) {
        operands.append(operand)
    }

    /// Whether the option was given at all.
    func contains(_ option: Option) -> Bool {
        given.contains { $0.name == option.name }
    }

    /// The value of an option, `nil` if it was not given.
    subscript(option: Option) -> String? {
        given.last { $0.name == option.name }?.value
    }

    /// The values of a repeatable option, in order.
    func values(of option: Option) -> [String] {
        given.filter { $0.name == option.name }.map(\.value)
    }

    /// The value of an option that takes a whole number. The parser has checked the bounds.
    func integer(_ option: Option) -> Int64? {
        self[option].flatMap { Int64($0) }
    }
}
