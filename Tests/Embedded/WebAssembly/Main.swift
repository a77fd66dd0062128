/// The checks as one function for the program that loads the module.
///
/// - Parameters:
///   - heapStart: address of memory that nothing else uses.
///   - heapEnd: address of the first byte behind it.
/// - Returns: 0 when all checks passed.
@c(runChecks)
public func runChecks(heapStart: UInt, heapEnd: UInt) -> Int32 {
    FreestandingHeap.begin(at: heapStart, end: heapEnd)
    return Checks.allPass() ? 0 : 1
}
