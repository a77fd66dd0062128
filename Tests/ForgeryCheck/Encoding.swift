import SHA2

/// The encoded message of RSASSA-PKCS1-v1_5 from parts (RFC 8017 section 9.2), each of which can be wrong.
enum Encoding {
    /// The identifier of SHA-256.
    static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
    static let null: [UInt8] = [0x05, 0x00]

    /// Tag, length and content (X.690 section 8.1); the length is the shortest form unless it is given.
    static func element(_ tag: UInt8, _ content: [UInt8], length: [UInt8]? = nil) -> [UInt8] {
        [tag] + (length ?? Self.length(content.count)) + content
    }

    /// Length octets: the shortest form, or the long form in `count` octets.
    static func length(_ value: Int, octets count: Int? = nil) -> [UInt8] {
        let count = count ?? (value < 0x80 ? 0 : value < 0x100 ? 1 : 2)
        guard count > 0 else { return [UInt8(value)] }
        return [0x80 | UInt8(count)]
            + (0..<count).reversed().map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    /// AlgorithmIdentifier.
    static func algorithm(identifier: [UInt8] = sha256, parameters: [UInt8] = null) -> [UInt8] {
        element(0x30, element(0x06, identifier) + parameters)
    }

    /// DigestInfo.
    static func digestInfo(algorithm: [UInt8] = algorithm(), hash: [UInt8]) -> [UInt8] {
        element(0x30, algorithm + element(0x04, hash))
    }

    /// 00 01 | FF … FF | 00 | content | tail, with as many FF as fill `byteCount` bytes; nil if there is no room.
    static func message(
        _ content: [UInt8], byteCount: Int, lead: [UInt8] = [0x00, 0x01], separator: [UInt8] = [0x00],
        tail: [UInt8] = []
    ) -> [UInt8]? {
        let rest = lead.count + separator.count + content.count + tail.count
        guard rest <= byteCount else { return nil }
        return lead + [UInt8](repeating: 0xff, count: byteCount - rest) + separator + content + tail
    }
}
