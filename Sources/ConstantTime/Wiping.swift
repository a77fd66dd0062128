/// Overwrites `bytes` with zeros.
///
/// The optimiser may remove writes to memory that is about to be freed. Here it may not: it does not look into
/// `observe`, and so has to assume that the zeros are read.
///
/// - Complexity: linear, at the speed of the machine's `memset`.
@inline(never)
public func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    if let start = bytes.baseAddress {
        unsafe start.initializeMemory(as: UInt8.self, repeating: 0, count: bytes.count)
        unsafe observe(start)
    }
}

/// Does nothing, in a way that the optimiser cannot know.
@inline(never) @_optimize(none)
private func observe(_ memory: UnsafeMutableRawPointer) {}

/// Calls `body` with `byteCount` bytes of working memory, zero at first and wiped afterwards. The pointer must not leave
/// the closure.
///
/// Up to 32 KiB are on the stack, so that a signature with a key of up to 4096 bits allocates nothing but its result;
/// more is on the heap. In Embedded Swift all of it is on the heap: stacks are small there, 64 KiB in a WebAssembly
/// module, and what lies below them is overwritten in silence.
///
/// - Precondition: `byteCount` is not negative.
@inline(never)
public func withWorkingMemory<R>(byteCount: Int, _ body: (UnsafeMutableRawBufferPointer) -> R) -> R {
    #if !hasFeature(Embedded)
        if byteCount <= MemoryLayout<Stack4K>.size { return unsafe onStack(Stack4K(), byteCount, body) }
        if byteCount <= MemoryLayout<Stack16K>.size { return unsafe onStack(Stack16K(), byteCount, body) }
        if byteCount <= MemoryLayout<Stack32K>.size { return unsafe onStack(Stack32K(), byteCount, body) }
    #endif
    return unsafe SecretBytes(count: byteCount).withMutableBytes(body)
}

/// Calls `body` with the first `byteCount` bytes of a local variable, which outlives the call. A function of its own for
/// each size, so that there is one such variable in a frame and not three.
@inline(never)
private func onStack<Memory: BitwiseCopyable, R>(
    _ zeros: @autoclosure () -> Memory, _ byteCount: Int, _ body: (UnsafeMutableRawBufferPointer) -> R
) -> R {
    var memory = zeros()
    return unsafe withUnsafeMutableBytes(of: &memory) { all in
        let part = unsafe UnsafeMutableRawBufferPointer(rebasing: all[..<byteCount])
        defer { unsafe wipe(part) }
        return unsafe body(part)
    }
}

/// 4 KiB of zeros. Swift has no fixed-size array below macOS 26; a vector is one.
private struct Stack4K {
    private var words: (Vector, Vector, Vector, Vector, Vector, Vector, Vector, Vector) = (
        Vector(), Vector(), Vector(), Vector(), Vector(), Vector(), Vector(), Vector()
    )
    private typealias Vector = SIMD64<UInt64>
}

/// 16 KiB of zeros.
private struct Stack16K {
    private var quarters = (Stack4K(), Stack4K(), Stack4K(), Stack4K())
}

/// 32 KiB of zeros.
private struct Stack32K {
    private var halves = (Stack16K(), Stack16K())
}
