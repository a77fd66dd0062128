// What the compiler calls for copying and clearing memory (Run-time ABI for the Arm Architecture, 4.3.4). Compiled
// without the passes that would turn these loops into calls to themselves.

/// Copies `count` bytes between ranges that do not overlap.
@c(__aeabi_memcpy)
public func copyForward(_ to: UnsafeMutablePointer<UInt8>, _ from: UnsafePointer<UInt8>, _ count: UInt) {
    var index = 0
    while index < Int(count) {
        unsafe to[index] = from[index]
        index += 1
    }
}

/// Copies `count` bytes between ranges that may overlap.
@c(__aeabi_memmove)
public func copyOverlapping(_ to: UnsafeMutablePointer<UInt8>, _ from: UnsafePointer<UInt8>, _ count: UInt) {
    if UInt(bitPattern: to) <= UInt(bitPattern: from) {
        unsafe copyForward(to, from, count)
        return
    }
    var index = Int(count)
    while index > 0 {
        index -= 1
        unsafe to[index] = from[index]
    }
}

/// Sets `count` bytes to the low byte of `byte`.
@c(__aeabi_memset)
public func fill(_ to: UnsafeMutablePointer<UInt8>, _ count: UInt, _ byte: Int32) {
    var index = 0
    while index < Int(count) {
        unsafe to[index] = UInt8(truncatingIfNeeded: byte)
        index += 1
    }
}

/// Sets `count` bytes to zero.
@c(__aeabi_memclr)
public func clear(_ to: UnsafeMutablePointer<UInt8>, _ count: UInt) {
    unsafe fill(to, count, 0)
}
