extension String {
    /// The text in quotation marks for an error message: what someone else wrote, so without anything that a
    /// terminal acts on, and cut after 80 characters.
    var quoted: String {
        let scalars = unicodeScalars.prefix(80)
        var writer = JSONWriter(style: .compactASCII)
        writer.appendQuoted(String(String.UnicodeScalarView(scalars)))
        let isCut = unicodeScalars.dropFirst(80).first != nil
        return String(decoding: writer.bytes, as: UTF8.self) + (isCut ? "…" : "")
    }
}
