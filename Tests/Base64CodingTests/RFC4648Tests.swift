import Base64Coding
import Foundation
import TestSupport
import Testing

/// One row of Vectors/rfc/rfc4648-10.json.
struct RFC4648Vector: CustomTestStringConvertible {
    let bytes: [UInt8]
    let base64: String, base64URLPadded: String, base64URL: String

    var testDescription: String { base64 }

    init(_ row: [String: Any]) throws {
        bytes = TestSupport.bytes(hexadecimal: try #require(row["hex"] as? String))
        base64 = try #require(row["base64"] as? String)
        base64URLPadded = try #require(row["base64urlPadded"] as? String)
        base64URL = try #require(row["base64urlUnpadded"] as? String)
    }

    static let all: [RFC4648Vector] = {
        guard let file = try? VectorFile.json("rfc/rfc4648-10.json") as? [String: Any],
            let section10 = file["section10"] as? [[String: Any]],
            let section9 = file["section9"] as? [[String: Any]],
            let appendixC = file["rfc7515AppendixC"] as? [String: Any],
            let rows = try? (section10 + section9 + [appendixC]).map(RFC4648Vector.init)
        else { return [] }
        return rows
    }()
}

@Suite("The examples of RFC 4648 and RFC 7515 appendix C")
struct RFC4648Tests {
    @Test func countOfCases() {
        print("rfc/rfc4648-10.json: \(RFC4648Vector.all.count) cases")
        #expect(RFC4648Vector.all.count == 11)
    }

    @Test(arguments: RFC4648Vector.all)
    func encodes(_ vector: RFC4648Vector) {
        #expect(Base64.encode(vector.bytes) == vector.base64)
        #expect(Base64URL.encode(vector.bytes) == vector.base64URL)
        #expect(Base64URL.encode(vector.bytes, padding: true) == vector.base64URLPadded)
        #expect(Base64.encodeASCII(vector.bytes) == [UInt8](vector.base64.utf8))
        #expect(Base64URL.encodeASCII(vector.bytes) == [UInt8](vector.base64URL.utf8))
    }

    @Test(arguments: RFC4648Vector.all)
    func decodes(_ vector: RFC4648Vector) throws {
        #expect(try Base64.decode(vector.base64) == vector.bytes)
        #expect(try Base64URL.decode(vector.base64URL) == vector.bytes)
        #expect(try Base64URL.decode(vector.base64URLPadded, padding: true) == vector.bytes)
        #expect(try Base64.decode([UInt8](vector.base64.utf8)) == vector.bytes)
        #expect(try Base64URL.decode([UInt8](vector.base64URL.utf8)) == vector.bytes)
    }
}
