/// The identifier octet of an element (X.690 section 8.1.2): class, form and number in one byte.
///
/// Tag numbers from 31 up take more than one byte; nothing that this package reads or writes has any, and they are
/// refused.
public struct DERTag: Sendable, Hashable {
    /// The identifier octet.
    public let rawValue: UInt8

    /// The tag with this identifier octet.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// INTEGER.
    public static let integer = DERTag(rawValue: 0x02)
    /// BIT STRING, primitive as DER demands.
    public static let bitString = DERTag(rawValue: 0x03)
    /// OCTET STRING, primitive as DER demands.
    public static let octetString = DERTag(rawValue: 0x04)
    /// NULL.
    public static let null = DERTag(rawValue: 0x05)
    /// OBJECT IDENTIFIER.
    public static let objectIdentifier = DERTag(rawValue: 0x06)
    /// SEQUENCE and SEQUENCE OF, constructed.
    public static let sequence = DERTag(rawValue: 0x30)
    /// SET and SET OF, constructed.
    public static let set = DERTag(rawValue: 0x31)

    /// A context-specific tag around another element: `[number] EXPLICIT`, or an implicit one of a constructed type.
    ///
    /// - Precondition: `number` is less than 31.
    public static func constructed(_ number: UInt8) -> DERTag {
        precondition(number < 31, "tag number too large")
        return DERTag(rawValue: 0xa0 | number)
    }

    /// A context-specific tag in place of a primitive type's own: `[number] IMPLICIT`.
    ///
    /// - Precondition: `number` is less than 31.
    public static func primitive(_ number: UInt8) -> DERTag {
        precondition(number < 31, "tag number too large")
        return DERTag(rawValue: 0x80 | number)
    }

    /// Whether the content is a run of elements.
    public var isConstructed: Bool { rawValue & 0x20 != 0 }
}

extension DERTag: CustomStringConvertible {
    /// The ASN.1 name.
    public var description: String {
        switch self {
        case .integer: "INTEGER"
        case .bitString: "BIT STRING"
        case .octetString: "OCTET STRING"
        case .null: "NULL"
        case .objectIdentifier: "OBJECT IDENTIFIER"
        case .sequence: "SEQUENCE"
        case .set: "SET"
        default: rawValue & 0xc0 == 0x80 ? "[\(rawValue & 0x1f)]" : "tag number \(rawValue)"
        }
    }
}
