import ConstantTime

// The four kinds of memory that text and bytes live in, over the two functions on raw buffers.

extension Base64Alphabet {
    /// The characters for `bytes`, as ASCII.
    func ascii(for bytes: RawSpan, padding: Bool) -> [UInt8] {
        let count = Self.encodedCount(bytes.byteCount, padding: padding)
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { target, initializedCount in
            unsafe bytes.withUnsafeBytes { source in
                unsafe encode(source, into: Self.bytes(of: target, count))
            }
            initializedCount = count
        }
    }

    /// The characters for `bytes`, as a string.
    func string(for bytes: RawSpan, padding: Bool) -> String {
        let count = Self.encodedCount(bytes.byteCount, padding: padding)
        return unsafe String(unsafeUninitializedCapacity: count) { target in
            unsafe bytes.withUnsafeBytes { source in
                unsafe encode(source, into: Self.bytes(of: target, count))
            }
            return count
        }
    }

    /// The characters for a secret, as ASCII that is wiped.
    func ascii(for secret: SecretSlice, padding: Bool) -> SecretBytes {
        let text = SecretBytes(count: Self.encodedCount(secret.count, padding: padding))
        unsafe secret.withBytes { source in
            unsafe text.withMutableBytes { unsafe encode(source, into: $0) }
        }
        return text
    }

    /// The bytes that `text` encodes.
    func bytes(from text: UnsafeRawBufferPointer, padding: Bool) throws(Base64Error) -> [UInt8] {
        try Self.checkSize(text.count)
        let layout = unsafe Base64Layout(of: text)
        var isCanonical = Choice.no
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: layout.decodedCount) { target, count in
            count = layout.decodedCount
            isCanonical = unsafe decode(text, layout, into: Self.bytes(of: target, count))
        }
        try unsafe check(isCanonical, text, layout, padding: padding)
        return bytes
    }

    /// The bytes that `text` encodes.
    func bytes(from text: String, padding: Bool) throws(Base64Error) -> [UInt8] {
        var text = text
        let result = text.withUTF8 { utf8 in
            Result { () throws(Base64Error) in
                try unsafe bytes(from: UnsafeRawBufferPointer(utf8), padding: padding)
            }
        }
        return try result.get()
    }

    /// The bytes that a secret text encodes, in memory that is wiped.
    func bytes(from text: SecretSlice, padding: Bool) throws(Base64Error) -> SecretBytes {
        let result = unsafe text.withBytes { text in
            Result { () throws(Base64Error) in
                try Self.checkSize(text.count)
                let layout = unsafe Base64Layout(of: text)
                let bytes = SecretBytes(count: layout.decodedCount)
                let isCanonical = unsafe bytes.withMutableBytes { unsafe decode(text, layout, into: $0) }
                try unsafe check(isCanonical, text, layout, padding: padding)
                return bytes
            }
        }
        return try result.get()
    }

    /// Before any memory is taken for the bytes.
    private static func checkSize(_ count: Int) throws(Base64Error) {
        guard count <= maximumByteCount else { throw Base64Error(kind: .tooLarge, offset: maximumByteCount) }
    }

    /// Throws what is wrong with `text`, if the outcome of `decode` or its layout says that something is.
    private func check(
        _ isCanonical: Choice, _ text: UnsafeRawBufferPointer, _ layout: Base64Layout, padding: Bool
    ) throws(Base64Error) {
        guard layout.isComplete(padding: padding), isCanonical.revealed(as: .textLayout) else {
            throw unsafe firstError(in: text, layout, padding: padding)
        }
    }

    /// The first `count` bytes of a buffer that may have been given more room.
    private static func bytes(
        of buffer: UnsafeMutableBufferPointer<UInt8>, _ count: Int
    ) -> UnsafeMutableRawBufferPointer {
        unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count])
    }
}
