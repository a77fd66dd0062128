import Base64Coding
import ConstantTime

/// The lenient reading of PEM: boundaries, and base64 between them, wherever lines end.
struct CredentialReader {
    private let text: PEMText

    /// Where the next search starts.
    private var position = 0

    /// The first place since the last boundary that looks like a damaged one.
    private var damage: Int?

    /// How far lines have been counted, and the number of the line there.
    private var counted = (position: 0, line: 1)

    /// A reader of `text`, in which escapes have been undone.
    init(_ text: PEMText) {
        self.text = text
    }

    /// The blocks of the text, at least one.
    mutating func blocks() throws(CredentialError) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        while let boundary = nextBoundary() {
            guard boundary.side == .begin else { throw error(.unexpectedEnd, at: boundary.range.lowerBound) }
            blocks.append(try block(from: boundary))
        }
        guard blocks.isEmpty else { return blocks }
        if let damage { throw error(.malformedBoundary, at: damage) }
        throw CredentialError(text.whatItIsInstead(), line: 1)
    }

    /// The next boundary in the text, which is moved past; nil if there is none any more.
    private mutating func nextBoundary() -> PEMBoundary? {
        damage = nil
        while let dashes = text.nextDashes(in: position..<text.layout.count) {
            position = dashes.upperBound
            // Of more than five dashes the last five count.
            let start = dashes.upperBound - PEMBoundary.dashes.utf8.count
            if start >= dashes.lowerBound, let boundary = text.boundary(at: start, isLenient: true) {
                position = boundary.range.upperBound
                return boundary
            }
            if damage == nil, text.announcedSide(at: text.nextVisible(from: dashes.upperBound)) != nil {
                damage = dashes.lowerBound
            }
        }
        position = text.layout.count
        return nil
    }

    /// The block that `begin` begins.
    private mutating func block(from begin: PEMBoundary) throws(CredentialError) -> PEMBlock {
        let beginLine = line(at: begin.range.lowerBound)
        guard let end = nextBoundary(), end.side == .end else {
            if let damage { throw error(.malformedBoundary, at: damage) }
            throw CredentialError(.missingEnd, line: beginLine)
        }
        guard end.label == begin.label else {
            throw error(.labelMismatch(begin: begin.label, end: end.label), at: end.range.lowerBound)
        }
        let body = begin.range.upperBound..<end.range.lowerBound
        if let colon = text.layout[body].firstIndex(of: UInt8(ascii: ":")) {
            throw error(text.hasEncryptionHeader(in: body) ? .encrypted : .headers, at: colon)
        }
        let digits = text.visibleBytes(in: body)
        guard digits.count > 0 else { throw CredentialError(.emptyBody, line: beginLine) }
        do {
            let contents = try Base64.decode(SecretSlice(digits))
            return PEMBlock(label: begin.label, contents: contents, line: beginLine)
        } catch let fault {
            throw error(.base64(fault.kind), at: text.position(ofVisibleByte: fault.offset, in: body))
        }
    }

    private mutating func error(_ kind: CredentialError.Kind, at position: Int) -> CredentialError {
        CredentialError(kind, line: line(at: position))
    }

    /// The line that `position` is in. It is asked for rising positions, and counts each line once.
    private mutating func line(at position: Int) -> Int {
        counted.line += text.countOfLineEnds(in: counted.position..<position)
        counted.position = position
        return counted.line
    }
}
