/// How the process ends.
enum ExitCode: Int32, CaseIterable, Sendable {
    case done = 0
    case invalid = 1
    case usage = 2
    case unreadable = 3
    case network = 4
    case refused = 5

    /// What the code tells a script, for help pages.
    var meaning: String {
        switch self {
        case .done: "done"
        case .invalid: "the signature or the claims are not valid"
        case .usage: "wrong usage"
        case .unreadable: "a key or another input cannot be read"
        case .network: "the network or the server failed"
        case .refused: "the identity provider refused"
        }
    }
}
