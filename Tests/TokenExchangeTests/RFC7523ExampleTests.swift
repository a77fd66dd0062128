import Foundation
import JOSE
import RSA
import TestSupport
import Testing
import TokenExchange

/// `Vectors/rfc/rfc7523-examples.json`: the examples of RFC 7523. It prints tokens with parts left out, so that none can be
/// verified; their headers, the forms around them and the claims are whole.
@Suite("RFC 7523: examples")
struct RFC7523ExampleTests {
    /// The file.
    struct File: Decodable {
        let constants: [String: String]
        let grant: Request, authentication: Request, whole: Whole
        let errorAnswer: ErrorAnswer

        enum CodingKeys: String, CodingKey {
            case constants
            case grant = "section2_1", authentication = "section2_2", whole = "section4"
            case errorAnswer = "section3_1_error"
        }

        struct Request: Decodable, Sendable {
            let body: String, assertionHeaderBase64url: String, headerText: String
        }
        struct Whole: Decodable, Sendable {
            let body: String, claimOrder: [String]
        }
        struct ErrorAnswer: Decodable {
            let status: Int, headers: [[String]], json: [String: String]
        }
    }

    static let path = "rfc/rfc7523-examples.json"
    static let omission = "[...omitted for brevity...]"

    private func file() throws -> File { try VectorFile.decoded(Self.path, as: File.self) }

    @Test("every example is there")
    func counts() throws {
        let file = try file()
        let bodies = [file.grant.body, file.authentication.body, file.whole.body]
        print("\(Self.path): \(bodies.count) cases")
        #expect(bodies.count { $0.contains(Self.omission) } == 3)
    }

    @Test("the constants are those of the RFC")
    func constants() throws {
        let constants = try file().constants
        #expect(TokenRequest.jwtBearerGrantType == constants["grantType"])
        #expect(TokenRequest.clientAssertionType == constants["clientAssertionType"])
        let parameters = FormParameters([
            .init("a", TokenRequest.jwtBearerGrantType), .init("b", TokenRequest.clientAssertionType),
        ])
        let encoded = ["grantTypeFormEncoded", "clientAssertionTypeFormEncoded"].map { constants[$0] ?? "" }
        #expect(parameters.formEncoded == "a=\(encoded[0])&b=\(encoded[1])")
    }

    @Test(
        "the forms are written as the RFC prints them",
        arguments: [\File.grant.body, \.authentication.body, \.whole.body])
    func forms(body: any KeyPath<File, String> & Sendable) throws {
        let body = try file()[keyPath: body].replacingOccurrences(of: Self.omission, with: "")
        let parameters = try body.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1)
            return FormParameters.Parameter(
                String(halves[0]), try #require(String(halves[1]).removingPercentEncoding))
        }
        #expect(FormParameters(parameters).formEncoded == body)
    }

    @Test("the header of each assertion is read", arguments: [\File.grant, \.authentication])
    func headers(request: any KeyPath<File, File.Request> & Sendable) throws {
        let request = try file()[keyPath: request]
        #expect(request.body.contains("assertion=" + request.assertionHeaderBase64url + "."))
        let decoded = try JWT.decodeWithoutVerifying(request.assertionHeaderBase64url + ".e30.")
        #expect(String(decoding: decoded.header.object.serialized(), as: UTF8.self) == request.headerText)
    }

    @Test("section 2.2: our token begins with the header of the example")
    func header() throws {
        let example = try file().authentication
        let key = try RSAPrivateKey(credential: VectorFile.bytes("keys/generated/a2-pkcs1.pem"))
        let token = try JWS.sign(
            payload: Array(#"{"iss":"a"}"#.utf8), header: ["alg": "RS256", "kid": "22"], using: key)
        #expect(token.hasPrefix(example.assertionHeaderBase64url + ".eyJpc3Mi"))
        #expect(example.body.contains(example.assertionHeaderBase64url + ".eyJpc3Mi" + Self.omission))
    }

    @Test("section 3.1: the error answer is read")
    func error() throws {
        let example = try file().errorAnswer
        let error = try #require(
            TokenErrorResponse(
                reading: HTTPResponse(
                    status: example.status, headers: example.headers.map { HTTPHeader($0[0], $0[1]) },
                    body: JSONEncoder().encode(example.json).map { $0 })))
        #expect(error.status == 400)
        #expect(error.error == example.json["error"])
        #expect(error.errorDescription == example.json["error_description"])
    }

    @Test("section 4: the claims keep their order, and are valid from nbf until exp")
    func claims() throws {
        let example = try file().whole
        let value = try JSONValue(parsing: VectorFile.bytes(Self.path))
        let claims = JWTClaims(try #require(value["section4"]?["claims"]?.objectValue))
        #expect(claims.object.members.map(\.name) == example.claimOrder)
        var policy = JWTPolicy(
            issuer: "https://jwt-idp.example.com", audience: "https://jwt-rp.example.net",
            subject: "mailto:mike@example.com", leeway: 0, now: 1_300_815_780)
        #expect(throws: Never.self) { try policy.check(claims) }
        policy.now = 1_300_819_379
        #expect(throws: Never.self) { try policy.check(claims) }
        policy.now = 1_300_815_779
        #expect(throws: JWTError.notYetValid(from: 1_300_815_780, now: policy.now)) {
            try policy.check(claims)
        }
        policy.now = 1_300_819_380
        #expect(throws: JWTError.expired(at: 1_300_819_380, now: policy.now)) { try policy.check(claims) }
    }
}
