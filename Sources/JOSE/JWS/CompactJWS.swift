import Base64Coding

/// A token taken apart, with nothing verified (RFC 7515 section 7.1).
struct CompactJWS {
    let header: JOSEHeader
    let payload: [UInt8]
    let signature: [UInt8]

    /// What is signed: the first two parts with the dot between them, as they were sent.
    let signingInput: [UInt8]

    /// Takes a token apart. Whether it asks for RS256 is not looked at.
    ///
    /// - Parameter maximumSize: in bytes; larger tokens are refused before anything else.
    init(_ token: String, maximumSize: Int) throws(JWSError) {
        guard token.utf8.count <= maximumSize else { throw .tooLarge(limit: maximumSize) }
        let bytes = Array(token.utf8)
        let dot = UInt8(ascii: ".")
        let partCount = bytes.reduce(1) { $1 == dot ? $0 + 1 : $0 }
        guard partCount == 3, let first = bytes.firstIndex(of: dot), let second = bytes.lastIndex(of: dot)
        else {
            throw .partCount(partCount)
        }
        let headerText = try Self.decode(.header, bytes, 0..<first)
        payload = try Self.decode(.payload, bytes, first + 1..<second)
        signature = try Self.decode(.signature, bytes, second + 1..<bytes.count)
        signingInput = Array(bytes[..<second])

        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: headerText, limits: JSONLimits(maximumByteCount: maximumSize))
        } catch {
            throw .header(error)
        }
        guard let object = value.objectValue else { throw .headerNotObject }
        header = JOSEHeader(object)
    }

    private static func decode(
        _ part: JWSPart, _ bytes: [UInt8], _ range: Range<Int>
    ) throws(JWSError) -> [UInt8] {
        do throws(Base64Error) {
            return try Base64URL.decode(Array(bytes[range]))
        } catch {
            throw .encoding(part, Base64Error(kind: error.kind, offset: range.lowerBound + error.offset))
        }
    }
}
