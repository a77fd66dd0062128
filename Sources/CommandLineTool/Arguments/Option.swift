/// An option of a command, such as `--issuer NAME`, or a flag, such as `--verbose`.
struct Option: Sendable {
    /// The name without the two dashes.
    let name: String

    /// What follows the option.
    let value: Value

    /// What it does, for the help page: a phrase in lower case without a full stop.
    let help: String

    /// Whether the option may be given several times.
    let isRepeatable: Bool

    init(_ name: String, _ value: Value, _ help: String, isRepeatable: Bool = false) {
        self.name = name
        self.value = value
        self.help = help
        self.isRepeatable = isRepeatable
    }

    /// The option as it is written on the command line.
    var spelling: String { "--" + name }

    /// The option with the placeholder of its value.
    var usage: String { value.placeholder.map { spelling + " " + $0 } ?? spelling }
}

extension Option {
    /// What may follow an option. The text is the placeholder on the help page.
    enum Value: Sendable {
        /// Nothing: the option is a flag.
        case none
        /// Any text.
        case text(String)
        /// The name of a file, which completion can offer.
        case file(String)
        /// One of a few words.
        case choice([String])
        /// A whole number within bounds.
        case integer(String, ClosedRange<Int64>)

        /// What the help page shows for the value, `nil` for a flag.
        var placeholder: String? {
            switch self {
            case .none: nil
            case .text(let placeholder), .file(let placeholder), .integer(let placeholder, _): placeholder
            case .choice(let words): words.joined(separator: "|")
            }
        }
    }

    /// Options that belong together, with the heading they have on the help page.
    struct Group: Sendable {
        let title: String
        let options: [Option]

        init(_ title: String, _ options: [Option]) {
            self.title = title
            self.options = options
        }
    }

    /// Every command has this one.
    static let help = Option("help", .none, "show this page")
}
