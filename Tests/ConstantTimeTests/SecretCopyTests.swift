import ConstantTime
import Testing

@Suite("copySecret")
struct SecretCopyTests {
    @Test("copies all bytes and writes no others, wherever source and target begin", arguments: 0..<26)
    func copies(count: Int) {
        for (from, to) in [(0, 0), (1, 0), (0, 3), (5, 2)] {
            let source = (0..<64).map { UInt8($0) + 100 }
            var target = [UInt8](repeating: 0, count: 64)
            unsafe source.withUnsafeBytes { source in
                unsafe target.withUnsafeMutableBytes { target in
                    unsafe copySecret(
                        UnsafeRawBufferPointer(rebasing: source[from..<from + count]),
                        to: UnsafeMutableRawBufferPointer(rebasing: target[to...]))
                }
            }
            var expected = [UInt8](repeating: 0, count: 64)
            expected.replaceSubrange(to..<to + count, with: source[from..<from + count])
            #expect(target == expected, "from \(from) to \(to)")
        }
    }
}
