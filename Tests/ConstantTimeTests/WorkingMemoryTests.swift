import ConstantTime
import Testing

@Suite("Working memory")
struct WorkingMemoryTests {
    @Test(
        "has as many bytes as asked for, zeros at first, whether on the stack or on the heap",
        arguments: [0, 1, 4095, 4096, 4097, 16384, 16385, 32768, 32769, 100_000])
    func sizes(byteCount: Int) {
        let sum = unsafe withWorkingMemory(byteCount: byteCount) { memory in
            #expect(memory.count == byteCount)
            #expect(unsafe memory.allSatisfy { $0 == 0 })
            for i in 0..<memory.count { unsafe memory[i] = UInt8(truncatingIfNeeded: i) }
            return unsafe memory.reduce(0) { $0 + Int($1) }
        }
        #expect(sum == (0..<byteCount).reduce(0) { $0 + $1 % 256 })
    }

    @Test(
        "up to 32 KiB are on the stack, so that a signature allocates nothing but its result",
        arguments: [
            (1, true), (4096, true), (4097, true), (16384, true), (16385, true), (32768, true),
            (32769, false), (100_000, false),
        ])
    func place(byteCount: Int, isOnStack: Bool) {
        var local: UInt8 = 0
        let here = unsafe withUnsafePointer(to: &local) { UInt(bitPattern: $0) }
        let there = unsafe withWorkingMemory(byteCount: byteCount) { UInt(bitPattern: $0.baseAddress) }
        let distance = max(here, there) - min(here, there)
        #expect((distance < 1 << 18) == isOnStack)
    }
}
