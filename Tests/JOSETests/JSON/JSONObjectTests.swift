import JOSE
import Testing

@Suite("JSONObject and JSONValue")
struct JSONObjectTests {
    @Test("members keep their order, and are replaced in their place")
    func order() {
        var object: JSONObject = ["b": 1, "a": 2]
        object["c"] = 3
        object["b"] = "x"
        #expect(object.serialized() == Array("{\"b\":\"x\",\"a\":2,\"c\":3}".utf8))
        object["a"] = nil
        object["z"] = nil
        #expect(object.members.map(\.name) == ["b", "c"])
        object["c"] = .null
        #expect(object["c"] == .null)
        #expect(object["a"] == nil)
    }

    @Test("of several members with one name the last value counts, at the first place")
    func duplicates() {
        #expect(JSONObject([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
        #expect(["a": 1, "b": 2, "a": 3] as JSONObject == ["a": 3, "b": 2])
        #expect(["a": 1, "a": 2] as JSONValue == ["a": 2])
    }

    @Test("names and strings are compared by code point, not by canonical equivalence")
    func identity() {
        let object: JSONObject = ["\u{e9}": 1, "e\u{301}": 2]
        #expect(object.members.count == 2)
        #expect(object["\u{e9}"] == 1)
        #expect(object["e\u{301}"] == 2)
        #expect("\u{e9}" == "e\u{301}")
        #expect(JSONValue.string("\u{e9}") != .string("e\u{301}"))
        #expect(["\u{e9}": 1] as JSONObject != ["e\u{301}": 1])
    }

    @Test("objects are equal when their members are, in the same order")
    func equality() {
        #expect(["a": 1, "b": 2] as JSONObject == ["a": 1, "b": 2])
        #expect(["a": 1, "b": 2] as JSONObject != ["b": 2, "a": 1])
        #expect(["a": 1] as JSONObject != ["a": 2])
        #expect(["a": 1] as JSONObject != ["a": 1, "b": 2])
        #expect(JSONObject() == [:])
    }

    @Test("values of different kinds differ")
    func kinds() {
        let values: [JSONValue] = [.null, true, false, 0, "0", "", [], [0], [:], ["a": 0]]
        for (i, a) in values.enumerated() {
            for (j, b) in values.enumerated() { #expect((a == b) == (i == j)) }
        }
    }

    @Test("a value gives what it is, and nothing else")
    func access() throws {
        let value = try JSONValue(
            parsing: "{\"s\":\"t\",\"n\":-5,\"u\":18446744073709551615,\"b\":true,\"a\":[1],\"o\":{}}")
        #expect(value["s"]?.stringValue == "t")
        #expect(value["n"]?.int64Value == -5)
        #expect(value["n"]?.uint64Value == nil)
        #expect(value["u"]?.uint64Value == .max)
        #expect(value["u"]?.int64Value == nil)
        #expect(value["u"]?.numberValue?.text == "18446744073709551615")
        #expect(value["b"]?.boolValue == true)
        #expect(value["a"]?.arrayValue == [1])
        #expect(value["o"]?.objectValue == [:])
        #expect(value["x"] == nil)
        #expect(value["s"]?["s"] == nil)
        for name in ["n", "u", "b", "a", "o"] { #expect(value[name]?.stringValue == nil) }
        for name in ["s", "b", "a", "o"] { #expect(value[name]?.int64Value == nil) }
        for name in ["s", "n", "a", "o"] { #expect(value[name]?.boolValue == nil) }
        for name in ["s", "n", "b", "o"] { #expect(value[name]?.arrayValue == nil) }
        for name in ["s", "n", "b", "a"] { #expect(value[name]?.objectValue == nil) }
    }
}
