import JOSE

/// The rules for JSON: the reader accepts what the reference does, and what was read is written and read again as the
/// same value.
enum JSONProperties {
    /// The default, and limits that short texts reach.
    private static let limits = [
        JSONLimits.default, JSONLimits.default, JSONLimits.default,
        JSONLimits(maximumByteCount: 64, maximumDepth: 3, maximumValueCount: 5),
    ]

    static func check(_ input: [UInt8]) throws(Violation) {
        let limits = limits[input.choice(of: limits.count)]
        let result = Result { () throws(JSONError) in try JSONValue(parsing: input, limits: limits) }
        let reference = ReferenceJSON.value(input, limits: limits)
        switch result {
        case .success(let value):
            try require(reference == value, "what is accepted is read as by the reference")
            try checkWriting(value)
        case .failure(let error):
            try require(reference == nil, "what the reference accepts is accepted")
            try require((0...input.count).contains(error.offset), "the offset is in the text")
            try require(!error.description.isEmpty, "an error describes itself")
        }
        if let string = String(validating: input, as: UTF8.self) {
            let read = Result { () throws(JSONError) in try JSONValue(parsing: string, limits: limits) }
            try require(read == result, "a string is read like its bytes")
        }
    }

    private static func checkWriting(_ value: JSONValue) throws(Violation) {
        for style in [JSONStyle.compact, .compactASCII, .python] {
            let text = value.serialized(style)
            let again = try succeeding("what was written is read") { try JSONValue(parsing: text) }
            try require(again == value, "what was written is read as the same value")
            try require(again.serialized(style) == text, "there is one way to write a value in a style")
            try require(
                style == .compact || text.allSatisfy { (0x20...0x7e).contains($0) },
                "the ASCII styles write visible ASCII")
        }
        if let number = value.numberValue { try checkNumber(number) }
    }

    /// Integers are what the standard library makes of them.
    private static func checkNumber(_ number: JSONNumber) throws(Violation) {
        if let integer = Int64(number.text) {
            try require(number.int64 == integer, "an integer has its value")
        }
        if let integer = UInt64(number.text) {
            try require(number.uint64 == integer, "an integer without a sign has its value")
        }
        if let value = number.int64, let double = Double(number.text) {
            try require(
                (Double(value) - double).magnitude <= max(1, double.magnitude * 0x1p-52),
                "the value is near that of the floating-point number")
        }
        if let value = number.int64, value >= 0 {
            try require(number.uint64 == UInt64(value), "both kinds of integers agree")
        }
    }
}
