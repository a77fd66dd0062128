import JOSE
import TestSupport
import Testing
import TokenExchange

/// `Vectors/rfc/rfc6749-5.2.json`: error answers of token endpoints.
@Suite("RFC 6749 section 5.2: error answers")
struct RFC6749ErrorTests {
    /// The file.
    struct File: Decodable {
        let exampleResponse: Example
        let errorCodes: [Code]
        let characterSets: [String: String]

        struct Example: Decodable {
            let status: Int, headers: [[String]], bodyAsPrinted: String
        }
        struct Code: Decodable, Sendable {
            let error: String, status: [Int]
        }
    }

    static let file = try? VectorFile.decoded("rfc/rfc6749-5.2.json", as: File.self)
    static let codes = file?.errorCodes ?? []

    private func read(_ status: Int, _ body: JSONValue) -> TokenErrorResponse? {
        TokenErrorResponse(
            reading: HTTPResponse(status: status, headers: [], body: body.serialized()))
    }

    @Test("every case is there")
    func counts() {
        print("rfc/rfc6749-5.2.json: \(Self.codes.count) cases")
        #expect(Self.codes.count == 6)
        #expect(Self.file?.characterSets.count == 3)
    }

    @Test("the printed example")
    func example() throws {
        let example = try #require(Self.file?.exampleResponse)
        let response = HTTPResponse(
            status: example.status, headers: example.headers.map { HTTPHeader($0[0], $0[1]) },
            body: Array(example.bodyAsPrinted.utf8))
        let error = try #require(TokenErrorResponse(reading: response))
        #expect(error.status == 400)
        #expect(error.error == "invalid_request")
        #expect(error.errorDescription == nil && error.errorURI == nil)
        #expect(throws: TokenExchangeError.refused(error)) {
            try AccessToken(reading: response, requestedAt: 0)
        }
    }

    @Test("every code is read with every status, and comes with advice", arguments: codes)
    func code(code: File.Code) throws {
        for status in code.status {
            let error = try #require(read(status, ["error": .string(code.error)]))
            #expect(error.error == code.error && error.status == status)
            #expect(error.description.hasPrefix("the identity provider refused (HTTP status \(status)): "))
            #expect(error.description.contains("\(code.error); "), "\(error)")
        }
    }

    /// The characters of a set in the notation of RFC 5234: `%x20-21 / %x23`.
    private static func characters(_ notation: String) -> Set<UInt32> {
        var result: Set<UInt32> = []
        for alternative in notation.split(separator: " / ") {
            let ends = alternative.dropFirst(2).split(separator: "-").compactMap { UInt32($0, radix: 16) }
            result.formUnion(ends[0]...ends[ends.count - 1])
        }
        return result
    }

    @Test("only the allowed characters come through")
    func characterSets() throws {
        let sets = try #require(Self.file?.characterSets).mapValues(Self.characters)
        #expect(sets["error"]?.count == 93 && sets["error_uri"]?.count == 92)
        for value in (0x00 as UInt32)...0x200 {
            let scalar = try #require(Unicode.Scalar(value))
            let text = "a\(scalar)b"
            let isAllowed = sets["error"]?.contains(value) == true
            #expect((read(400, ["error": .string(text)])?.error == text) == isAllowed, "U+\(value)")
            let answer = try #require(
                read(400, ["error": "a", "error_description": .string(text), "error_uri": .string(text)]))
            // What is not allowed in the sentence is replaced; an address with it is left out. A query is cut off.
            #expect(answer.errorDescription == (isAllowed ? text : "a?b"), "U+\(value)")
            let isAllowedInURI = sets["error_uri"]?.contains(value) == true
            #expect(answer.errorURI == (isAllowedInURI ? (scalar == "?" ? "a" : text) : nil), "U+\(value)")
        }
    }
}
