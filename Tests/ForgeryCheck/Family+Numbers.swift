import RSA

// The signature as a number and as octets (RFC 8017 section 8.2.2 step 1, section 5.2.2 step 1).
extension Family {
    static let numbers: [Family] = [
        changed("s + n", [.range, .signatureLength], share: 40) { workshop, signature in
            let byteCount = workshop.key.byteCount
            let sum = WholeNumber(bigEndian: signature) + workshop.key.modulus
            return sum.bigEndianBytes(byteCount) ?? sum.bigEndianBytes(byteCount + 1)
        },
        changed("zeros in front", [.signatureLength]) { workshop, signature in
            [UInt8](repeating: 0, count: 1 + workshop.number(16)) + signature
        },
        changed("leading zero cut off", [.signatureLength], share: 1) { _, signature in
            signature.first == 0 ? Array(signature.dropFirst()) : nil
        },
        changed("bytes behind", [.signatureTail]) { workshop, signature in
            signature + workshop.bytes(1 + workshop.number(64))
        },
        changed("twice", [.signatureTail], share: 5) { _, signature in signature + signature },
        changed("empty", [], share: 1) { _, _ in [] },
        changed("cut off", []) { workshop, signature in
            Array(signature.prefix(workshop.number(signature.count)))
        },
        changed("one bit changed", [], share: 40) { workshop, signature in
            var changed = signature
            changed[workshop.number(signature.count)] ^= 1 << UInt8(workshop.number(8))
            return changed
        },
        changed("reversed", [], share: 5) { _, signature in signature.reversed() },
        changed("0, 1, n − 1, n or n + 1", [], share: 5) { workshop, signature in
            let modulus = workshop.key.publicKey.modulus
            let zeros = [UInt8](repeating: 0, count: signature.count - 1)
            let last = modulus[signature.count - 1]
            return workshop.choice(
                [zeros + [0], zeros + [1]] + [last - 1, last, last + 1].map { modulus.dropLast() + [$0] })
        },
        changed("the encoded message itself", [], share: 5) { workshop, signature in
            workshop.key.recover(signature)
        },
        changed("exponentiated once more", [], share: 5) { workshop, signature in
            workshop.key.sign(signature)
        },
        Family(name: "right for another message", laxness: [.hash]) { workshop in
            let other = workshop.bytes(16)
            return workshop.right(workshop.bytes(16)).map {
                Forgery(key: workshop.key, message: other, signature: $0.signature)
            }
        },
        Family(name: "random bytes") { workshop in
            Forgery(
                key: workshop.key, message: workshop.bytes(16),
                signature: workshop.bytes(workshop.key.byteCount))
        },
    ]

    /// A family of right signatures that were changed.
    private static func changed(
        _ name: String, _ laxness: Laxness, share: Int = 20,
        _ change: @escaping @Sendable (inout Workshop, _ signature: [UInt8]) -> [UInt8]?
    ) -> Family {
        Family(name: "signature: " + name, laxness: laxness, share: share) { workshop in
            let message = workshop.bytes(16)
            guard let right = workshop.right(message),
                let signature = change(&workshop, right.signature), signature != right.signature
            else { return nil }
            return Forgery(key: workshop.key, message: message, signature: signature)
        }
    }
}
