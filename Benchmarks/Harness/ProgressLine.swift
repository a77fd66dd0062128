import Foundation

/// One line on standard error that is overwritten as the work goes on. Nothing where standard error is no terminal.
struct ProgressLine {
    private let isTerminal = isatty(2) == 1

    /// Shows `text` instead of what was shown before.
    func show(_ text: String) {
        write("\r\u{1B}[K" + text)
    }

    /// Removes the line.
    func clear() {
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        guard isTerminal else { return }
        FileHandle.standardError.write(Data(text.utf8))
    }
}
