/// What is looked for: pieces of 16 bytes, each disguised by exclusive or with one mask, so that a search does not find
/// what it looks for in itself.
struct Needles {
    private let mask: (UInt64, UInt64)
    private var names: [String] = []
    /// The disguised pieces by the low bits of a hash of their first half, and what each is a piece of.
    private var table: [[(first: UInt64, second: UInt64, kind: Int)]]
    private(set) var count = 0

    private static let tableBits: UInt64 = 16

    /// A file with lines `mask HEX` and then `NAME HEX` for each piece, hexadecimal digits of 16 bytes.
    init?(bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { $0.split(separator: UInt8(ascii: " ")) }
        guard let first = lines.first, first.count == 2 else { return nil }
        mask = Self.words(first[1])
        table = Array(repeating: [], count: 1 << Int(Self.tableBits))
        for line in lines.dropFirst() {
            let name = String(decoding: line[0], as: UTF8.self)
            if names.last != name { names.append(name) }
            let words = Self.words(line[1])
            table[Self.slot(words.0)].append((words.0, words.1, names.count - 1))
            count += 1
        }
    }

    /// Where in the memory of this process there are needles.
    func search() -> [(kind: String, place: String)] {
        var found: [(kind: String, place: String)] = []
        var isOccupied = table.map { !$0.isEmpty }
        for (range, name) in MemoryMap.writable().parts {
            // The memory is mapped, and this is the only thread.
            guard let start = unsafe UnsafeRawPointer(bitPattern: range.lowerBound) else { continue }
            unsafe isOccupied.withUnsafeMutableBufferPointer { isOccupied in
                for offset in 0..<range.count - 15 {
                    let first = unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ mask.0
                    let slot = Self.slot(first)
                    guard unsafe isOccupied[slot] else { continue }
                    let second =
                        unsafe start.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self) ^ mask.1
                    for needle in table[slot] where needle.first == first && needle.second == second {
                        found.append((names[needle.kind], "\(name) at +\(offset) of \(range.count)"))
                    }
                }
            }
        }
        return found
    }

    @inline(__always)
    private static func slot(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &* 0x9e37_79b9_7f4a_7c15) &>> (64 &- tableBits))
    }

    /// Sixteen bytes from their digits, as two words in the order of this machine.
    private static func words(_ digits: ArraySlice<UInt8>) -> (UInt64, UInt64) {
        let text = String(decoding: digits, as: UTF8.self)
        return (
            (UInt64(text.prefix(16), radix: 16) ?? 0).byteSwapped,
            (UInt64(text.suffix(16), radix: 16) ?? 0).byteSwapped
        )
    }
}
