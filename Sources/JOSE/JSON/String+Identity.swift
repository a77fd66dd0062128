extension String {
    /// Whether both strings are the same code points (RFC 8259 section 8.3, RFC 7519 section 2: StringOrURI).
    ///
    /// The operator `==` also takes an é that is one code point for one that is two. For names and identifiers
    /// that have been signed this would be a confusion.
    func isIdentical(to other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}
