/// Why bytes are not the DER that was expected, and where.
public struct DERError: Error, Equatable, Sendable {
    /// The rule that was broken.
    public let kind: Kind

    /// Where, in bytes from the start of the outermost input.
    public let offset: Int

    /// The rules.
    public enum Kind: Sendable, Equatable {
        /// The input is larger than ``DERReader/maximumByteCount``.
        case inputTooLarge
        /// The input ends inside an element.
        case truncated
        /// Another tag was expected here.
        case unexpectedTag(expected: DERTag, found: DERTag)
        /// An element was expected, and the end was found.
        case missingElement
        /// A tag number of 31 or more (X.690 section 8.1.2.4), which nothing here uses.
        case longTag
        /// The indefinite form of length (X.690 section 10.1).
        case indefiniteLength
        /// A length in more bytes than needed (X.690 section 10.1).
        case nonMinimalLength
        /// A length of 2³¹ or more, or the reserved first octet ff (X.690 section 8.1.3.5).
        case lengthTooLarge
        /// Bytes are left over after the last element.
        case trailingBytes
        /// Elements are nested too deeply.
        case tooDeep
        /// An INTEGER without content (X.690 section 8.3.1).
        case emptyInteger
        /// An INTEGER with superfluous leading bits (X.690 section 8.3.2).
        case nonMinimalInteger
        /// A negative INTEGER where only naturals make sense.
        case negativeInteger
        /// An INTEGER that does not fit the word it is read into.
        case integerTooLarge
        /// A BIT STRING without its count of unused bits, or with one above 7 (X.690 section 8.6.2).
        case malformedBitString
        /// A BIT STRING whose unused bits are not zero (X.690 section 11.2.1).
        case unusedBitsNotZero
        /// A BIT STRING that is not a whole number of bytes, where one is needed.
        case partialByte
        /// A NULL with content (X.690 section 8.8.2).
        case nullWithContent
        /// An OBJECT IDENTIFIER that is empty, ends inside a component, has a superfluous leading byte, or a
        /// component of more than 32 bits (X.690 section 8.19).
        case malformedObjectIdentifier
    }

    /// The error `kind` at `offset`.
    public init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension DERError: CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String { "\(kind.text) at byte \(offset)" }
}

extension DERError.Kind {
    fileprivate var text: String {
        switch self {
        case .inputTooLarge: "more than \(DERReader.maximumByteCount) bytes"
        case .truncated: "the data ends inside an element"
        case .unexpectedTag(let expected, let found): "\(expected) expected, \(found) found"
        case .missingElement: "an element is missing"
        case .longTag: "tag number of 31 or more"
        case .indefiniteLength: "indefinite length (BER, not DER)"
        case .nonMinimalLength: "length not in its shortest form (BER, not DER)"
        case .lengthTooLarge: "length too large"
        case .trailingBytes: "superfluous data"
        case .tooDeep: "elements nested too deeply"
        case .emptyInteger: "INTEGER without content"
        case .nonMinimalInteger: "INTEGER not in its shortest form (BER, not DER)"
        case .negativeInteger: "negative INTEGER"
        case .integerTooLarge: "INTEGER too large"
        case .malformedBitString: "malformed BIT STRING"
        case .unusedBitsNotZero: "unused bits of a BIT STRING are not zero (BER, not DER)"
        case .partialByte: "BIT STRING is not a whole number of bytes"
        case .nullWithContent: "NULL with content"
        case .malformedObjectIdentifier: "malformed OBJECT IDENTIFIER"
        }
    }
}
