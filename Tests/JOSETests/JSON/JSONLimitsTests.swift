import JOSE
import Testing

@Suite("JSONLimits")
struct JSONLimitsTests {
    private func nested(_ depth: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: "["), count: depth)
            + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }

    private func nestedObjects(_ depth: Int) -> [UInt8] {
        Array(String(repeating: "{\"a\":", count: depth).utf8) + [UInt8(ascii: "0")]
            + [UInt8](repeating: UInt8(ascii: "}"), count: depth)
    }

    @Test("the depth of the default limits is reached, and not exceeded")
    func depth() throws {
        let value = try JSONValue(parsing: nested(64))
        #expect(value.serialized() == nested(64))
        #expect(throws: JSONError(.tooDeep, offset: 64)) { try JSONValue(parsing: nested(65)) }
        let object = try JSONValue(parsing: nestedObjects(64))
        #expect(object.serialized() == nestedObjects(64))
        #expect(throws: JSONError(.tooDeep, offset: 320)) { try JSONValue(parsing: nestedObjects(65)) }
    }

    @Test("no limit allows more than the deepest level")
    func deepest() throws {
        let limits = JSONLimits(maximumDepth: 1_000_000)
        #expect(limits.maximumDepth == 256)
        let value = try JSONValue(parsing: nested(256), limits: limits)
        #expect(try value == JSONValue(parsing: value.serialized(), limits: limits))
        #expect(throws: JSONError(.tooDeep, offset: 256)) {
            try JSONValue(parsing: nested(257), limits: limits)
        }
        #expect(throws: JSONError(.tooDeep, offset: 256)) {
            try JSONValue(parsing: nested(100_000), limits: limits)
        }
    }

    @Test("depth 0 takes scalars only")
    func depthZero() throws {
        let limits = JSONLimits(maximumDepth: 0)
        #expect(try JSONValue(parsing: "1", limits: limits) == 1)
        #expect(throws: JSONError(.tooDeep, offset: 0)) { try JSONValue(parsing: "[]", limits: limits) }
    }

    @Test("a text of the largest size is read, one byte more is refused before all else")
    func size() throws {
        let limits = JSONLimits(maximumByteCount: 10)
        #expect(try JSONValue(parsing: "\"12345678\"", limits: limits) == "12345678")
        #expect(throws: JSONError(.tooLarge, offset: 10)) {
            try JSONValue(parsing: "\"123456789\"", limits: limits)
        }
        #expect(throws: JSONError(.tooLarge, offset: 10)) {
            try JSONValue(parsing: [UInt8](repeating: 0xff, count: 11), limits: limits)
        }
        #expect(throws: JSONError(.tooLarge, offset: 1 << 20)) {
            try JSONValue(parsing: [UInt8](repeating: 0x20, count: 1 << 20 + 1))
        }
        #expect(throws: JSONError(.tooLarge, offset: 0)) {
            try JSONValue(parsing: "1", limits: JSONLimits(maximumByteCount: 0))
        }
    }

    @Test("values are counted at all levels")
    func values() throws {
        let limits = JSONLimits(maximumValueCount: 4)
        #expect(try JSONValue(parsing: "[1,[2]]", limits: limits) == [1, [2]])
        #expect(throws: JSONError(.tooManyValues, offset: 6)) {
            try JSONValue(parsing: "[1,[2,3]]", limits: limits)
        }
        #expect(throws: JSONError(.tooManyValues, offset: 23)) {
            try JSONValue(parsing: "{\"a\":1,\"b\":2,\"c\":3,\"d\":{}}", limits: limits)
        }
    }

    @Test("many members are compared without quadratic work")
    func manyMembers() throws {
        let names = (0..<20_000).map { "\"n\($0)\":0" }
        let object = try JSONValue(parsing: "{\(names.joined(separator: ","))}")
        #expect(object.objectValue?.members.count == 20_000)
        let text = "{\(names.joined(separator: ",")),\"n0\":1}"
        #expect(throws: JSONError(.duplicateName, offset: text.utf8.count - 7)) {
            try JSONValue(parsing: text)
        }
    }
}
