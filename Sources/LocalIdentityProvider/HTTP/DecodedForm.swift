/// The parameters of a token request, decoded: each name occurs at most once.
package struct DecodedForm: Equatable {
    /// Names and values in the order of the request.
    package private(set) var parameters: [(name: String, value: String)] = []

    /// The most parameters that are read.
    package static let maximumCount = 32

    /// Reads `application/x-www-form-urlencoded` text (RFC 6749, appendix B).
    ///
    /// RFC 6749 §3.2: parameters without a value are taken as omitted, and none may be sent twice.
    package init(parsing encoded: some Collection<UInt8>) throws(FormError) {
        var names: [String] = []
        for pair in encoded.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decode(halves[0])
            let value = halves.count == 2 ? try Self.decode(halves[1]) : ""
            guard name != "" else { throw .emptyName }
            guard !names.contains(name) else { throw .duplicate(name) }
            guard names.count < Self.maximumCount else { throw .tooMany }
            names.append(name)
            if value != "" { parameters.append((name, value)) }
        }
    }

    /// The value of the parameter called `name`.
    subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    package static func == (a: DecodedForm, b: DecodedForm) -> Bool {
        a.parameters.elementsEqual(b.parameters, by: ==)
    }

    private static func decode(_ bytes: some Collection<UInt8>) throws(FormError) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next()?.hexadecimalValue, let low = rest.next()?.hexadecimalValue else {
                    throw .percentEncoding
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUTF8 }
        return text
    }
}

/// Why parameters could not be read.
package enum FormError: Error, Equatable {
    /// A percent sign without two hexadecimal digits.
    case percentEncoding
    /// Bytes that are not UTF-8.
    case notUTF8
    /// A parameter without a name.
    case emptyName
    /// A name that occurs twice (RFC 6749 §3.2).
    case duplicate(String)
    /// More than ``DecodedForm/maximumCount`` parameters.
    case tooMany
}

extension UInt8 {
    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
