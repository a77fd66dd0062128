import Glibc

/// The parts of this process's memory that can be written: heap, stacks, variables.
struct MemoryMap {
    let parts: [(range: Range<UInt>, name: String)]

    var byteCount: Int { parts.reduce(0) { $0 + $1.range.count } }

    /// What /proc/self/maps says, of which a line is `start-end rw-p offset device inode name`.
    static func writable() -> MemoryMap {
        let lines = String(decoding: ownBytes("/proc/self/maps"), as: UTF8.self).split(separator: "\n")
        return MemoryMap(
            parts: lines.compactMap { line in
                let fields = line.split(separator: " ", omittingEmptySubsequences: true)
                let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                guard fields[1].hasPrefix("rw"), ends.count == 2 else { return nil }
                return (ends[0]..<ends[1], fields.count > 5 ? String(fields[5]) : "memory without a name")
            })
    }
}

/// The content of a file, in an array of its own and nowhere else: no buffer of the C library has held it.
func ownBytes(_ path: String) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { fatalError("\(path) cannot be read") }
    defer { close(file) }
    // The array is filled by `read` as far as `count` says.
    return unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        while count < buffer.count {
            let more = unsafe read(file, buffer.baseAddress.unsafelyUnwrapped + count, buffer.count - count)
            guard more > 0 else { break }
            count += more
        }
    }
}
