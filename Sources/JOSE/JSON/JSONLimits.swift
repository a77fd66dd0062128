/// What a JSON text may ask for before it is refused.
public struct JSONLimits: Sendable, Equatable {
    /// The size of the text, in bytes.
    public let maximumByteCount: Int

    /// How deeply arrays and objects may be nested: `[[]]` has depth 2. At most ``deepest``.
    public let maximumDepth: Int

    /// How many values there may be at all levels together, arrays and objects counted too.
    public let maximumValueCount: Int

    /// The depth that no limit exceeds: releasing and comparing nested values recurses, and threads can have small
    /// stacks.
    public static let deepest = 256

    /// One mebibyte, 64 levels, 65,536 values: far more than tokens, key sets and OAuth messages need.
    public static let `default` = JSONLimits()

    /// Limits of your own. A depth above ``deepest`` is lowered to it.
    public init(maximumByteCount: Int = 1 << 20, maximumDepth: Int = 64, maximumValueCount: Int = 1 << 16) {
        self.maximumByteCount = maximumByteCount
        self.maximumDepth = min(maximumDepth, Self.deepest)
        self.maximumValueCount = maximumValueCount
    }
}
