public import ConstantTime

/// A cursor over DER (X.690): reads one element after the other and enforces the rules on the way.
///
///     var outer = DERReader(bytes)
///     var key = try outer.readSequence()
///     let modulus = try key.readUnsignedInteger()
///     let exponent = try key.readUnsignedInteger()
///     try key.finish()
///     try outer.finish()
///
/// A read either succeeds and moves the cursor behind the element, or throws and leaves it where it was.
///
/// The bytes may be a private key. Tags and lengths steer the reading and are revealed as the layout of an
/// encoding; the content is handed on as slices, without a copy, and is looked at only as far as a rule demands.
public struct DERReader: Sendable {
    /// The elements to read.
    let input: SecretSlice

    /// Where the next element starts in `input`.
    private(set) var position = 0

    /// How many elements are around this one.
    private let depth: Int

    /// Whether there is more to read than is read; then `input` is empty.
    private let isTooLarge: Bool

    /// How deeply elements may be nested. A certificate's public key is three deep; sixteen is generous.
    public static let maximumDepth = 16

    /// The largest array that is read, in bytes: 16 MiB, a thousand times what a key or a certificate takes.
    public static let maximumByteCount = 1 << 24

    /// A reader of the elements in `slice`.
    public init(_ slice: SecretSlice) {
        self.init(slice, depth: 0)
    }

    /// A reader of the elements in a copy of `bytes`.
    ///
    /// Of an array above ``maximumByteCount`` there is no copy, and every read throws.
    public init(_ bytes: [UInt8]) {
        let isTooLarge = bytes.count > Self.maximumByteCount
        self.init(
            SecretSlice(SecretBytes(copying: isTooLarge ? [] : bytes)), depth: 0, isTooLarge: isTooLarge)
    }

    private init(_ slice: SecretSlice, depth: Int, isTooLarge: Bool = false) {
        input = slice
        self.depth = depth
        self.isTooLarge = isTooLarge
    }

    /// Where the next element starts, in bytes from the start of the outermost input.
    public var offset: Int { input.start &+ position }

    /// Whether nothing is left.
    public var isAtEnd: Bool { position == input.count && !isTooLarge }

    /// The tag of the next element; nil at the end, and where the input is too large.
    public var nextTag: DERTag? {
        position == input.count ? nil : DERTag(rawValue: revealed(input[position], as: .encodingLayout))
    }

    /// Checks that nothing is left.
    ///
    /// - Throws: ``DERError/Kind/trailingBytes``, or ``DERError/Kind/inputTooLarge``.
    public func finish() throws(DERError) {
        guard isAtEnd else { throw DERError(isTooLarge ? .inputTooLarge : .trailingBytes, offset: offset) }
    }

    /// The error where an element should be and nothing is.
    private var noElement: DERError {
        DERError(isTooLarge ? .inputTooLarge : .missingElement, offset: offset)
    }
}

// MARK: - Elements

/// An element: its tag, and its content.
public struct DERElement: Sendable {
    /// The tag.
    public let tag: DERTag

    /// The content.
    public let content: SecretSlice
}

extension DERReader {
    /// Reads the next element, whatever its tag.
    ///
    /// The content of constructed elements is not looked at.
    public mutating func readElement() throws(DERError) -> DERElement {
        guard let tag = nextTag else { throw noElement }
        guard tag.rawValue & 0x1f != 0x1f else { throw DERError(.longTag, offset: offset) }
        let (start, count) = try contentRange()
        let content = input[start..<start &+ count]
        position = start &+ count
        return DERElement(tag: tag, content: content)
    }

    /// Reads the next element, which must have this tag.
    public mutating func readElement(_ tag: DERTag) throws(DERError) -> SecretSlice {
        guard let next = nextTag else { throw noElement }
        guard next == tag else { throw DERError(.unexpectedTag(expected: tag, found: next), offset: offset) }
        return try readElement().content
    }

    /// Reads the next element if it has this tag; nil, and nothing read, if it has another or there is none.
    public mutating func readOptionalElement(_ tag: DERTag) throws(DERError) -> SecretSlice? {
        nextTag == tag ? try readElement(tag) : nil
    }

    /// Reads a constructed element; the result reads what is inside.
    public mutating func readConstructed(_ tag: DERTag) throws(DERError) -> DERReader {
        guard depth < Self.maximumDepth else { throw DERError(.tooDeep, offset: offset) }
        return DERReader(try readElement(tag), depth: depth &+ 1)
    }

    /// Reads a SEQUENCE; the result reads what is inside.
    public mutating func readSequence() throws(DERError) -> DERReader {
        try readConstructed(.sequence)
    }

    /// Reads `[number] EXPLICIT`; the result reads what is inside.
    ///
    /// - Precondition: `number` is less than 31.
    public mutating func readExplicit(_ number: UInt8) throws(DERError) -> DERReader {
        try readConstructed(.constructed(number))
    }

    /// Reads all elements that are left, and what is in those that are constructed, and makes nothing of them.
    ///
    /// - Throws: ``DERError`` if they are not elements all the way down.
    public mutating func skipElements() throws(DERError) {
        while let tag = nextTag {
            if tag.isConstructed {
                var inner = try readConstructed(tag)
                try inner.skipElements()
            } else {
                _ = try readElement()
            }
        }
        try finish()
    }

    /// Where the content of the next element starts in `input`, and how long it is (X.690 sections 8.1.3 and 10.1).
    private func contentRange() throws(DERError) -> (start: Int, count: Int) {
        let lengthPosition = position &+ 1
        let first = try layoutByte(at: lengthPosition)
        var start = lengthPosition &+ 1
        var count = Int(first)
        if first >= 0x80 {
            let byteCount = Int(first & 0x7f)
            guard byteCount != 0 else { throw lengthError(.indefiniteLength) }
            // Four bytes are enough for everything below 2^31, and Int has no more on some machines.
            guard byteCount <= 4 else { throw lengthError(.lengthTooLarge) }
            count = 0
            for i in 0..<byteCount {
                let byte = try layoutByte(at: start &+ i)
                guard i > 0 || byte != 0 else { throw lengthError(.nonMinimalLength) }
                guard count < 1 << 23 else { throw lengthError(.lengthTooLarge) }
                count = count &<< 8 | Int(byte)
            }
            guard count >= 0x80 else { throw lengthError(.nonMinimalLength) }
            start &+= byteCount
        }
        guard count <= input.count &- start else { throw DERError(.truncated, offset: offset) }
        return (start, count)
    }

    private func layoutByte(at index: Int) throws(DERError) -> UInt8 {
        guard index < input.count else { throw DERError(.truncated, offset: offset) }
        return revealed(input[index], as: .encodingLayout)
    }

    private func lengthError(_ kind: DERError.Kind) -> DERError {
        DERError(kind, offset: offset &+ 1)
    }
}
