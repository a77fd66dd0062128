extension PEMText {
    /// What a text without any block seems to be: the explanation for the user.
    func whatItIsInstead() -> CredentialError.Kind {
        if layout.allSatisfy({ $0.isWhiteSpace }) { return .empty }
        if hasTypographicDashes { return .typographicDashes }
        // Other formats show in the first words; names and quotation marks may precede them.
        for start in 0..<min(layout.count, 256) where start == 0 || layout[start - 1] != Self.digit {
            if has("ssh-rsa AAAA", at: start) { return .openSSHPublicKey }
            if has("PuTTY-User-Key-File", at: start) { return .puttyKey }
            // base64 of "-----BEGIN".
            if has("LS0tLS1CRUdJTi", at: start) { return .base64OfPEM }
        }
        return isBareBase64 ? .boundariesMissing : .noBlock
    }

    /// Whether there is any of U+2010...U+2015, the dashes that word processors make of hyphens.
    private var hasTypographicDashes: Bool {
        layout.indices.dropLast(2).contains { i in
            layout[i] == 0xe2 && layout[i + 1] == 0x80 && (0x90...0x95).contains(layout[i + 2])
        }
    }

    /// Whether the text is base64 characters and white space, and enough for a key's smallest part.
    private var isBareBase64: Bool {
        layout.count >= 64
            && layout.allSatisfy { $0 == Self.digit || $0 == UInt8(ascii: "=") || $0.isWhiteSpace }
    }
}
