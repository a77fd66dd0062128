import JOSE

/// JSON as RFC 8259 explains it: a recursive reader that answers with a value or nil.
struct ReferenceJSON {
    private var rest: ArraySlice<UInt8>
    private let limits: JSONLimits
    private var valueCount = 0

    /// The value of `bytes`, if they are acceptable under `limits`.
    static func value(_ bytes: [UInt8], limits: JSONLimits) -> JSONValue? {
        guard bytes.count <= limits.maximumByteCount, String(validating: bytes, as: UTF8.self) != nil else {
            return nil
        }
        var reader = ReferenceJSON(rest: bytes[...], limits: limits)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipWhiteSpace()
        return reader.rest.isEmpty ? value : nil
    }

    private init(rest: ArraySlice<UInt8>, limits: JSONLimits) {
        self.rest = rest
        self.limits = limits
    }

    private mutating func skipWhiteSpace() {
        rest = rest.drop { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
    }

    /// Moves past `text`, after white space, if it is next.
    private mutating func take(_ text: String, isToken: Bool = true) -> Bool {
        if isToken { skipWhiteSpace() }
        guard rest.starts(with: Array(text.utf8)) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func value(depth: Int) -> JSONValue? {
        valueCount += 1
        guard valueCount <= limits.maximumValueCount else { return nil }
        if take("null") { return .null }
        if take("true") { return .bool(true) }
        if take("false") { return .bool(false) }
        if take("\"") { return string().map(JSONValue.string) }
        guard rest.first != UInt8(ascii: "["), rest.first != UInt8(ascii: "{") else {
            return depth < limits.maximumDepth ? container(depth: depth + 1) : nil
        }
        return number()
    }

    private mutating func container(depth: Int) -> JSONValue? {
        let isObject = take("{")
        if !isObject { _ = take("[") }
        var members: [(name: String, value: JSONValue)] = []
        if !take(isObject ? "}" : "]") {
            repeat {
                var name = ""
                if isObject {
                    guard take("\""), let text = string(), take(":") else { return nil }
                    name = text
                    let isNew = members.allSatisfy { Array($0.name.utf8) != Array(name.utf8) }
                    guard isNew else { return nil }
                }
                guard let value = value(depth: depth) else { return nil }
                members.append((name, value))
            } while take(",")
            guard take(isObject ? "}" : "]") else { return nil }
        }
        return isObject ? .object(JSONObject(members)) : .array(members.map { $0.value })
    }

    /// The rest of a string whose first quotation mark was read.
    private mutating func string() -> String? {
        var units: [UInt16] = []
        while let byte = rest.first {
            if take("\"", isToken: false) {
                return String(validating: units, as: UTF16.self)
            } else if take("\\", isToken: false) {
                guard let escape = rest.popFirst() else { return nil }
                let characters = Array("\"\\/bfnrt".utf8), meanings = Array("\"\\/\u{8}\u{c}\n\r\t".utf8)
                if let index = characters.firstIndex(of: escape) {
                    units.append(UInt16(meanings[index]))
                } else {
                    let digits = rest.prefix(4)
                    let isNumber = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
                    guard escape == UInt8(ascii: "u"), digits.count == 4, isNumber,
                        let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
                    else { return nil }
                    units.append(unit)
                    rest = rest.dropFirst(4)
                }
            } else {
                guard byte >= 0x20 else { return nil }
                // The text is UTF-8 as a whole: the lead byte tells the length.
                let count = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
                units += String(decoding: rest.prefix(count), as: UTF8.self).utf16
                rest = rest.dropFirst(count)
            }
        }
        return nil
    }

    /// `-`, an integer without leading zeros, a fraction, an exponent.
    private mutating func number() -> JSONValue? {
        var text = rest
        if take("-", isToken: false) {}
        if !take("0", isToken: false) { guard digits() else { return nil } }
        if take(".", isToken: false) { guard digits() else { return nil } }
        if take("e", isToken: false) || take("E", isToken: false) {
            _ = take("+", isToken: false) || take("-", isToken: false)
            guard digits() else { return nil }
        }
        text = text[..<rest.startIndex]
        return JSONNumber(String(decoding: text, as: UTF8.self)).map(JSONValue.number)
    }

    private mutating func digits() -> Bool {
        let count = rest.prefix { (0x30...0x39).contains($0) }.count
        rest = rest.dropFirst(count)
        return count > 0
    }
}
