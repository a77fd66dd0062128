import JOSE
import RSA
import TestSupport
import Testing

/// Values, keys and tokens out of `Vectors/`.
enum Vectors {
    /// A member of a JSON file. The reader that is used has tests of its own, without files.
    static func value(_ path: String, _ names: String...) throws -> JSONValue {
        var value = try JSONValue(parsing: VectorFile.bytes(path))
        for name in names { value = try #require(value[name]) }
        return value
    }

    /// A member that is a string.
    static func string(_ path: String, _ name: String) throws -> String {
        try #require(try value(path, name).stringValue)
    }

    /// The private key of RFC 7515 appendix A.2, which also signed the golden tokens.
    static let a2 = Result {
        try JWK(parsing: value("rfc/rfc7515-a2.json", "jwk").serialized()).privateKey()
    }
}
