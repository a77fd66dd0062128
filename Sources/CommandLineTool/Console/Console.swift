/// Where a command writes: results to standard output, everything else to standard error.
struct Console: Sendable {
    /// Emphasis for standard output and for standard error, off where that is no terminal.
    let style: TextStyle, noteStyle: TextStyle

    init() {
        let allowed = Environment.allowsColour
        style = TextStyle(isEnabled: allowed && FileDescriptor.standardOutput.isTerminal)
        noteStyle = TextStyle(isEnabled: allowed && FileDescriptor.standardError.isTerminal)
    }

    /// Writes a line of the result.
    ///
    /// - Throws: exit code 3 if standard output cannot be written.
    func print(_ line: String) throws(CommandFailure) {
        try write(line + "\n")
    }

    /// Writes a part of the result.
    ///
    /// A reader that has seen enough and went away (`| head -1`) is no failure: the rest is dropped, and the exit
    /// code still tells how the work itself went.
    ///
    /// - Returns: whether there is still a reader.
    /// - Throws: exit code 3 if standard output cannot be written.
    @discardableResult
    func write(_ text: String) throws(CommandFailure) -> Bool {
        try write(bytes: Array(text.utf8))
    }

    /// Writes a part of the result that is not a `String`, because it is a secret.
    @discardableResult
    func write(bytes: [UInt8]) throws(CommandFailure) -> Bool {
        do {
            try FileDescriptor.standardOutput.send(bytes)
            return true
        } catch  where error.isBrokenPipe {
            return false
        } catch {
            throw CommandFailure(.unreadable, "standard output cannot be written: \(error)")
        }
    }

    /// Tells the user something that is not the result. Nothing can be done if that fails.
    func note(_ line: String) {
        try? FileDescriptor.standardError.send(Array((line + "\n").utf8))
    }

    /// Shows `text` on a line of standard error in place of what this showed before, if a person sits there. The text is
    /// without a line end; the next note begins on the same line unless `text` is empty.
    func overwriteNote(_ text: String) {
        guard FileDescriptor.standardError.isTerminal else { return }
        // To the start of the line, and erase it (ECMA-48 §8.3.41).
        try? FileDescriptor.standardError.send(Array("\r\u{1B}[K\(text)".utf8))
    }

    /// Tells the user why the command failed. Errors may quote what came from outside.
    func report(_ failure: CommandFailure) {
        note(noteStyle.red("rs256:") + " " + Printable.line(failure.message))
        for hint in failure.hints { note("       " + Printable.line(hint)) }
    }
}
