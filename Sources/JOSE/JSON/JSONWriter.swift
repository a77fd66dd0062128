/// Writes values as JSON text.
struct JSONWriter {
    let style: JSONStyle

    /// What has been written: UTF-8.
    private(set) var bytes: [UInt8] = []

    /// A writer that has written nothing.
    init(style: JSONStyle) {
        self.style = style
    }

    /// Writes `value`.
    mutating func append(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(let bool): append(bool ? "true" : "false")
        case .number(let number): append(number.text)
        case .string(let string): appendQuoted(string)
        case .array(let elements): append(elements)
        case .object(let object): append(object)
        }
    }

    private mutating func append(_ text: String) {
        bytes += text.utf8
    }

    private mutating func append(_ elements: [JSONValue]) {
        append("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { append(style.comma) }
            append(element)
        }
        append("]")
    }

    private mutating func append(_ object: JSONObject) {
        append("{")
        for (index, member) in object.members.enumerated() {
            if index > 0 { append(style.comma) }
            appendQuoted(member.name)
            append(style.colon)
            append(member.value)
        }
        append("}")
    }

    /// Writes a string. RFC 8259 section 7 demands escapes for the quotation mark, the reverse solidus and the
    /// control characters up to U+001F; five of these have short forms.
    mutating func appendQuoted(_ string: String) {
        bytes.append(.quotationMark)
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case "\u{8}": append("\\b")
            case "\t": append("\\t")
            case "\n": append("\\n")
            case "\u{c}": append("\\f")
            case "\r": append("\\r")
            case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case _ where style.isASCII || scalar.value < 0x20: appendEscaped(scalar)
            default: bytes += scalar.utf8
            }
        }
        bytes.append(.quotationMark)
    }

    /// Writes `\uXXXX`, twice for what UTF-16 takes two units for.
    private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
        for unit in scalar.utf16 {
            append("\\u")
            for shift in [12, 8, 4, 0] as [UInt16] {
                let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xf)
                bytes.append(digit < 10 ? .digitZero + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
