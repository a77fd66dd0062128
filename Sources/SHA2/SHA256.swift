/// The SHA-256 hash function (FIPS 180-4), over a message that arrives in one piece or in many.
///
///     var hash = SHA256()
///     hash.update(header)
///     hash.update(body)
///     let digest = hash.finalize()
///
/// A value type without heap storage: a copy continues on its own from where the original was. Messages of any
/// length up to 2^64 − 1 bits are hashed; the time depends on the length alone.
public struct SHA256: Sendable {
    /// The length of a digest, in bytes.
    public static let byteCount = 32

    /// The length of the blocks that the message is cut into, in bytes.
    public static let blockByteCount = 64

    /// The hash value of the blocks before the pending one.
    private var state = SHA256State()

    /// The bytes of a block that is not full yet: the first `pendingCount` of them count.
    private var pending = SHA256Block()

    /// How many bytes the message has so far. Their bits are counted modulo 2^64, as the padding has them.
    private var messageCount: UInt64 = 0

    /// How many bytes are pending: 0...63.
    private var pendingCount: Int { Int(truncatingIfNeeded: messageCount % 64) }

    /// A hash of the empty message, to be updated.
    public init() {}

    /// The digest of `message`, 32 bytes.
    ///
    /// - Complexity: O(n).
    public static func hash(_ message: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(message)
        return hash.finalize()
    }

    /// The digest of `message`, 32 bytes.
    ///
    /// - Complexity: O(n).
    public static func hash(_ message: RawSpan) -> [UInt8] {
        var hash = SHA256()
        hash.update(message)
        return hash.finalize()
    }

    /// Appends `bytes` to the message.
    ///
    /// - Complexity: O(n).
    public mutating func update(_ bytes: [UInt8]) {
        unsafe update(bytes.span.bytes)
    }

    /// Appends `bytes` to the message.
    ///
    /// - Complexity: O(n).
    public mutating func update(_ bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { unsafe update($0) }
    }

    /// Appends `bytes` to the message.
    ///
    /// - Complexity: O(n).
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        var rest = unsafe bytes
        if pendingCount > 0 {
            let taken = min(rest.count, Self.blockByteCount - pendingCount)
            unsafe append(UnsafeRawBufferPointer(rebasing: rest[..<taken]))
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
        }
        // Either nothing is pending now, or nothing is left.
        let blockCount = rest.count / Self.blockByteCount
        if blockCount > 0, let start = rest.baseAddress {
            unsafe state.compress(start, blockCount: blockCount)
            messageCount &+= UInt64(blockCount * Self.blockByteCount)
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest[(blockCount * Self.blockByteCount)...])
        }
        unsafe append(rest)
    }

    /// The digest of the message so far, 32 bytes. The hash itself does not change: it may be updated further,
    /// and asked again.
    public func finalize() -> [UInt8] {
        // The uninitialised capacity is filled completely before anyone sees the array.
        unsafe [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
            unsafe finalize(into: UnsafeMutableRawBufferPointer(buffer))
            count = Self.byteCount
        }
    }

    /// Writes the digest of the message so far, without allocating anything.
    ///
    /// - Precondition: `digest` has 32 bytes.
    package func finalize(into digest: UnsafeMutableRawBufferPointer) {
        // FIPS 180-4 section 5.1.1: a one bit, zeros up to 8 bytes before the end of a block, the length in bits.
        var padded = self
        let zeroCount = (Self.blockByteCount * 2 - 9 - pendingCount) % Self.blockByteCount
        let bitCount = messageCount &* 8
        let padding: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (
            UInt64(0x80).littleEndian, 0, 0, 0, 0, 0, 0, 0
        )
        unsafe withUnsafeBytes(of: padding) { padding in
            unsafe padded.update(UnsafeRawBufferPointer(rebasing: padding[..<(1 + zeroCount)]))
        }
        unsafe withUnsafeBytes(of: bitCount.bigEndian) { unsafe padded.update($0) }
        unsafe padded.state.write(to: digest)
    }

    /// Appends `bytes` to the pending block, and compresses it once it is full.
    ///
    /// - Precondition: the bytes fit into the block.
    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        let filled = pendingCount + bytes.count
        unsafe pending.write(bytes, at: pendingCount)
        messageCount &+= UInt64(bytes.count)
        if filled == Self.blockByteCount {
            unsafe pending.withBytes { unsafe state.compress($0, blockCount: 1) }
        }
    }
}

/// Room for one block of 64 bytes, stored inline. Swift has no fixed-size array below macOS 26; a vector is one.
private struct SHA256Block: Sendable {
    private var words = SIMD8<UInt64>()

    /// Overwrites the bytes from `offset` on.
    ///
    /// - Precondition: `offset + bytes.count <= 64`.
    mutating func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        unsafe withUnsafeMutableBytes(of: &words) { block in
            unsafe UnsafeMutableRawBufferPointer(rebasing: block[offset...]).copyMemory(from: bytes)
        }
    }

    /// Calls `body` with the address of the 64 bytes.
    mutating func withBytes(_ body: (UnsafeRawPointer) -> Void) {
        unsafe withUnsafePointer(to: &words) { unsafe body(UnsafeRawPointer($0)) }
    }
}
