package import ConstantTime

/// A natural number of a fixed, *announced* number of limbs, in memory that is wiped when it is released.
///
/// The announced length is public and says nothing about the value: leading zero limbs are kept. All operations
/// take a time that depends on the announced lengths alone. A `Nat` is not changed once it is made; copies share
/// the memory.
package struct Nat: Sendable {
    /// The limbs, least significant first, in the byte order of the machine.
    private let storage: SecretBytes

    /// The announced length.
    package let count: Int

    /// The number that `body` writes into `count` limbs, which are zero at first.
    package init(count: Int, _ body: (Limbs) -> Void) {
        let storage = SecretBytes(count: count &* MemoryLayout<Limb>.stride)
        self.storage = storage
        self.count = count
        // The buffer is aligned for any limb, is used as limbs only, and lives to the end of the closure.
        unsafe storage.withMutableBytes { bytes in
            if let start = bytes.baseAddress {
                unsafe body(Limbs(start: start.assumingMemoryBound(to: Limb.self), count: count))
            }
        }
    }

    /// Calls `body` with the limbs, which must not be written and must not leave the closure.
    @inline(__always)
    package func withLimbs<R>(_ body: (Limbs) -> R) -> R {
        // As above; an empty buffer still has an address.
        unsafe storage.withBytes { bytes in
            let start = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress.unsafelyUnwrapped)
            return unsafe body(Limbs(start: start.assumingMemoryBound(to: Limb.self), count: count))
        }
    }
}

extension Nat {
    /// The limbs, without keeping the number alive: for sets of exponentiations, which hold the limbs of many numbers.
    ///
    /// - Precondition: they are not written, and not used after the last copy of the number is gone.
    @unsafe package var borrowedLimbs: Limbs {
        withLimbs { $0 }
    }
}

// MARK: - Making numbers

extension Nat {
    /// The number `word`.
    ///
    /// - Precondition: `count` limbs hold the word.
    package init(_ word: UInt64, count: Int) {
        self.init(count: count) { limbs in
            var rest = word
            for i in 0..<Swift.min(count, Limb.count(bits: 64)) {
                limbs[i] = Limb(truncatingIfNeeded: rest)
                // In two steps: with 64-bit limbs a single shift would be by nothing.
                rest = (rest &>> 1) &>> UInt64(Limb.bitWidth &- 1)
            }
        }
    }

    /// The number whose big-endian bytes are `bytes` (OS2IP, RFC 8017 section 4.2).
    ///
    /// - Parameter count: the announced length; without it, as many limbs as the bytes need, and at least one.
    /// - Precondition: `count` limbs hold as many bytes.
    package init(bigEndian bytes: SecretSlice, count: Int? = nil) {
        let count = count ?? Swift.max(1, Limb.count(bytes: bytes.count))
        self = unsafe bytes.withBytes { bytes in
            unsafe Nat(bigEndian: bytes, count: count)
        }
    }

    /// The same for an ordinary array.
    package init(bigEndian bytes: [UInt8], count: Int? = nil) {
        let count = count ?? Swift.max(1, Limb.count(bytes: bytes.count))
        self = unsafe bytes.withUnsafeBytes { bytes in
            unsafe Nat(bigEndian: bytes, count: count)
        }
    }

    private init(bigEndian bytes: UnsafeRawBufferPointer, count: Int) {
        self.init(count: count) { limbs in
            unsafe limbs.assign(bigEndian: bytes)
        }
    }

    /// The big-endian bytes, `byteCount` of them (I2OSP, RFC 8017 section 4.1). Higher bytes are left out: the
    /// caller knows that they are zero.
    package func bigEndianBytes(_ byteCount: Int) -> SecretBytes {
        let result = SecretBytes(count: byteCount)
        withLimbs { limbs in
            unsafe result.withMutableBytes { unsafe limbs.store(bigEndian: $0) }
        }
        return result
    }

    /// The same number with another announced length.
    ///
    /// - Precondition: the number fits.
    package func resized(_ newCount: Int) -> Nat {
        Nat(count: newCount) { result in
            withLimbs { result.assign($0.slice(0, count: Swift.min(count, newCount))) }
        }
    }
}

extension Nat: CustomStringConvertible, CustomDebugStringConvertible {
    /// The announced length, never the number.
    package var description: String { "Nat(redacted)" }

    /// The announced length, never the number.
    package var debugDescription: String { description }
}
