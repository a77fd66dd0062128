/// Identifiers for assertions (`jti`, RFC 7519 §4.1.7).
public enum JWTIdentifier {
    /// A random UUID (RFC 9562 §5.4, version 4) without hyphens: 32 lower-case hexadecimal digits.
    public static func random(using generator: inout some RandomNumberGenerator) -> String {
        let high = generator.next() & ~0xf000 | 0x4000
        let low = generator.next() & ~(3 << 62) | 2 << 62
        return digits(high) + digits(low)
    }

    private static func digits(_ word: UInt64) -> String {
        let text = String(word, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
}
