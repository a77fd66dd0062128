/// Why a text is not the JSON that is accepted here, and where.
public struct JSONError: Error, Equatable, Sendable {
    /// The rule that the text breaks.
    public let kind: Kind

    /// Where, in bytes from the start of the text (its UTF-8 encoding).
    public let offset: Int

    /// The rules: the grammar of RFC 8259, and the limits of ``JSONLimits``.
    public enum Kind: Equatable, Sendable {
        /// The text is larger than ``JSONLimits/maximumByteCount``. The offset is the limit.
        case tooLarge
        /// Arrays and objects are nested more deeply than ``JSONLimits/maximumDepth``.
        case tooDeep
        /// There are more values than ``JSONLimits/maximumValueCount``.
        case tooManyValues
        /// The text ends before the value does.
        case unexpectedEnd
        /// The text begins with a byte order mark (RFC 8259 section 8.1).
        case byteOrderMark
        /// Something follows the value.
        case trailingData
        /// No value begins like this.
        case valueExpected
        /// A literal other than `true`, `false` and `null`.
        case invalidLiteral
        /// An object is not continued by a name in quotation marks.
        case nameExpected
        /// The name of a member is not followed by a colon.
        case colonExpected
        /// A value in an array or object is followed neither by a comma nor by the closing bracket that fits.
        case commaOrEndExpected
        /// A comma is followed by the closing bracket.
        case trailingComma
        /// Two members of an object have the same name, after escapes are resolved.
        case duplicateName
        /// A number begins with a zero that another digit follows.
        case leadingZero
        /// A number lacks a digit here.
        case digitExpected
        /// A control character (U+0000 to U+001F) in a string is not escaped.
        case controlCharacter
        /// A reverse solidus in a string begins none of the escapes of RFC 8259 section 7.
        case invalidEscape
        /// An escape stands for half of a surrogate pair, without the other half.
        case loneSurrogate
        /// The bytes are not UTF-8 (RFC 3629): cut off, overlong, a surrogate, or beyond U+10FFFF.
        case invalidUTF8
    }

    /// The error `kind` at `offset`.
    public init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension JSONError: CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String { "\(kind.text) at byte \(offset)" }
}

extension JSONError.Kind {
    fileprivate var text: String {
        switch self {
        case .tooLarge: "the JSON text is larger than allowed"
        case .tooDeep: "arrays and objects are nested too deeply"
        case .tooManyValues: "there are more values than allowed"
        case .unexpectedEnd: "the JSON text ends too early"
        case .byteOrderMark: "a byte order mark, which JSON must not have,"
        case .trailingData: "something follows the JSON value"
        case .valueExpected: "a JSON value is expected"
        case .invalidLiteral: "neither true, false nor null"
        case .nameExpected: "a member name in quotation marks is expected"
        case .colonExpected: "a colon is expected after the member name"
        case .commaOrEndExpected: "a comma or the closing bracket is expected"
        case .trailingComma: "a closing bracket follows a comma"
        case .duplicateName: "a member name for the second time"
        case .leadingZero: "a number with a superfluous leading zero"
        case .digitExpected: "a digit is expected"
        case .controlCharacter: "a control character that is not escaped"
        case .invalidEscape: "an invalid escape"
        case .loneSurrogate: "half of a surrogate pair"
        case .invalidUTF8: "bytes that are not UTF-8"
        }
    }
}
