/// A run of bytes inside a ``SecretBytes`` buffer, which it keeps alive. Slicing copies nothing.
public struct SecretSlice: Sendable {
    /// The buffer.
    public let storage: SecretBytes

    /// Where the run starts in the buffer, and its length, in bytes. Both are public.
    public let start: Int, count: Int

    /// All bytes of `storage`.
    public init(_ storage: SecretBytes) {
        self.storage = storage
        start = 0
        count = storage.count
    }

    /// The bytes of `storage` in `range`.
    ///
    /// - Precondition: `range` lies within the buffer.
    public init(_ storage: SecretBytes, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= storage.count, "range out of bounds")
        self.storage = storage
        start = range.lowerBound
        count = range.count
    }

    /// The byte at `index`, counted from the start of the slice.
    ///
    /// - Precondition: `0 <= index < count`. The index is public.
    public subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "index out of bounds")
        return storage[start &+ index]
    }

    /// The bytes at `range`, counted from the start of the slice.
    ///
    /// - Precondition: `range` lies within the slice.
    public subscript(range: Range<Int>) -> SecretSlice {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
        return SecretSlice(storage, start &+ range.lowerBound..<start &+ range.upperBound)
    }

    /// Calls `body` with the bytes. The pointer must not leave the closure.
    @inlinable @inline(__always)
    public func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe storage.withBytes { all in
            unsafe body(UnsafeRawBufferPointer(rebasing: all[start..<start &+ count]))
        }
    }

    /// An ordinary array with the same bytes: for what turned out to be public, or for a caller who asked for
    /// the secret itself. It will not be wiped.
    public func copied() -> [UInt8] {
        unsafe withBytes { unsafe [UInt8]($0) }
    }
}

extension SecretSlice: CustomStringConvertible, CustomDebugStringConvertible {
    /// Never the bytes.
    public var description: String { "SecretSlice(redacted)" }

    /// Never the bytes.
    public var debugDescription: String { description }
}

#if !hasFeature(Embedded)
    // Embedded Swift has no reflection that could show the bytes.
    extension SecretSlice: CustomReflectable {
        /// A mirror without children.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
