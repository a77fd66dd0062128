/// What a careless verifier does not look at. Each has been in software that people used.
struct Laxness: OptionSet {
    let rawValue: Int

    /// The signature need not be as long as the modulus.
    static let signatureLength = Laxness(rawValue: 1 << 0)
    /// What follows as many bytes as the modulus has is ignored.
    static let signatureTail = Laxness(rawValue: 1 << 1)
    /// The signature need not be less than the modulus.
    static let range = Laxness(rawValue: 1 << 2)
    /// The first byte of the encoded message.
    static let firstByte = Laxness(rawValue: 1 << 3)
    /// The block type, the second byte.
    static let blockType = Laxness(rawValue: 1 << 4)
    /// Zeros before the block type.
    static let leadingZeros = Laxness(rawValue: 1 << 5)
    /// The padding: whatever it is, it ends where 00 30 comes.
    static let padding = Laxness(rawValue: 1 << 6)
    /// The byte between padding and content, which may even be missing.
    static let separator = Laxness(rawValue: 1 << 7)
    /// What follows DigestInfo (Bleichenbacher 2006).
    static let trailing = Laxness(rawValue: 1 << 8)
    /// Tags.
    static let tags = Laxness(rawValue: 1 << 9)
    /// Length octets: longer forms than needed, indefinite ones, and lengths too long to be counted (BERserk).
    static let lengths = Laxness(rawValue: 1 << 10)
    /// What follows the last known element of a SEQUENCE.
    static let extra = Laxness(rawValue: 1 << 11)
    /// The parameters of the algorithm, which may be missing.
    static let parameters = Laxness(rawValue: 1 << 12)
    /// The identifier of the algorithm.
    static let identifier = Laxness(rawValue: 1 << 13)
    /// The hash may be anywhere in its OCTET STRING as long as it ends it.
    static let hashPlace = Laxness(rawValue: 1 << 14)
    /// Only the first eight bytes of the hash are compared.
    static let hashPrefix = Laxness(rawValue: 1 << 15)
    /// The hash is not compared.
    static let hash = Laxness(rawValue: 1 << 16)
    /// Everything between the first bytes and the hash at the right end.
    static let middle = Laxness(rawValue: 1 << 17)
}

/// A verifier that takes the encoded message apart, as one should not. Without laxness it accepts what is right; it is
/// the control that a forgery would be one.
struct LaxVerifier {
    let laxness: Laxness

    func accepts(_ forgery: Forgery, hash: [UInt8]) -> Bool {
        let key = forgery.key
        var signature = forgery.signature
        if laxness.contains(.signatureTail) { signature = Array(signature.prefix(key.byteCount)) }
        guard signature.count == key.byteCount || laxness.contains(.signatureLength),
            signature.count <= 2 * key.byteCount
        else { return false }
        guard key.isReduced(signature) || laxness.contains(.range) else { return false }
        return accepts(encodedMessage: key.recover(signature)[...], hash)
    }

    private func accepts(encodedMessage: ArraySlice<UInt8>, _ hash: [UInt8]) -> Bool {
        var rest = encodedMessage
        if laxness.contains(.middle) {
            return rest.starts(with: [0x00, 0x01, 0xff])
                && rest.suffix(34).elementsEqual([0x04, 0x20] + hash)
        }
        if laxness.contains(.leadingZeros) {
            rest = rest.drop { $0 == 0 }
        } else {
            guard let first = rest.popFirst(), first == 0 || laxness.contains(.firstByte) else {
                return false
            }
        }
        guard let type = rest.popFirst(), type == 1 || laxness.contains(.blockType) else { return false }
        if laxness.contains(.padding) {
            while !rest.isEmpty, !rest.starts(with: [0x00, 0x30]) { rest.removeFirst() }
        } else {
            rest = rest.drop { $0 == 0xff }
        }
        if laxness.contains(.separator) {
            if rest.first != 0x30 { _ = rest.popFirst() }
        } else {
            guard rest.popFirst() == 0 else { return false }
        }
        guard var info = element(0x30, &rest), rest.isEmpty || laxness.contains(.trailing),
            let algorithm = element(0x30, &info), accepts(algorithm: algorithm),
            let found = element(0x04, &info), info.isEmpty || laxness.contains(.extra)
        else { return false }
        return accepts(found: found, hash)
    }

    private func accepts(algorithm: ArraySlice<UInt8>) -> Bool {
        var rest = algorithm
        guard let identifier = element(0x06, &rest) else { return false }
        guard identifier.elementsEqual(Encoding.sha256) || laxness.contains(.identifier) else { return false }
        if laxness.contains(.parameters) { return true }
        guard let parameters = element(0x05, &rest), parameters.isEmpty else { return false }
        return rest.isEmpty || laxness.contains(.extra)
    }

    private func accepts(found: ArraySlice<UInt8>, _ hash: [UInt8]) -> Bool {
        if laxness.contains(.hash) { return true }
        if laxness.contains(.hashPlace) { return found.suffix(32).elementsEqual(hash) }
        if laxness.contains(.hashPrefix) { return found.prefix(8).elementsEqual(hash.prefix(8)) }
        return found.elementsEqual(hash)
    }

    /// The content of the element that comes next.
    private func element(_ tag: UInt8, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let found = rest.popFirst(), found == tag || laxness.contains(.tags) else { return nil }
        guard let first = rest.popFirst() else { return nil }
        var length = Int(first)
        if first >= 0x80 {
            let count = Int(first & 0x7f)
            let octets = rest.prefix(count)
            guard octets.count == count else { return nil }
            rest = rest.dropFirst(count)
            // As BERserk's victims did: in 32 bits, of which all but the last octets fall out.
            length = octets.suffix(4).reduce(0) { $0 << 8 | Int($1) }
            let isMinimal = (1...4).contains(count) && octets.first != 0 && length >= 0x80
            guard isMinimal || laxness.contains(.lengths) else { return nil }
            // An indefinite length, and one that is too large, go to the end.
            if count == 0 || length > rest.count, laxness.contains(.lengths) { length = rest.count }
        }
        guard length <= rest.count else { return nil }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }
}
