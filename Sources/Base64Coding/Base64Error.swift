/// Why a text is not the base64 or base64url encoding of anything.
public struct Base64Error: Error, Equatable, Sendable {
    /// The rule that the text breaks.
    public enum Kind: Equatable, Sendable {
        /// The text is larger than ``Base64/maximumByteCount``. The offset is the limit.
        case tooLarge
        /// The character is in neither alphabet.
        case invalidCharacter
        /// A space, tab or line break: the encoding has none (RFC 4648 section 3.1 and 3.3).
        case whiteSpace
        /// The character belongs to the other alphabet: `-` or `_` in base64, `+` or `/` in base64url.
        case otherAlphabet
        /// An `=` that does not complete the last group of four, or any `=` where the text has to be unpadded.
        case unexpectedPadding
        /// The last group of four characters is not completed by `=` characters.
        case missingPadding
        /// One character is left over after the last group of four: six bits make no byte.
        case incompleteGroup
        /// The last character has bits that belong to no byte and are not zero (RFC 4648 section 3.5).
        case unusedBitsNotZero
    }

    /// The rule that the text breaks.
    public let kind: Kind

    /// Where, in bytes (characters, as the text is ASCII) from the start of the text.
    public let offset: Int

    /// An error of the given kind at the given offset.
    public init(kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension Base64Error: CustomStringConvertible {
    /// What is wrong and where; it never contains a character of the text.
    public var description: String { "base64: \(kind) at offset \(offset)" }
}

extension Base64Error.Kind: CustomStringConvertible {
    /// What is wrong, as a phrase.
    public var description: String {
        switch self {
        case .tooLarge: "larger than \(Base64Alphabet.maximumByteCount) bytes"
        case .invalidCharacter: "a character that is not in the alphabet"
        case .whiteSpace: "white space, which has to be removed"
        case .otherAlphabet: "a character of the other alphabet (base64 has + and /, base64url has - and _)"
        case .unexpectedPadding: "an = that does not belong there"
        case .missingPadding: "the padding with = is missing"
        case .incompleteGroup: "a single character left over; the text is cut off or has one too many"
        case .unusedBitsNotZero: "unused bits of the last character are not zero"
        }
    }

    /// The kind for a `character` found where one of the alphabet has to be.
    init(misplaced character: UInt8) {
        switch character {
        case UInt8(ascii: " "), 0x09...0x0d: self = .whiteSpace
        case UInt8(ascii: "="): self = .unexpectedPadding
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"): self = .otherAlphabet
        default: self = .invalidCharacter
        }
    }
}
