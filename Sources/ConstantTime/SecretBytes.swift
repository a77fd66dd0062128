/// A fixed number of bytes on the heap that are overwritten with zeros when the last reference goes away.
///
/// An ordinary array leaves its bytes behind in freed memory. Everything that a private key passes through on
/// its way from text to numbers is held in this type. It is a class, because the `deinit` of a struct cannot
/// write to storage that the struct holds inline, and because keys are copied about in programs: every copy
/// refers to the same bytes.
///
/// The bytes never appear in a description, a dump or a mirror.
@safe
public final class SecretBytes: @unchecked Sendable {
    // Sendable: the bytes are written only by `init` and by `withMutableBytes`, which the module that created
    // the buffer calls before it hands the buffer on.
    private let storage: UnsafeMutableRawBufferPointer

    /// How many bytes there are. The count is public.
    public var count: Int { unsafe storage.count }

    /// A buffer of `count` zero bytes.
    ///
    /// - Precondition: `count` is not negative.
    public init(count: Int) {
        // Sixteen-byte alignment lets the same buffer hold machine words and vectors. One spare byte keeps the
        // allocation non-empty.
        unsafe storage = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer.allocate(byteCount: count &+ 1, alignment: 64)[..<count])
        unsafe wipe(storage)
    }

    /// A copy of `bytes`. The caller's array is the caller's to wipe.
    public convenience init(copying bytes: [UInt8]) {
        self.init(count: bytes.count)
        unsafe bytes.withUnsafeBytes { unsafe copySecret($0, to: storage) }
    }

    /// A copy of `bytes`.
    public convenience init(copying bytes: UnsafeRawBufferPointer) {
        self.init(count: bytes.count)
        unsafe copySecret(bytes, to: storage)
    }

    deinit {
        unsafe wipe(storage)
        unsafe storage.baseAddress?.deallocate()
    }

    /// Calls `body` with the bytes. The pointer must not leave the closure.
    @inlinable @inline(__always)
    public func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        // Without the extension the buffer could be freed as soon as its address is known.
        withExtendedLifetime(self) { unsafe body(UnsafeRawBufferPointer(unprotectedBytes)) }
    }

    /// Calls `body` with the bytes, to write them. The pointer must not leave the closure, and no other
    /// reference to this buffer may be in use meanwhile.
    @inlinable @inline(__always)
    public func withMutableBytes<R>(_ body: (UnsafeMutableRawBufferPointer) -> R) -> R {
        withExtendedLifetime(self) { unsafe body(unprotectedBytes) }
    }

    /// The bytes behind the closures above.
    @usableFromInline var unprotectedBytes: UnsafeMutableRawBufferPointer { unsafe storage }

    /// The byte at `index`.
    ///
    /// - Precondition: `0 <= index < count`. The index is public.
    public subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "index out of bounds")
        return unsafe withBytes { unsafe $0[index] }
    }

    /// An ordinary array with the same bytes: for what turned out to be public, or for a caller who asked for
    /// the secret itself. It will not be wiped.
    public func copied() -> [UInt8] {
        unsafe withBytes { unsafe [UInt8]($0) }
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible {
    /// The number of bytes, never the bytes.
    public var description: String { "SecretBytes(redacted)" }

    /// The number of bytes, never the bytes.
    public var debugDescription: String { description }
}
