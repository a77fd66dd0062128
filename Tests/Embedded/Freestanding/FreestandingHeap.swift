/// The heap of a machine without a C library: blocks whose sizes are powers of two, cut from one range of memory,
/// and for each size a list of the blocks that were freed.
enum FreestandingHeap {
    /// The first freed block of each size 2^index, 0 for none; a freed block holds the address of the next one.
    /// The list heads lie at the start of the range itself.
    nonisolated(unsafe) private static var freed = unsafe UnsafeMutablePointer<UInt>(bitPattern: 0)
    nonisolated(unsafe) private static var next: UInt = 0
    nonisolated(unsafe) private static var end: UInt = 0

    private static let wordSize = UInt(MemoryLayout<UInt>.size)

    /// Makes the memory from `start` up to `end` the heap. To be called once, before anything allocates.
    static func begin(at start: UInt, end: UInt) {
        unsafe freed = UnsafeMutablePointer<UInt>(bitPattern: start)
        for index in 0..<UInt.bitWidth {
            unsafe freed?[index] = 0
        }
        unsafe next = start + UInt(UInt.bitWidth) * wordSize
        unsafe self.end = end
    }

    /// The address of `size` bytes, or nil when the range is used up.
    ///
    /// Two words in front of the address hold where the block begins and which size it has.
    static func allocate(_ size: UInt, alignment: UInt) -> UInt? {
        let slack = max(alignment, wordSize) + 2 * wordSize
        let sizeIndex = UInt.bitWidth - (size + slack - 1).leadingZeroBitCount
        guard let block = takeFreed(sizeIndex) ?? cut(UInt(1) << UInt(sizeIndex)) else { return nil }
        let address = (block + slack - 1) & ~(max(alignment, wordSize) - 1)
        let header = unsafe UnsafeMutablePointer<UInt>(bitPattern: address - 2 * wordSize)
        unsafe header?[0] = block
        unsafe header?[1] = UInt(sizeIndex)
        return address
    }

    /// Gives back what ``allocate(_:alignment:)`` returned.
    static func free(_ address: UInt) {
        guard
            let header = unsafe UnsafeMutablePointer<UInt>(bitPattern: address - 2 * wordSize),
            let freed = unsafe freed
        else { return }
        let (block, sizeIndex) = unsafe (header[0], Int(header[1]))
        unsafe UnsafeMutablePointer<UInt>(bitPattern: block)?.pointee = unsafe freed[sizeIndex]
        unsafe freed[sizeIndex] = block
    }

    private static func takeFreed(_ sizeIndex: Int) -> UInt? {
        guard
            let freed = unsafe freed,
            let block = unsafe UnsafeMutablePointer<UInt>(bitPattern: freed[sizeIndex])
        else { return nil }
        unsafe freed[sizeIndex] = unsafe block.pointee
        return UInt(bitPattern: block)
    }

    private static func cut(_ size: UInt) -> UInt? {
        guard unsafe end - next >= size else { return nil }
        defer { unsafe next += size }
        return unsafe next
    }
}

// The compiler reserves the names under which the Swift runtime asks for memory, `posix_memalign` and `free`. The
// linker script or the host of the module leads them here.

/// `posix_memalign`: 0 and the address in `result`, or the error ENOMEM.
@c(allocateFromHeap)
public func allocateFromHeap(_ result: UnsafeMutablePointer<UInt>, _ alignment: UInt, _ size: UInt) -> Int32 {
    let outOfMemory: Int32 = 12
    guard let address = FreestandingHeap.allocate(size, alignment: alignment) else { return outOfMemory }
    unsafe result.pointee = address
    return 0
}

/// `free`.
@c(freeFromHeap)
public func freeFromHeap(_ address: UInt) {
    if address != 0 { FreestandingHeap.free(address) }
}
