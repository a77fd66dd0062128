/// A name from the tree of OBJECT IDENTIFIERs (X.660), kept as its DER content (X.690 section 8.19).
public struct ObjectIdentifier: Sendable, Hashable {
    /// The content bytes of the encoding.
    let content: [UInt8]

    /// The identifier with these content bytes; nil when they are malformed.
    init?(content: [UInt8]) {
        guard Self.isWellFormed(content) else { return nil }
        self.content = content
    }

    /// The identifier with these components.
    ///
    /// - Returns: nil when there are fewer than two, the first is above 2, or the second is above 39 under a first
    ///   of 0 or 1 (X.690 section 8.19.4).
    public init?(_ components: [UInt32]) {
        guard components.count >= 2, components[0] <= 2, components[0] == 2 || components[1] < 40 else {
            return nil
        }
        // The first two share one number. It fits: the second is at most 2^32 − 1 − 80.
        guard components[1] <= UInt32.max &- 80 else { return nil }
        var content = Self.base128(components[0] &* 40 &+ components[1])
        for component in components.dropFirst(2) { content += Self.base128(component) }
        self.content = content
    }

    /// An identifier known to be well formed: for the constants below.
    private init(known components: UInt32...) {
        var content = Self.base128(components[0] &* 40 &+ components[1])
        for component in components.dropFirst(2) { content += Self.base128(component) }
        self.content = content
    }

    /// The components, at least two.
    public var components: [UInt32] {
        var components: [UInt32] = []
        var value: UInt32 = 0
        for byte in content {
            value = value &<< 7 | UInt32(byte & 0x7f)
            guard byte & 0x80 == 0 else { continue }
            components +=
                components.isEmpty ? [min(value / 40, 2), value &- min(value / 40, 2) &* 40] : [value]
            value = 0
        }
        return components
    }

    /// Whether the bytes are numbers of at most 32 bits, at least one, without leading zeros.
    private static func isWellFormed(_ content: [UInt8]) -> Bool {
        var value: UInt32 = 0
        var isInside = false
        for byte in content {
            // A leading 80 would be a leading zero; seven more bits must fit.
            guard isInside || byte != 0x80, value < 1 << 25 else { return false }
            isInside = byte & 0x80 != 0
            value = isInside ? value &<< 7 | UInt32(byte & 0x7f) : 0
        }
        return !isInside && !content.isEmpty
    }

    /// The bytes of one number: seven bits each, the highest bit set in all but the last.
    private static func base128(_ value: UInt32) -> [UInt8] {
        var bytes = [UInt8(truncatingIfNeeded: value & 0x7f)]
        var rest = value &>> 7
        while rest != 0 {
            bytes.append(UInt8(truncatingIfNeeded: rest & 0x7f) | 0x80)
            rest = rest &>> 7
        }
        return bytes.reversed()
    }
}

// MARK: - Known identifiers

extension ObjectIdentifier {
    /// RSA keys for any scheme (RFC 8017 appendix A.1).
    public static let rsaEncryption = ObjectIdentifier(known: 1, 2, 840, 113549, 1, 1, 1)
    /// RSA keys restricted to RSASSA-PSS (RFC 8017 appendix A.2.3).
    public static let rsassaPSS = ObjectIdentifier(known: 1, 2, 840, 113549, 1, 1, 10)
    /// Elliptic curve keys (RFC 5480 section 2.1.1).
    public static let idEcPublicKey = ObjectIdentifier(known: 1, 2, 840, 10045, 2, 1)
    /// DSA keys (RFC 3279 section 2.3.2).
    public static let idDSA = ObjectIdentifier(known: 1, 2, 840, 10040, 4, 1)
    /// X25519 keys (RFC 8410 section 3).
    public static let x25519 = ObjectIdentifier(known: 1, 3, 101, 110)
    /// X448 keys (RFC 8410 section 3).
    public static let x448 = ObjectIdentifier(known: 1, 3, 101, 111)
    /// Ed25519 keys (RFC 8410 section 3).
    public static let ed25519 = ObjectIdentifier(known: 1, 3, 101, 112)
    /// Ed448 keys (RFC 8410 section 3).
    public static let ed448 = ObjectIdentifier(known: 1, 3, 101, 113)
}

extension ObjectIdentifier: CustomStringConvertible {
    /// The components with dots between them.
    public var description: String { components.map { String($0) }.joined(separator: ".") }
}
