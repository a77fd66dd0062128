// Mistakes made on purpose, for the check of the disassembly to find, and two functions that make none.

/// Stops at the first difference.
public func plantedEarlyExit(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for i in 0..<count where unsafe a[i] != b[i] { return false }
    return true
}

/// Subtracts only where it is needed.
public func plantedConditionalSubtraction(_ a: UnsafeMutablePointer<UInt>, _ m: UnsafePointer<UInt>) {
    if unsafe a[0] >= m[0] {
        for i in 0..<4 { unsafe a[i] &-= m[i] }
    }
}

/// Divides a secret.
public func plantedDivision(_ a: UnsafeMutablePointer<UInt>, _ m: UInt) {
    unsafe a[0] = m == 0 ? 0 : a[0] / m
}

/// Reads a table at a secret index.
public func plantedTableLookup(_ a: UnsafeMutablePointer<UInt>, _ table: UnsafePointer<UInt>) {
    unsafe a[0] = table[Int(truncatingIfNeeded: a[0] & 31)]
}

/// Compares all bytes.
public func correctComparison(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> UInt8 {
    var difference: UInt8 = 0
    for i in 0..<count { unsafe difference |= a[i] ^ b[i] }
    return difference
}

/// Always subtracts.
public func correctSubtraction(_ a: UnsafeMutablePointer<UInt>, _ m: UnsafePointer<UInt>, _ mask: UInt) {
    for i in 0..<4 { unsafe a[i] &-= m[i] & mask }
}
