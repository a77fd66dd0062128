// DigestInfo, which DER allows in one form only (RFC 8017 section 9.2, note 1): 30 31 30 0D 06 09 … 05 00 04 20 …
extension Family {
    static let digestInfo: [Family] = [
        .digestInfo("garbage in the algorithm parameters", [.parameters], share: 100) { workshop, hash in
            let tag = workshop.choice([0x02, 0x04, 0x05, 0x06, 0x0c, 0x30, 0x80, 0xa0] as [UInt8])
            let garbage = Encoding.element(tag, workshop.bytes(workshop.number(48)))
            return Encoding.digestInfo(algorithm: Encoding.algorithm(parameters: garbage), hash: hash)
        },
        .digestInfo("garbage behind the NULL", [.extra], share: 40) { workshop, hash in
            let parameters = Encoding.null + workshop.bytes(1 + workshop.number(40))
            return Encoding.digestInfo(algorithm: Encoding.algorithm(parameters: parameters), hash: hash)
        },
        .digestInfo("NULL missing", [.parameters]) { _, hash in
            Encoding.digestInfo(algorithm: Encoding.algorithm(parameters: []), hash: hash)
        },
        .digestInfo("NULL with content", [.parameters]) { workshop, hash in
            let null = Encoding.element(0x05, workshop.bytes(1 + workshop.number(40)))
            return Encoding.digestInfo(algorithm: Encoding.algorithm(parameters: null), hash: hash)
        },
        .digestInfo("lengths in longer forms", [.lengths], share: 40) { workshop, hash in
            withLength(of: workshop.number(5), hash) { Encoding.length($0, octets: 1 + workshop.number(4)) }
        },
        .digestInfo("BERserk: garbage in the length octets", [.lengths], share: 100) { workshop, hash in
            let garbage = workshop.bytes(1 + workshop.number(42))
            return withLength(of: workshop.number(5), hash) { count in
                [0x80 | UInt8(garbage.count + 4)] + garbage + [0, 0, 0, UInt8(count)]
            }
        },
        .digestInfo("indefinite length", [.lengths, .extra], share: 10) { _, hash in
            let content = Encoding.algorithm() + Encoding.element(0x04, hash) + [0x00, 0x00]
            return Encoding.element(0x30, content, length: [0x80])
        },
        .digestInfo("wrong tags", [.tags]) { workshop, hash in
            // Where the tags are; the one of NULL and those around are kept apart by their lengths.
            let place = workshop.choice([0, 2, 4, 15, 17])
            var info = Encoding.digestInfo(hash: hash)
            info[place] = workshop.byte(except: info[place])
            return info
        },
        .digestInfo("elements behind the hash", [.extra], share: 40) { workshop, hash in
            let extra = Encoding.element(
                workshop.choice([0x02, 0x04, 0x05, 0x30]), workshop.bytes(workshop.number(40)))
            return Encoding.element(0x30, Encoding.algorithm() + Encoding.element(0x04, hash) + extra)
        },
        .digestInfo("garbage behind the hash", [.extra], share: 40) { workshop, hash in
            let garbage = workshop.bytes(1 + workshop.number(40))
            return Encoding.element(0x30, Encoding.algorithm() + Encoding.element(0x04, hash) + garbage)
        },
        .digestInfo("identifier of another algorithm", [.identifier], share: 40) { workshop, hash in
            // MD2, MD4, MD5; SHA-1; SHA-224 to SHAKE256 and SHA3-512; or another that is as long.
            let nist: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02]
            let rsadsi: [UInt8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02]
            let identifier = workshop.choice(
                (2...12).map { nist + [$0] } + [2, 4, 5].map { rsadsi + [$0] }
                    + [[0x2b, 0x0e, 0x03, 0x02, 0x1a], [], nist + [workshop.byte(except: 1)]])
            return Encoding.digestInfo(algorithm: Encoding.algorithm(identifier: identifier), hash: hash)
        },
        .digestInfo("hash moved right in its OCTET STRING", [.hashPlace], share: 40) { workshop, hash in
            let count = 1 + workshop.number(32)
            let filler = workshop.number(2) == 0 ? workshop.bytes(count) : [UInt8](repeating: 0, count: count)
            return Encoding.digestInfo(hash: filler + hash)
        },
        .digestInfo("hash cut off", [.hashPrefix]) { workshop, hash in
            Encoding.digestInfo(hash: Array(hash.prefix(8 + workshop.number(24))))
        },
        .digestInfo("hash with garbage at its end", [.hashPrefix]) { workshop, hash in
            let kept = 8 + workshop.number(24)
            return Encoding.digestInfo(hash: hash.prefix(kept) + workshop.bytes(32 - kept))
        },
        .digestInfo("hash shifted right by bits", [.hash]) { workshop, hash in
            let bits = UInt8(1 + workshop.number(7))
            let previous = [0] + hash
            return Encoding.digestInfo(
                hash: zip(hash, previous).map { byte, before in byte >> bits | before << (8 - bits) })
        },
        .digestInfo("hash with one bit changed", [.hash]) { workshop, hash in
            var changed = hash
            changed[workshop.number(32)] ^= 1 << UInt8(workshop.number(8))
            return Encoding.digestInfo(hash: changed)
        },
        .digestInfo("hash of something else", [.hash]) { workshop, _ in
            Encoding.digestInfo(hash: workshop.bytes(32))
        },
    ]

    /// DigestInfo in which one of the five lengths is written otherwise: that of DigestInfo, AlgorithmIdentifier,
    /// identifier, NULL or hash.
    private static func withLength(
        of index: Int, _ hash: [UInt8], as length: (Int) -> [UInt8]
    ) -> [UInt8] {
        func element(_ number: Int, _ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
            Encoding.element(tag, content, length: number == index ? length(content.count) : nil)
        }
        let algorithm = element(1, 0x30, element(2, 0x06, Encoding.sha256) + element(3, 0x05, []))
        return element(0, 0x30, algorithm + element(4, 0x04, hash))
    }
}
