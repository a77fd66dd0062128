import ConstantTime

/// A text that is put together from secret and public pieces, without a copy that would not be wiped.
struct SecretText {
    private var pieces: [SecretSlice] = []

    /// Appends a piece that is no secret.
    mutating func append(_ bytes: [UInt8]) {
        pieces.append(SecretSlice(SecretBytes(copying: bytes)))
    }

    /// Appends a secret piece.
    mutating func append(_ secret: SecretSlice) {
        pieces.append(secret)
    }

    /// Appends all pieces of another text.
    mutating func append(_ text: SecretText) {
        pieces += text.pieces
    }

    /// The whole text.
    func joined() -> SecretBytes {
        let result = SecretBytes(count: pieces.reduce(0) { $0 + $1.count })
        // The pieces fill the buffer exactly, and no pointer leaves its closure.
        unsafe result.withMutableBytes { target in
            var position = 0
            for piece in pieces {
                unsafe piece.withBytes { bytes in
                    unsafe copySecret(bytes, to: UnsafeMutableRawBufferPointer(rebasing: target[position...]))
                }
                position += piece.count
            }
        }
        return result
    }
}
