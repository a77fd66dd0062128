/// Memory that valgrind holds for secret.
///
/// Memcheck follows every bit that comes from memory nobody wrote and reports each branch and each address that
/// depends on one. Run with `--malloc-fill=00`, fresh memory is zero, and still undefined: a byte that was combined
/// with it by exclusive or keeps its value and becomes secret.
enum Secret {
    /// `bytes`, secret from here on.
    static func taint(_ bytes: [UInt8]) -> [UInt8] {
        let fresh = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        // Never initialised, on purpose: that is what makes it secret.
        defer { unsafe fresh.deallocate() }
        return unsafe zip(bytes, Self.read(fresh)).map { $0 ^ $1 }
    }

    /// What is in memory that nobody wrote. The compiler must not see where the memory comes from: it may take such
    /// bytes for anything.
    @inline(never) @_optimize(none)
    private static func read(_ memory: UnsafeMutableRawBufferPointer) -> [UInt8] {
        unsafe Array(memory)
    }
}
