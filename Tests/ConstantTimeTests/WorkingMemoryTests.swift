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
}
