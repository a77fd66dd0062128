/// Copies a secret, a word at a time through the general registers.
///
/// The system's `memcpy` takes up to half a kilobyte of it into vector registers and leaves it there. The dynamic linker
/// saves those on the stack, where nobody wipes them, when a function is called for the first time (`.ci/secrets` found d and
/// the text of a key there). The optimiser, which makes `memcpy` of a loop of copies, does not look into `opaque`.
///
/// - Precondition: `target` is not shorter than `source`, and they do not overlap.
/// - Complexity: linear, about two nanoseconds a word.
@inline(never)
public func copySecret(_ source: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer) {
    precondition(source.count <= target.count, "the target is too short")
    guard let from = source.baseAddress, let to = target.baseAddress else { return }
    let size = MemoryLayout<UInt>.size
    var position = 0
    // Both buffers have the bytes that are read and written.
    while position &+ size <= source.count {
        let word = unsafe from.loadUnaligned(fromByteOffset: position, as: UInt.self)
        unsafe to.storeBytes(of: opaque(word), toByteOffset: position, as: UInt.self)
        position &+= size
    }
    while position < source.count {
        let byte = unsafe opaque(UInt(from.load(fromByteOffset: position, as: UInt8.self)))
        unsafe to.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: position, as: UInt8.self)
        position &+= 1
    }
}
