/// Emphasis on a terminal; plain text anywhere else.
struct TextStyle: Sendable {
    /// Whether escape sequences are written.
    let isEnabled: Bool

    func bold(_ text: String) -> String { wrapped(text, "1") }
    func faint(_ text: String) -> String { wrapped(text, "2") }
    func red(_ text: String) -> String { wrapped(text, "1;31") }
    func green(_ text: String) -> String { wrapped(text, "32") }
    func yellow(_ text: String) -> String { wrapped(text, "33") }

    /// Puts `text` between a Select Graphic Rendition sequence (ECMA-48 §8.3.117) and the reset.
    private func wrapped(_ text: String, _ parameters: String) -> String {
        isEnabled ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
    }
}
