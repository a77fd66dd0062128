import Base64Coding
import JOSE

/// Rules that do not hold, to show that the fuzzer finds such inputs. It starts from nothing, and only the counters in
/// the readers tell it when it is on the way.
enum Controls {
    /// A decoder that leaves unused bits alone is said to accept nothing else than the real one.
    static func unusedBits(_ input: [UInt8]) throws(Violation) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let digits = input.prefix { alphabet.contains($0) }
        let padding = input[digits.endIndex...]
        let isNaivelyAccepted =
            input.count % 4 == 0 && padding.count <= 2 && padding.allSatisfy { $0 == UInt8(ascii: "=") }
        guard isNaivelyAccepted else { return }
        try require((try? Base64.decode(input)) != nil, "unused bits do not matter")
    }

    /// It is said that no list comes out of nothing.
    static func listOfTwo(_ input: [UInt8]) throws(Violation) {
        let elements = (try? JSONValue(parsing: input))?.arrayValue ?? []
        try require(elements.count < 2, "no array of two elements comes out of nothing")
    }
}
