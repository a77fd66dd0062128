/// What is signed: 300 bytes, the length of a client assertion's header and payload in base64url.
enum Message {
    /// One message.
    static let bytes = [UInt8](repeating: UInt8(ascii: "e"), count: 300)

    /// Messages that differ from each other.
    static func different(_ count: Int) -> [[UInt8]] {
        (0..<count).map { [UInt8(truncatingIfNeeded: $0)] + bytes.dropFirst() }
    }
}
