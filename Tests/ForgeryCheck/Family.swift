import SHA2
import TestSupport

/// A signature that is none, and what it pretends to sign.
struct Forgery {
    let key: ForgeryKey
    let message: [UInt8]
    let signature: [UInt8]
}

/// Forgeries of one kind.
struct Family: Sendable {
    let name: String

    /// What a verifier must be lax about to fall for them; for some kinds, nothing known makes it.
    var laxness: Laxness = []

    /// How many there are, compared with other families.
    var share = 20

    /// Whether it takes a key with e = 3 and a modulus that leaves room, and no private key.
    var isCube = false

    /// Makes one; nil if this attempt does not come out.
    let make: @Sendable (inout Workshop) -> Forgery?

    /// All of them.
    static let all = padding + digestInfo + cubes + numbers
}

/// What forgeries are made with.
struct Workshop {
    var generator: SplitMix64
    let key: ForgeryKey

    /// A number less than `limit`.
    mutating func number(_ limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }

    /// One of several.
    mutating func choice<Element>(_ elements: [Element]) -> Element { elements[number(elements.count)] }

    /// `count` random bytes.
    mutating func bytes(_ count: Int) -> [UInt8] { generator.bytes(count) }

    /// A byte that is none of these.
    mutating func byte(except excluded: UInt8...) -> UInt8 {
        while true {
            let byte = UInt8(truncatingIfNeeded: generator.next())
            if !excluded.contains(byte) { return byte }
        }
    }

    /// A message and its hash.
    mutating func message() -> (bytes: [UInt8], hash: [UInt8]) {
        let message = bytes(16)
        return (message, SHA256.hash(message))
    }

    /// A signature whose encoded message is the given one, made with the private key.
    func signed(_ message: [UInt8], _ encodedMessage: [UInt8]?) -> Forgery? {
        guard let encodedMessage, let signature = key.sign(encodedMessage) else { return nil }
        return Forgery(key: key, message: message, signature: signature)
    }

    /// The right signature of a message.
    func right(_ message: [UInt8]) -> Forgery? {
        let info = Encoding.digestInfo(hash: SHA256.hash(message))
        return signed(message, Encoding.message(info, byteCount: key.byteCount))
    }
}

extension Family {
    /// A family of right frames around a wrong DigestInfo, which `make` makes from the hash.
    static func digestInfo(
        _ name: String, _ laxness: Laxness, share: Int = 20,
        _ make: @escaping @Sendable (inout Workshop, _ hash: [UInt8]) -> [UInt8]
    ) -> Family {
        Family(name: name, laxness: laxness, share: share) { workshop in
            let message = workshop.message()
            let info = make(&workshop, message.hash)
            guard info != Encoding.digestInfo(hash: message.hash) else { return nil }
            return workshop.signed(
                message.bytes, Encoding.message(info, byteCount: workshop.key.byteCount))
        }
    }

    /// A family of right DigestInfos in a wrong frame, which `make` makes for the length of the modulus.
    static func frame(
        _ name: String, _ laxness: Laxness, share: Int = 20,
        _ make: @escaping @Sendable (inout Workshop, _ info: [UInt8], _ byteCount: Int) -> [UInt8]?
    ) -> Family {
        Family(name: name, laxness: laxness, share: share) { workshop in
            let message = workshop.message()
            let info = Encoding.digestInfo(hash: message.hash)
            let byteCount = workshop.key.byteCount
            return workshop.signed(message.bytes, make(&workshop, info, byteCount))
        }
    }
}
