extension Choice {
    /// Whether two runs of bytes are the same, without an early exit: the time depends on the lengths alone.
    ///
    /// - Returns: no when the lengths, which are public, differ.
    public static func isEqual(_ a: RawSpan, _ b: RawSpan) -> Choice {
        guard a.byteCount == b.byteCount else { return .no }
        var difference: UInt8 = 0
        for i in 0..<a.byteCount {
            unsafe difference |=
                a.unsafeLoad(fromByteOffset: i, as: UInt8.self)
                ^ b.unsafeLoad(fromByteOffset: i, as: UInt8.self)
        }
        return isZero(UInt(difference))
    }

    /// Whether two arrays of bytes are the same, without an early exit.
    ///
    /// - Returns: no when the lengths, which are public, differ.
    public static func isEqual(_ a: [UInt8], _ b: [UInt8]) -> Choice {
        unsafe isEqual(a.span.bytes, b.span.bytes)
    }
}
