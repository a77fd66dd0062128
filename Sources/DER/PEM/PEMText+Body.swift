import ConstantTime

// Between the boundaries: base64 with white space, or headers.

extension PEMText {
    /// The bytes in `body` that are not white space, joined.
    func visibleBytes(in body: Range<Int>) -> SecretBytes {
        let joined = SecretBytes(count: layout[body].count { !$0.isWhiteSpace })
        unsafe joined.withMutableBytes { joined in
            unsafe secret.withBytes { bytes in
                var written = 0
                for i in body where !layout[i].isWhiteSpace {
                    unsafe joined[written] = bytes[i]
                    written += 1
                }
            }
        }
        return joined
    }

    /// Where in the text byte `number` of `visibleBytes(in: body)` is; the last of them if there are fewer.
    func position(ofVisibleByte number: Int, in body: Range<Int>) -> Int {
        var position = body.lowerBound
        var count = 0
        for i in body where !layout[i].isWhiteSpace {
            position = i
            if count == number { break }
            count += 1
        }
        return position
    }

    /// Where the first byte from `start` on is that is not white space.
    func nextVisible(from start: Int) -> Int {
        layout[start...].firstIndex { !$0.isWhiteSpace } ?? layout.count
    }

    /// Whether `body` starts with a header that says it is encrypted (RFC 1421 sections 4.6.1.1 and 4.6.1.3).
    func hasEncryptionHeader(in body: Range<Int>) -> Bool {
        let start = nextVisible(from: body.lowerBound)
        if has("DEK-Info", at: start) { return true }
        return has("Proc-Type", at: start) && (start..<start + 32).contains { has("ENCRYPTED", at: $0) }
    }

    /// The first run of hyphens in `range`.
    func nextDashes(in range: Range<Int>) -> Range<Int>? {
        guard let first = layout[range].firstIndex(of: UInt8(ascii: "-")) else { return nil }
        let end = layout[first..<range.upperBound].firstIndex { $0 != UInt8(ascii: "-") }
        return first..<(end ?? range.upperBound)
    }
}
