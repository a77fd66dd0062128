import ConstantTime

// Between the boundaries: base64 with white space, or headers.

extension PEMText {
    /// The bytes in `body` that are not white space, joined.
    func visibleBytes(in body: Range<Int>) -> SecretBytes {
        let runs = visibleRuns(in: body)
        let joined = SecretBytes(count: runs.reduce(0) { $0 + $1.count })
        unsafe joined.withMutableBytes { joined in
            unsafe secret.withBytes { bytes in
                var written = 0
                for run in runs {
                    unsafe copySecret(
                        UnsafeRawBufferPointer(rebasing: bytes[run]),
                        to: UnsafeMutableRawBufferPointer(rebasing: joined[written...]))
                    written += run.count
                }
            }
        }
        return joined
    }

    /// Where in `body` the bytes are that are not white space, run by run.
    private func visibleRuns(in body: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = body.lowerBound
        while let first = firstIndex(in: start..<body.upperBound, where: { !$0.isWhiteSpace }) {
            start = firstIndex(in: first..<body.upperBound) { $0.isWhiteSpace } ?? body.upperBound
            runs.append(first..<start)
        }
        return runs
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
        guard let first = firstIndex(in: range, where: { $0 == UInt8(ascii: "-") }) else { return nil }
        let end = firstIndex(in: first..<range.upperBound) { $0 != UInt8(ascii: "-") }
        return first..<(end ?? range.upperBound)
    }
}
