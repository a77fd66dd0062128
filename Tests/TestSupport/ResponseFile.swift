/// A response file of the NIST Cryptographic Algorithm Validation Program: lines `name = value`, comments from `#`
/// on, sections in brackets. A value holds until the same name comes again.
public struct ResponseFile {
    /// One case: all values that hold at the line that completes it.
    public typealias Record = [String: String]

    /// The cases, in the order of the file.
    public let records: [Record]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: relative to `Vectors/`.
    ///   - last: the name whose line completes a case.
    public init(_ path: String, endingWith last: String) throws {
        var records: [Record] = []
        var current: Record = [:]
        for line in try VectorFile.text(path).split(whereSeparator: \.isNewline) {
            let line = line.trimmed
            if line.hasPrefix("#") || line.isEmpty { continue }
            let text = line.hasPrefix("[") ? line.dropFirst().dropLast() : line
            guard let equals = text.firstIndex(of: "=") else { continue }
            current[String(text[..<equals].trimmed)] = String(text[text.index(after: equals)...].trimmed)
            if text[..<equals].trimmed == last { records.append(current) }
        }
        self.records = records
    }
}

extension ResponseFile.Record {
    /// The bytes of the value called `name`; none when it is missing.
    public func bytes(_ name: String) -> [UInt8] { number(hexadecimal: self[name] ?? "") }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
