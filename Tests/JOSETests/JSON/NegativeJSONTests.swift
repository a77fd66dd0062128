import JOSE
import TestSupport
import Testing

/// `Vectors/negative/json.json`: texts that a strict reader accepts or refuses.
@Suite("Negative JSON vectors")
struct NegativeJSONTests {
    /// The file.
    struct File: Decodable {
        let cases: [Case]
    }

    /// A text, and what becomes of it.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String, rule: String, octets: String, expected: String
        let limits: Limits?
        /// What is read, written in ASCII without white space.
        let value: String?
        /// The rule that is broken, and where.
        let defect: String?, offset: Int?
        var testDescription: String { id }

        func read() throws(JSONError) -> JSONValue {
            try JSONValue(parsing: bytes(hexadecimal: octets), limits: limits?.value ?? .default)
        }
    }

    /// Limits other than the default ones.
    struct Limits: Decodable {
        let maximumByteCount: Int?, maximumDepth: Int?, maximumValueCount: Int?

        var value: JSONLimits {
            JSONLimits(
                maximumByteCount: maximumByteCount ?? JSONLimits.default.maximumByteCount,
                maximumDepth: maximumDepth ?? JSONLimits.default.maximumDepth,
                maximumValueCount: maximumValueCount ?? JSONLimits.default.maximumValueCount)
        }
    }

    static let cases = (try? VectorFile.decoded("negative/json.json", as: File.self))?.cases ?? []

    @Test("every case is there")
    func counts() {
        let accepted = Self.cases.count { $0.expected == "accept" }
        print("negative/json.json: \(Self.cases.count) cases, \(accepted) to accept")
        #expect(Self.cases.count == 358 && accepted == 88)
        #expect(Set(Self.cases.map(\.id)).count == 358)
    }

    @Test("a text is read, or refused for the right reason at the right byte", arguments: cases)
    func text(vector: Case) throws {
        if vector.expected == "accept" {
            let value = try vector.read()
            #expect(
                String(decoding: value.serialized(.compactASCII), as: UTF8.self) == vector.value,
                "\(vector.rule)")
            #expect(
                try JSONValue(parsing: value.serialized(), limits: vector.limits?.value ?? .default) == value)
        } else {
            do throws(JSONError) {
                _ = try vector.read()
                Issue.record("accepted: \(vector.rule)")
            } catch {
                #expect("\(error.kind)" == vector.defect && error.offset == vector.offset, "\(vector.rule)")
            }
        }
    }
}
