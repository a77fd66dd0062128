/// DER as X.690 explains it, for one-byte tags: a recursive reader of plain arrays that answers yes or no.
enum ReferenceDER {
    /// Whether `bytes` are elements one after the other, constructed ones made of elements again, and the primitive
    /// types that the reader knows in their canonical form.
    static func accepts(_ bytes: ArraySlice<UInt8>, depth: Int = 0) -> Bool {
        var rest = bytes
        while let tag = rest.popFirst() {
            guard tag & 0x1f != 0x1f, let count = length(&rest), count <= rest.count else { return false }
            let content = rest.prefix(count)
            rest = rest.dropFirst(count)
            if tag & 0x20 != 0 {
                guard depth < 16, accepts(content, depth: depth + 1) else { return false }
            } else {
                guard isCanonical(tag, Array(content)) else { return false }
            }
        }
        return true
    }

    /// The length that `rest` begins with, if it is below 2³¹ and in its shortest form (X.690 section 10.1).
    private static func length(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let first = rest.popFirst() else { return nil }
        guard first >= 0x80 else { return Int(first) }
        let digits = rest.prefix(Int(first & 0x7f))
        rest = rest.dropFirst(digits.count)
        guard digits.count == Int(first & 0x7f), (1...4).contains(digits.count), digits.first != 0 else {
            return nil
        }
        let value = digits.reduce(0) { $0 * 256 + Int($1) }
        return value >= 128 && value < 1 << 31 ? value : nil
    }

    private static func isCanonical(_ tag: UInt8, _ content: [UInt8]) -> Bool {
        switch tag {
        case 0x02:
            guard let first = content.first, first < 0x80 else { return false }
            return content.count == 1 || first != 0 || content[1] >= 0x80
        case 0x03:
            guard let unused = content.first, unused < 8 else { return false }
            return unused == 0 || content.count > 1 && content[content.count - 1] % (1 << unused) == 0
        case 0x05: return content.isEmpty
        case 0x06: return isObjectIdentifier(content)
        default: return true
        }
    }

    /// X.690 section 8.19, with components below 2³².
    private static func isObjectIdentifier(_ content: [UInt8]) -> Bool {
        guard let last = content.last, last < 0x80 else { return false }
        return content.split(omittingEmptySubsequences: false) { $0 < 0x80 }.dropLast()
            .enumerated().allSatisfy { index, leading in
                // `leading` are the bytes of a component but its last one.
                let start = leading.first ?? 0
                guard start != 0x80 else { return false }
                let high = leading.reduce(0 as UInt64) { ($0 << 7 | UInt64($1 & 0x7f)) & 0xffff_ffff_ffff }
                return leading.count <= 4 && high < 1 << 25
            }
    }
}
