import SHA2

// With e = 3 the cube of a small number does not reach n, and numbers can be chosen whose cubes begin and end as one
// likes: nobody's private key is needed. Cubes of 683 bits are encoded messages of 2048.
extension Family {
    static let cubes: [Family] = [
        // Bleichenbacher 2006: the begin is right up to the hash, and the cube root of anything behind it rounds well.
        Family(name: "cube root, garbage right of the hash", laxness: [.trailing], share: 60, isCube: true) {
            workshop in
            let message = workshop.message()
            let padding = [UInt8](repeating: 0xff, count: workshop.number(29))
            let begin = [0x00, 0x01] + padding + [0x00] + Encoding.digestInfo(hash: message.hash)
            return workshop.cube(of: message.bytes, beginning: begin, ending: [])
        },
        // The parameters of the algorithm take up what is neither begin nor end.
        Family(name: "cube root, garbage in the parameters", laxness: [.parameters], share: 60, isCube: true)
        {
            workshop in
            let message = workshop.oddMessage()
            let hash = Encoding.element(0x04, message.hash)
            let frame = [UInt8]([0x00, 0x01]) + [UInt8](repeating: 0xff, count: 8) + [0x00]
            let identifier = Encoding.element(0x06, Encoding.sha256)
            let inner = workshop.key.byteCount - frame.count - 3
            let parameters = inner - hash.count - 3 - identifier.count
            let tag = workshop.choice([0x04, 0x0c, 0x24, 0x30] as [UInt8])
            let begin =
                frame + [0x30] + Encoding.length(inner) + [0x30] + Encoding.length(inner - hash.count - 3)
                + identifier + [tag] + Encoding.length(parameters - 3)
            return workshop.cube(of: message.bytes, beginning: begin, ending: hash)
        },
        // Only the begin and the right end are looked at.
        Family(name: "cube root, garbage in the middle", laxness: [.middle], share: 40, isCube: true) {
            workshop in
            let message = workshop.oddMessage()
            let padding = [UInt8](repeating: 0xff, count: 1 + workshop.number(40))
            return workshop.cube(
                of: message.bytes, beginning: [0x00, 0x01] + padding + [0x00, 0x30],
                ending: Encoding.element(0x04, message.hash))
        },
        // BERserk (CVE-2014-1568): two lengths of 126 and 68 octets swallow the middle. Between them are two octets
        // that nothing but trying makes right, 65,536 times.
        Family(name: "cube root, BERserk", laxness: [.lengths], share: 1, isCube: true) { workshop in
            let message = workshop.oddMessage()
            let frame = [UInt8]([0x00, 0x01]) + [UInt8](repeating: 0xff, count: 8) + [0x00]
            let content = Encoding.element(0x06, Encoding.sha256) + Encoding.null
            let end = [0, 0, 0, UInt8(content.count)] + content + Encoding.element(0x04, message.hash)
            let place = frame.count + 2 + 126
            let second: [UInt8] = [0x30, 0x80 | UInt8(workshop.key.byteCount - place - 2 - end.count + 4)]
            return workshop.cube(
                of: message.bytes, beginning: frame + [0x30, 0xfe], ending: end, second, at: place)
        },
        // A cube that is nothing in particular.
        Family(name: "cube of a random number", share: 10, isCube: true) { workshop in
            let small = workshop.bytes(85)
            let zeros = [UInt8](repeating: 0, count: workshop.key.byteCount - small.count)
            return Forgery(key: workshop.key, message: workshop.bytes(16), signature: zeros + small)
        },
    ]
}

extension Workshop {
    /// A message whose hash is odd: its root modulo powers of two exists.
    fileprivate mutating func oddMessage() -> (bytes: [UInt8], hash: [UInt8]) {
        while true {
            let message = message()
            if message.hash[31] & 1 == 1 { return message }
        }
    }

    /// A number whose cube begins and ends with these octets, and in between is what comes out. It is tried until the
    /// octets from `place` on are those of `middle`.
    fileprivate mutating func cube(
        of message: [UInt8], beginning begin: [UInt8], ending end: [UInt8], _ middle: [UInt8] = [],
        at place: Int = 0
    ) -> Forgery? {
        let byteCount = key.byteCount
        let lowBits = 8 * end.count
        let ending = WholeNumber(bigEndian: end)
        // In the middle of what begins like this, and what is near its root does so too.
        let rest = [0x40] + bytes(byteCount - begin.count - 1)
        var root = WholeNumber(bigEndian: begin + rest).cubeRoot
        if !end.isEmpty { root = root.replacingLowBits(lowBits, by: ending.cubeRoot(lowBits: lowBits)) }
        var step = WholeNumber(bigEndian: [0])
        step[bit: lowBits] = true
        for _ in 0..<1_000_000 {
            let cube = root.cubed
            let fits = middle.enumerated().allSatisfy {
                cube[byte: byteCount - 1 - place - $0.offset] == $0.element
            }
            if fits {
                guard let bytes = cube.bigEndianBytes(byteCount),
                    let signature = root.bigEndianBytes(byteCount),
                    bytes.starts(with: begin), bytes.suffix(end.count).elementsEqual(end)
                else { return nil }
                return Forgery(key: key, message: message, signature: signature)
            }
            root = root + step
        }
        return nil
    }
}
