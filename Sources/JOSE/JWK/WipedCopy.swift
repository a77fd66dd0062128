import ConstantTime

// For a secret that has to be an array for a while. The array must be the only one with its storage when it is
// wiped, or the zeros would go to a copy: so it is made here, and `body` must not keep it.

/// Calls `body` with the bytes of `text`, which are wiped afterwards.
func withWipedCopy<R, E: Error>(of text: String, _ body: ([UInt8]) throws(E) -> R) throws(E) -> R {
    var copy = [UInt8](text.utf8)
    defer { unsafe copy.withUnsafeMutableBytes { unsafe wipe($0) } }
    return try body(copy)
}

/// Calls `body` with a copy of `secret`, which is wiped afterwards.
func withWipedCopy<R, E: Error>(of secret: SecretBytes, _ body: ([UInt8]) throws(E) -> R) throws(E) -> R {
    var copy = secret.copied()
    defer { unsafe copy.withUnsafeMutableBytes { unsafe wipe($0) } }
    return try body(copy)
}
