import ConstantTime

/// A token as the user gave it.
enum TokenInput {
    /// How large a token can be, in bytes.
    static let limit = 256 * 1024

    static let operand = Operand("TOKEN", "the token; - reads standard input")

    /// The token without what people copy along with it: white space around it, `Authorization: Bearer` before it.
    ///
    /// - Throws: exit code 3 if standard input cannot be read.
    static func read(_ arguments: Arguments, _ console: Console) throws(CommandFailure) -> String {
        let given = arguments.operands.first ?? "-"
        let text = given == "-" ? try InputFile(given).readText(limit: limit, console) : given
        var token = text.trimmingWhitespace()
        for prefix in ["authorization:", "bearer "] where token.lowercased().hasPrefix(prefix) {
            token = token.dropFirst(prefix.count).trimmingWhitespace()
        }
        return token
    }
}

extension StringProtocol {
    /// The text without white space at both ends.
    func trimmingWhitespace() -> String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
