import Base64Coding
import ConstantTime

/// The rules for base64 and base64url: exactly the texts that an encoder makes are accepted, in every kind of memory.
struct Base64Properties: Sendable {
    let alphabet: [UInt8]
    let encode: @Sendable ([UInt8], _ padding: Bool) -> [UInt8]
    let decode: @Sendable ([UInt8], _ padding: Bool) throws(Base64Error) -> [UInt8]
    let decodeString: @Sendable (String, _ padding: Bool) throws(Base64Error) -> [UInt8]
    let decodeSecret: @Sendable (SecretSlice, _ padding: Bool) throws(Base64Error) -> SecretBytes

    static let standard = Base64Properties(
        alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8),
        encode: { Base64.encodeASCII($0, padding: $1) },
        decode: { (text, padding) throws(Base64Error) in try Base64.decode(text, padding: padding) },
        decodeString: { (text, padding) throws(Base64Error) in try Base64.decode(text, padding: padding) },
        decodeSecret: { (text, padding) throws(Base64Error) in try Base64.decode(text, padding: padding) })

    static let urlSafe = Base64Properties(
        alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8),
        encode: { Base64URL.encodeASCII($0, padding: $1) },
        decode: { (text, padding) throws(Base64Error) in try Base64URL.decode(text, padding: padding) },
        decodeString: { (text, padding) throws(Base64Error) in try Base64URL.decode(text, padding: padding) },
        decodeSecret: { (text, padding) throws(Base64Error) in try Base64URL.decode(text, padding: padding) })

    func check(_ input: [UInt8]) throws(Violation) {
        let padding = input.choice(of: 2) == 0
        let reference = ReferenceBase64(alphabet: alphabet, isPadded: padding)
        let text = encode(input, padding)
        try require(text == reference.encode(input), "the encoding is that of the reference")
        try require(result(text, padding) == .success(input), "an encoding is decoded again")
        try checkDecoding(input, padding, reference)
    }

    private func checkDecoding(
        _ text: [UInt8], _ padding: Bool, _ reference: ReferenceBase64
    ) throws(Violation) {
        let result = result(text, padding)
        switch result {
        case .success(let bytes):
            try require(reference.decode(text) == bytes, "what is accepted is decoded as by the reference")
            try require(encode(bytes, padding) == text, "what is accepted is encoded to the same text")
        case .failure(let error):
            try require(reference.decode(text) == nil, "what the reference accepts is accepted")
            try checkError(error, text)
        }
        let secret = Result { () throws(Base64Error) in
            try decodeSecret(SecretSlice(SecretBytes(copying: text)), padding).copied()
        }
        try require(secret == result, "a secret text is decoded like any other")
        if let string = String(validating: text, as: UTF8.self) {
            let decoded = Result { () throws(Base64Error) in try decodeString(string, padding) }
            try require(decoded == result, "a string is decoded like its bytes")
        }
    }

    /// The place of an error is the first that is wrong.
    private func checkError(_ error: Base64Error, _ text: [UInt8]) throws(Violation) {
        try require((0...text.count).contains(error.offset), "the offset of an error is in the text")
        let before = text[..<error.offset].drop { alphabet.contains($0) }
        try require(before.allSatisfy { $0 == UInt8(ascii: "=") }, "nothing is wrong before the error")
        switch error.kind {
        case .tooLarge: throw Violation("a short text is not too large")
        case .invalidCharacter, .whiteSpace, .otherAlphabet:
            try require(
                error.offset < text.count && !alphabet.contains(text[error.offset]),
                "a character that is refused is not in the alphabet")
        case .unexpectedPadding:
            try require(
                error.offset < text.count && text[error.offset] == UInt8(ascii: "="), "padding is an =")
        case .missingPadding, .incompleteGroup, .unusedBitsNotZero:
            break
        }
    }

    private func result(_ text: [UInt8], _ padding: Bool) -> Result<[UInt8], Base64Error> {
        Result { () throws(Base64Error) in try decode(text, padding) }
    }
}
