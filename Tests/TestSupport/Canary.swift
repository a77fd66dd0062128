import Foundation

/// Finds secrets in texts, in the notations in which a program might print them.
public struct Canary {
    /// Pieces of the secrets as hexadecimal digits, base64, or what they are in text, each `pieceLength` characters.
    private var pieces: Set<[UInt8]> = []
    /// Runs of bytes, as a list of numbers shows them.
    private var runs: Set<[UInt64]> = []
    /// Machine words.
    private var words: Set<UInt64> = []

    private static let pieceLength = 12, runLength = 4

    /// A canary that knows no secrets yet.
    public init() {}

    /// Adds secret bytes: a number or a file.
    public mutating func add(_ bytes: [UInt8]) {
        let digits = hexadecimal(bytes)
        add(text: digits)
        add(text: digits.uppercased())
        for start in 0..<3 {
            let text = Data(bytes.dropFirst(start)).base64EncodedString()
            add(text: text)
            add(text: text.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"))
        }
        for ordered in [bytes, bytes.reversed()] {
            for window in windows(ordered.map { UInt64($0) }, Self.runLength) { runs.insert(window) }
            for window in windows(ordered, 8) { words.insert(window.reduce(0) { $0 << 8 | UInt64($1) }) }
        }
    }

    /// Adds secret text: a token.
    public mutating func add(text: String) {
        for window in windows(Array(text.utf8), Self.pieceLength) { pieces.insert(window) }
    }

    /// Whether a text shows a piece of a secret.
    public func isVisible(in text: String) -> Bool {
        if windows(Array(text.utf8), Self.pieceLength).contains(where: pieces.contains) { return true }
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { UInt64($0) }
        return numbers.contains(where: words.contains)
            || windows(numbers, Self.runLength).contains(where: runs.contains)
    }

    /// Whether anything that Swift prints of a value shows a piece of a secret.
    public func isVisible(in value: Any) -> Bool {
        renderings(of: value).contains { isVisible(in: $0) }
    }
}

/// All runs of `length` neighbours.
private func windows<Element>(_ elements: [Element], _ length: Int) -> [[Element]] {
    guard elements.count >= length else { return [] }
    return (0...elements.count - length).map { Array(elements[$0..<$0 + length]) }
}
