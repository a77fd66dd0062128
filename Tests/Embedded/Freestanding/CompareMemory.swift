/// The C library's `memcmp`, which the Swift standard library uses to compare strings.
@c(memcmp)
public func compareMemory(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: UInt) -> Int32 {
    for index in 0..<Int(count) where unsafe a[index] != b[index] {
        return unsafe Int32(a[index]) - Int32(b[index])
    }
    return 0
}
