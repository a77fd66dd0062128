import ConstantTime

/// The members of one key as they are written, the secret ones apart from the others.
///
/// A secret string goes from the text straight into memory that is wiped; no `String` is ever made of it.
struct JWKMembers {
    /// The members that are no secret, in their order.
    private(set) var open = JSONObject()

    /// The secret members: the bytes between the quotation marks, or nil if the value is no string.
    private(set) var secrets: [(name: String, content: SecretBytes?)] = []

    /// What is secret in a key of any type (RFC 7518 sections 6.2.2, 6.3.2 and 6.4), and in a set of keys that was taken for
    /// a key.
    private static let secretNames = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "keys"]

    /// Reads the members of an object whose opening bracket was just read.
    init(reading reader: inout JSONReader) throws(JSONError) {
        var names = JSONNames()
        var members: [(name: String, value: JSONValue)] = []
        while case .name(let token) = try reader.tokenizer.next() {
            let name = reader.tokenizer.text(of: token)
            names.append(name, offset: token.content.lowerBound - 1)
            let first = try reader.tokenizer.next()
            if !Self.secretNames.contains(where: { $0.isIdentical(to: name) }) {
                members.append((name, try reader.readValue(startingWith: first)))
            } else if case .string(let string) = first {
                secrets.append((name, Self.copy(string.content, of: reader.tokenizer.bytes)))
            } else {
                try reader.skipValue(startingWith: first)
                secrets.append((name, nil))
            }
        }
        try names.checkUnique()
        open = JSONObject(unique: members)
    }

    private static func copy(_ range: Range<Int>, of bytes: [UInt8]) -> SecretBytes {
        // The pointer does not leave the closure.
        unsafe bytes.withUnsafeBytes {
            unsafe SecretBytes(copying: UnsafeRawBufferPointer(rebasing: $0[range]))
        }
    }
}
