/// Words that the user typed, as far as an error message may repeat them. A long one may be a key or a token that landed in
/// the wrong place, and error messages are kept in logs.
enum Excerpt {
    /// `word`, or its beginning if it has more than `limit` characters.
    static func text(_ word: String, limit: Int) -> String {
        let scalars = word.unicodeScalars
        return scalars.count > limit ? String(scalars.prefix(12)) + "…" : word
    }

    /// The name of a file or of a variable that does not exist. JSON is not repeated at all, it may be a JWK.
    static func name(_ name: String) -> String {
        isJSON(name) ? "{…}" : text(name, limit: longestName)
    }

    /// What to do if the name that does not exist is a key.
    static func hints(_ name: String) -> [String] {
        isJSON(name) || name.unicodeScalars.count > longestName ? [keyHint] : []
    }

    /// Whoever sees this message has given a key instead of saying where it is.
    static let keyHint =
        "a private key does not belong on the command line, which other users can see: name its file with --key FILE, or the "
        + "environment variable that holds it with --key-env NAME"

    /// Longer names of what does not exist are cut. The base64 of a key is longer.
    private static let longestName = 128

    private static func isJSON(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "{")) }
}
