#if canImport(Glibc)
    import Glibc
#endif
import FuzzProperties

/// The target that the environment variable FUZZ_TARGET names; nil if it names none.
private let target: FuzzTarget? = {
    let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) }
    return (FuzzTarget.all + FuzzTarget.controls).first { $0.name == name }
}()

/// What libFuzzer calls first. Without a target the program says which there are.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<CInt>?,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    if target == nil {
        for target in FuzzTarget.all { print("target", target.name, target.maximumLength) }
        for target in FuzzTarget.controls { print("control", target.name, target.maximumLength) }
        exit(0)
    }
    return 0
}

/// What libFuzzer calls with each input. A broken rule ends the program, which libFuzzer takes for a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer keeps the bytes until the return; they are copied here.
    let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    do throws(Violation) {
        try target?.check(input)
    } catch {
        print("violation:", error)
        fflush(nil)
        abort()
    }
    return 0
}
