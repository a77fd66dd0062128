import ConstantTime

/// How a text divides into characters that carry bits and padding.
struct Base64Layout {
    /// The characters before the padding.
    let digitCount: Int

    /// The `=` characters at the end of the text: 0, 1 or 2.
    let paddingCount: Int

    /// The layout of `text`: at most two `=` characters at its end are padding. Where they are is the text's
    /// layout, as public as its length.
    init(of text: UnsafeRawBufferPointer) {
        var count = 0
        while count < 2, count < text.count,
            unsafe Choice.isEqual(UInt(text[text.count &- 1 &- count]), UInt(UInt8(ascii: "=")))
                .revealed(as: .textLayout)
        {
            count += 1
        }
        paddingCount = count
        digitCount = text.count - count
    }

    /// The number of characters in the last, incomplete group of four; 0 when there is none.
    var remainder: Int { digitCount % 4 }

    /// How many whole bytes the digits hold.
    var decodedCount: Int { digitCount / 4 * 3 + remainder * 3 / 4 }

    /// How many `=` characters complete the last group.
    var wantedPadding: Int { (4 - remainder) % 4 }

    /// Whether the number of characters is one that an encoder produces.
    func isComplete(padding: Bool) -> Bool {
        remainder != 1 && paddingCount == (padding ? wantedPadding : 0)
    }
}
