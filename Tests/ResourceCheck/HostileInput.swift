import ConstantTime

/// An input that asks for too much, and the reader that must refuse it.
struct HostileInput: Sendable {
    /// The name in the table.
    let name: String

    /// Makes the input: how large it is, in bytes, and how it is given to the reader, which throws.
    let prepare: @Sendable () -> (byteCount: Int, read: () throws -> Void)

    /// An input of bytes.
    init(
        _ name: String, _ bytes: @escaping @Sendable @autoclosure () -> [UInt8],
        _ read: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        self.name = name
        prepare = {
            let bytes = bytes()
            return (bytes.count, { try read(bytes) })
        }
    }

    /// The same bytes in a buffer for secrets.
    init(
        secret name: String, _ bytes: @escaping @Sendable @autoclosure () -> [UInt8],
        _ read: @escaping @Sendable (SecretBytes) throws -> Void
    ) {
        self.name = name
        prepare = {
            let secret = SecretBytes(copying: bytes())
            return (secret.count, { try read(secret) })
        }
    }

    /// The same bytes as a string.
    init(
        text name: String, _ bytes: @escaping @Sendable @autoclosure () -> [UInt8],
        _ read: @escaping @Sendable (String) throws -> Void
    ) {
        self.name = name
        prepare = {
            let text = String(decoding: bytes(), as: UTF8.self)
            return (text.utf8.count, { try read(text) })
        }
    }
}

/// Why an input is refused where the reader returns something that says so instead of throwing.
struct Refusal: Error {}

/// Throws if `condition` holds: the reader has refused.
func refuse(if condition: Bool) throws {
    if condition { throw Refusal() }
}

/// 100 MB, or `count` bytes: `start`, as many of `filling` as fit, and `end`.
func bytes(
    _ count: Int = 100_000_000, from start: String = "", filling: Character, _ end: String = ""
) -> [UInt8] {
    var bytes = [UInt8](repeating: filling.asciiValue ?? 0, count: count)
    bytes.replaceSubrange(0..<start.utf8.count, with: start.utf8)
    bytes.replaceSubrange(count - end.utf8.count..<count, with: end.utf8)
    return bytes
}

/// `count` times `text` between `start` and `end`.
func bytes(_ count: Int, times text: String, from start: String = "", _ end: String = "") -> [UInt8] {
    Array((start + String(repeating: text, count: count) + end).utf8)
}
