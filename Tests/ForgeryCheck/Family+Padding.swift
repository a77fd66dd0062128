// The frame around DigestInfo: 00 01 | FF … FF | 00 (RFC 8017 section 9.2, steps 4 and 5).
extension Family {
    static let padding: [Family] = [
        .frame("padding shortened, garbage behind", [.trailing], share: 100) { workshop, info, byteCount in
            let free = byteCount - 11 - info.count
            return Encoding.message(
                info, byteCount: byteCount, tail: workshop.bytes(1 + workshop.number(free)))
        },
        .frame("padding of less than eight bytes", [.trailing]) { workshop, info, byteCount in
            let free = byteCount - 3 - info.count
            return Encoding.message(
                info, byteCount: byteCount, tail: workshop.bytes(free - workshop.number(8)))
        },
        .frame("padding shortened, zeros in front", [.leadingZeros]) { workshop, info, byteCount in
            let zeros = 1 + workshop.number(byteCount - 3 - info.count)
            let lead = [UInt8](repeating: 0, count: zeros) + [0x00, 0x01]
            return Encoding.message(info, byteCount: byteCount, lead: lead)
        },
        .frame("garbage in the padding", [.padding], share: 60) { workshop, info, byteCount in
            var message = Encoding.message(info, byteCount: byteCount)
            for _ in 0...workshop.number(8) {
                message?[2 + workshop.number(byteCount - 3 - info.count)] = workshop.byte(except: 0x00, 0xff)
            }
            return message
        },
        .frame("padding of random bytes", [.padding]) { workshop, info, byteCount in
            let padding = (0..<(byteCount - 3 - info.count)).map { _ in workshop.byte(except: 0x00, 0xff) }
            return [0x00, 0x01] + padding + [0x00] + info
        },
        .frame("zeros in the padding", [.padding]) { workshop, info, byteCount in
            var message = Encoding.message(info, byteCount: byteCount)
            for _ in 0...workshop.number(8) {
                message?[2 + workshop.number(byteCount - 3 - info.count)] = 0x00
            }
            return message
        },
        .frame("wrong separator", [.separator]) { workshop, info, byteCount in
            Encoding.message(
                info, byteCount: byteCount, separator: [workshop.byte(except: 0x00, 0x30, 0xff)])
        },
        .frame("no separator", [.separator], share: 5) { _, info, byteCount in
            Encoding.message(info, byteCount: byteCount, separator: [])
        },
        .frame("several separators", [.padding]) { workshop, info, byteCount in
            let zeros = [UInt8](repeating: 0x00, count: 2 + workshop.number(16))
            return Encoding.message(info, byteCount: byteCount, separator: zeros)
        },
        .frame("wrong block type", [.blockType]) { workshop, info, byteCount in
            Encoding.message(info, byteCount: byteCount, lead: [0x00, workshop.byte(except: 0x01)])
        },
        .frame("block type of encryption with its padding", [.blockType, .padding]) {
            workshop, info, byteCount in
            let padding = (0..<(byteCount - 3 - info.count)).map { _ in workshop.byte(except: 0x00) }
            return [0x00, 0x02] + padding + [0x00] + info
        },
        .frame("wrong first byte", [.firstByte]) { workshop, info, byteCount in
            Encoding.message(
                info, byteCount: byteCount, lead: [workshop.byte(except: 0x00) & 0x7f | 1, 0x01])
        },
        .frame("everything moved left", [.trailing], share: 10) { workshop, info, byteCount in
            Encoding.message(
                info, byteCount: byteCount, tail: [UInt8](repeating: 0, count: 1 + workshop.number(8)))
        },
    ]
}
