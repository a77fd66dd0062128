import BigMod
import ConstantTime
import SHA2

/// The encoded message EM of RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 9.2):
///
///     EM = 00 01 | FF … FF | 00 | DigestInfo | SHA-256(message)
///
/// Signing raises it to the private exponent. Verifying builds it too, and compares: to parse the padding of a
/// recovered EM is what made forgeries possible (Bleichenbacher 2006 and its many heirs).
struct EncodedMessage {
    /// The hash of the message, finished when EM is written.
    private let hash: SHA256

    /// DigestInfo for SHA-256 up to the hash, with the NULL parameters (RFC 8017 section 9.2, note 1).
    private static let digestInfo: [UInt8] = [
        0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
        0x04,
        0x20,
    ]

    /// EM of `message`.
    init(_ message: [UInt8]) {
        var hash = SHA256()
        hash.update(message)
        self.hash = hash
    }

    /// number ← EM as a number of `byteCount` bytes (RFC 8017 section 8.2.1, steps 1 and 2a).
    ///
    /// - Parameter byteCount: the length of the modulus, in bytes.
    /// - Precondition: `byteCount` is at least 62 = 11 + 51, and fits the number; the smallest modulus of any policy
    ///   has 128 bytes.
    func write(to number: Limbs, byteCount: Int) {
        // The buffer is filled from the first byte to the last before it is read.
        unsafe withWorkingMemory(byteCount: byteCount) { em in
            let digestStart = byteCount &- SHA256.byteCount
            let infoStart = digestStart &- Self.digestInfo.count
            unsafe em[0] = 0x00
            unsafe em[1] = 0x01
            for i in 2..<(infoStart &- 1) { unsafe em[i] = 0xff }
            unsafe em[infoStart &- 1] = 0x00
            for i in 0..<Self.digestInfo.count { unsafe em[infoStart &+ i] = Self.digestInfo[i] }
            unsafe hash.finalize(into: UnsafeMutableRawBufferPointer(rebasing: em[digestStart...]))
            unsafe number.assign(bigEndian: UnsafeRawBufferPointer(em))
        }
    }
}
