import Base64Coding
import ConstantTime

/// The strict reading of PEM, line by line (RFC 7468 section 3, `stricttextualmsg`).
struct PEMParser {
    private let text: PEMText

    /// Where the next line starts, and its number, counted from 1.
    private var position = 0
    private var lineNumber = 1

    /// A parser of `text`.
    init(_ text: PEMText) {
        self.text = text
    }

    /// The blocks of the text, at least one.
    mutating func parse() throws(PEMError) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        while let line = nextLine() {
            guard let boundary = try boundary(in: line) else { continue }
            guard boundary.side == .begin else { throw error(.unexpectedEnd) }
            blocks.append(try block(boundary.label))
        }
        guard !blocks.isEmpty else { throw PEMError(.noBlock, line: 1) }
        return blocks
    }

    /// The next line, without its end, which is moved past; nil at the end of the text.
    private mutating func nextLine() -> Range<Int>? {
        guard position < text.layout.count else { return nil }
        let (line, next) = text.line(from: position)
        position = next
        lineNumber += 1
        return line
    }

    /// An error in the line that was read last.
    private func error(_ kind: PEMError.Kind) -> PEMError {
        PEMError(kind, line: lineNumber - 1)
    }

    /// The boundary that `line` is; nil if it is other text. A line that only resembles one is refused, so that a
    /// damaged block does not pass for text.
    private func boundary(in line: Range<Int>) throws(PEMError) -> PEMBoundary? {
        var start = line.lowerBound
        while let dashes = text.nextDashes(in: start..<line.upperBound) {
            start = dashes.upperBound
            guard dashes.count >= PEMBoundary.dashes.utf8.count, text.announcedSide(at: start) != nil else {
                continue
            }
            guard dashes.lowerBound == line.lowerBound,
                let boundary = text.boundary(at: dashes.lowerBound, isLenient: false)
            else { throw error(.malformedBoundary) }
            guard boundary.range.upperBound < line.upperBound else { return boundary }
            let isEscape = text.layout[boundary.range.upperBound] == UInt8(ascii: "\\")
            throw error(isEscape ? .escapedLineBreaks : .malformedBoundary)
        }
        return nil
    }

    /// The block whose first boundary, with this label, was read last.
    private mutating func block(_ label: String) throws(PEMError) -> PEMBlock {
        let beginLine = lineNumber - 1
        let start = position
        var lastCount = PEMBlock.columnCount
        while let line = nextLine() {
            // Nearly every line is nothing but base64: then there is nothing else to look for.
            let isPlain = isBase64(line)
            guard let boundary = isPlain ? nil : try boundary(in: line) else {
                if !isPlain { try checkCharacters(line) }
                try checkLength(line, after: lastCount)
                lastCount = line.count
                continue
            }
            guard boundary.side == .end else { throw PEMError(.missingEnd, line: beginLine) }
            guard boundary.label == label else {
                throw error(.labelMismatch(begin: label, end: boundary.label))
            }
            let contents = try contents(of: start..<line.lowerBound, from: beginLine + 1)
            return PEMBlock(label: label, contents: contents, line: beginLine)
        }
        throw PEMError(.missingEnd, line: beginLine)
    }

    /// Whether there are only base64 characters and padding in `line`.
    private func isBase64(_ line: Range<Int>) -> Bool {
        text.firstIndex(in: line) { $0 != PEMText.digit && $0 != UInt8(ascii: "=") } == nil
    }

    /// Checks that a body line is not too long, and that the one before it, of `lastCount` characters, was full.
    private func checkLength(_ line: Range<Int>, after lastCount: Int) throws(PEMError) {
        guard lastCount == PEMBlock.columnCount else { throw PEMError(.lineLength, line: lineNumber - 2) }
        guard !line.isEmpty, line.count <= PEMBlock.columnCount else { throw error(.lineLength) }
    }

    /// Checks that a body line has neither a header in it nor white space nor the escape of a line break.
    private func checkCharacters(_ line: Range<Int>) throws(PEMError) {
        let layout = text.layout[line]
        if layout.contains(UInt8(ascii: ":")) {
            throw error(text.hasEncryptionHeader(in: line) ? .encryptedHeaders : .headers)
        }
        if layout.contains(UInt8(ascii: "\\")) { throw error(.escapedLineBreaks) }
        if layout.contains(where: { $0.isWhiteSpace }) { throw error(.whiteSpace) }
    }

    /// The bytes that the lines in `body` encode, of which the first is number `firstLine`.
    private func contents(of body: Range<Int>, from firstLine: Int) throws(PEMError) -> SecretBytes {
        let digits = text.visibleBytes(in: body)
        guard digits.count > 0 else { throw PEMError(.emptyBody, line: firstLine - 1) }
        do {
            return try Base64.decode(SecretSlice(digits))
        } catch {
            // All lines but the last are full. What lacks at the end of the text lacks in the last line.
            let place = min(error.offset, digits.count - 1)
            throw PEMError(.base64(error.kind), line: firstLine + place / PEMBlock.columnCount)
        }
    }
}
