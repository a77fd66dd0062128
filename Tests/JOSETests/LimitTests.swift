import ConstantTime
import JOSE
import TestSupport
import Testing

/// The numbers in the rules of JSON and of what is made of it, each with the last value that is allowed and the first
/// that is not.
@Suite("JOSE at its limits")
struct LimitTests {
    @Test("the limits that hold unless others are given")
    func defaults() throws {
        let limits = JSONLimits.default
        #expect(limits.maximumByteCount == 1_048_576)
        #expect(limits.maximumDepth == 64 && JSONLimits.deepest == 256)
        #expect(limits.maximumValueCount == 65_536)
        #expect(JWS.defaultMaximumSize == 65_536)
        func numbers(_ count: Int) -> String {
            "[" + Array(repeating: "1", count: count).joined(separator: ",") + "]"
        }
        #expect(try JSONValue(parsing: numbers(65_535)).arrayValue?.count == 65_535)
        #expect(throws: JSONError(.tooManyValues, offset: 131_071)) {
            try JSONValue(parsing: numbers(65_536))
        }
    }

    @Test("a key or a set of keys of just the largest size is read, from text, bytes and secret bytes")
    func keySizes() throws {
        let key = try Vectors.value("rfc/rfc7515-a2.json", "jwkPublic").serialized()
        let text = String(decoding: key, as: UTF8.self)
        let set = "{\"keys\":[\(text)]}"
        for (excess, limits) in [
            (0, JSONLimits(maximumByteCount: key.count)), (1, JSONLimits(maximumByteCount: key.count - 1)),
        ] {
            let error = JWKError.json(JSONError(.tooLarge, offset: key.count - 1))
            for read in [
                { _ = try JWK(parsing: key, limits: limits) }, { _ = try JWK(parsing: text, limits: limits) },
                { _ = try JWK(parsing: SecretBytes(copying: key), limits: limits) },
            ] as [() throws -> Void] {
                if excess == 0 {
                    #expect(throws: Never.self) { try read() }
                } else {
                    #expect(throws: error) { try read() }
                }
            }
        }
        let limits = JSONLimits(maximumByteCount: set.utf8.count)
        #expect(try JWKSet(parsing: set, limits: limits).keys.count == 1)
        #expect(try JWKSet(parsing: Array(set.utf8), limits: limits).keys.count == 1)
        let smaller = JSONLimits(maximumByteCount: set.utf8.count - 1)
        let error = JWKError.json(JSONError(.tooLarge, offset: set.utf8.count - 1))
        #expect(throws: error) { try JWKSet(parsing: set, limits: smaller) }
        #expect(throws: error) { try JWKSet(parsing: Array(set.utf8), limits: smaller) }
    }

    @Test("times at the end of the range, with fractions, are the second after, or the last one")
    func lastTimes() throws {
        for (expiration, now) in [
            ("9223372036854775806.5", .max - 1), ("9223372036854775807", .max - 1),
            ("9223372036854775807.5", .max - 1), ("1e30", .max - 1), ("9223372036854775805.5", .max - 2),
        ] as [(String, Int64)] {
            let claims = JWTClaims(["exp": .number(try #require(JSONNumber(expiration)))])
            #expect(throws: Never.self) { try JWTPolicy(leeway: 0, now: now).check(claims) }
            let end = now == .max - 2 ? Int64.max - 1 : .max
            #expect(throws: JWTError.expired(at: end, now: end)) {
                try JWTPolicy(leeway: 0, now: end).check(claims)
            }
        }
    }

    @Test("a text in an error message is cut after 80 characters")
    func quotation() {
        func message(_ count: Int) -> String {
            JWSError.algorithmRefused(String(repeating: "x", count: count)).description
        }
        let longest = String(repeating: "x", count: 80)
        #expect(message(79) == "the algorithm (alg) is \"\(longest.dropLast())\"; only \"RS256\" is accepted")
        #expect(message(80) == "the algorithm (alg) is \"\(longest)\"; only \"RS256\" is accepted")
        #expect(message(81) == "the algorithm (alg) is \"\(longest)\"…; only \"RS256\" is accepted")
    }

    @Test(
        "which halves of surrogate pairs make a character", arguments: [0xd7, 0xd8, 0xdb, 0xdc, 0xdf, 0xe0])
    func surrogates(first: Int) throws {
        for low in ["00", "ff"] {
            let high = hexadecimal([UInt8(first)]) + low
            for second in ["dbff", "dc00", "dfff", "e000"] {
                let text = "\"\\u\(high)\\u\(second)\""
                let isHigh = (0xd800...0xdbff).contains(try #require(Int(high, radix: 16)))
                let isLow = (0xdc00...0xdfff).contains(try #require(Int(second, radix: 16)))
                let isSurrogate = (0xd800...0xdfff).contains(try #require(Int(high, radix: 16)))
                if isHigh && isLow {
                    let value =
                        0x10000 + (try #require(Int(high, radix: 16)) - 0xd800) << 10
                        + (try #require(Int(second, radix: 16)) - 0xdc00)
                    let scalar = try #require(Unicode.Scalar(UInt32(value)))
                    #expect(try JSONValue(parsing: text) == .string(String(Character(scalar))))
                } else if isSurrogate {
                    #expect(throws: JSONError(.loneSurrogate, offset: 1)) { try JSONValue(parsing: text) }
                } else if second == "e000" {
                    #expect(throws: Never.self) { try JSONValue(parsing: text) }
                } else {
                    #expect(throws: JSONError(.loneSurrogate, offset: 7)) { try JSONValue(parsing: text) }
                }
            }
        }
    }

    @Test("escapes of every value below U+10000 in both cases of the digits")
    func escapes() throws {
        for value in UInt16.min...UInt16.max {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let digits = hexadecimal([UInt8(value >> 8), UInt8(value & 0xff)])
            let isRead = try JSONValue(parsing: "\"\\u\(digits)\"") == .string(String(Character(scalar)))
            let isReadInUpperCase =
                try JSONValue(parsing: "\"\\u\(digits.uppercased())\"") == .string(String(Character(scalar)))
            if !isRead || !isReadInUpperCase { Issue.record("U+\(digits) is read as another character") }
        }
    }

    @Test(
        "what is written in ASCII is an escape in lower case, and is read back",
        arguments: [0x7e, 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff])
    func written(value: UInt32) throws {
        let string = String(Character(try #require(Unicode.Scalar(value))))
        let expected =
            value < 0x7f
            ? string
            : string.utf16.map { "\\u" + hexadecimal([UInt8($0 >> 8), UInt8($0 & 0xff)]) }.joined()
        let written = JSONValue.string(string).serialized(.compactASCII)
        #expect(String(decoding: written, as: UTF8.self) == "\"\(expected)\"")
        #expect(try JSONValue(parsing: written) == .string(string))
    }
}
