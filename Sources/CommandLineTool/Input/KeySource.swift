import ConstantTime

/// Where a key is read from. A key itself is never an argument: other users of the machine can see those.
enum KeySource: Sendable {
    /// A file, or standard input.
    case file(InputFile)
    /// An environment variable, by name.
    case environment(String)

    /// How large a key can be, in bytes: a private key of 16384 bits in PEM with a certificate chain behind it fits.
    static let limit = 256 * 1024

    /// What error messages call it.
    var label: String {
        switch self {
        case .file(let file): file.label
        case .environment(let name): "environment variable \(name)"
        }
    }

    /// Whether it is standard input.
    var isStandardInput: Bool {
        if case .file(let file) = self { file.isStandardInput } else { false }
    }

    /// The bytes, as they are there.
    ///
    /// - Throws: exit code 3 if there are none, or too many.
    func read(_ console: Console) throws(CommandFailure) -> SecretBytes {
        switch self {
        case .file(let file):
            return try file.read(limit: Self.limit, console)
        case .environment(let name):
            guard let value = Environment.value(of: name) else {
                throw CommandFailure(
                    .unreadable, "environment variable \(Excerpt.name(name)) is not set",
                    hints: Excerpt.hints(name))
            }
            guard !value.isEmpty else { throw CommandFailure(.unreadable, "\(label) is empty") }
            guard value.count <= Self.limit else {
                throw CommandFailure(
                    .unreadable, "\(label) is larger than \(Self.limit) bytes, the limit for a key")
            }
            return SecretBytes(copying: value)
        }
    }
}
