import Base64Coding
import JOSE
import RSA
import TestSupport
import Testing

@Suite("Tokens of other libraries")
struct GoldenTokenTests {
    /// A token that another library made, and from what.
    struct Golden: Sendable, CustomTestStringConvertible {
        let library: String, name: String, token: String, headerText: String, payload: [UInt8]
        let keyID: String?
        let claims: JWTClaims

        var testDescription: String { "\(library) \(name)" }
    }

    static let tokens: [Golden] = (try? load()) ?? []

    private static func load() throws -> [Golden] {
        try #require(try Vectors.value("peers/golden-tokens.json", "libraries").arrayValue).flatMap {
            library in
            try #require(library["tokens"]?.arrayValue).map { token in
                let claims = try #require(token["claims"]?.arrayValue).map { pair in
                    let pair = try #require(pair.arrayValue)
                    return (name: try #require(pair[0].stringValue), value: pair[1])
                }
                return Golden(
                    library: try #require(library["library"]?.stringValue),
                    name: try #require(token["case"]?.stringValue),
                    token: try #require(token["token"]?.stringValue),
                    headerText: try #require(token["headerText"]?.stringValue),
                    payload: bytes(hexadecimal: try #require(token["payloadHex"]?.stringValue)),
                    keyID: token["kid"]?.stringValue, claims: JWTClaims(JSONObject(claims)))
            }
        }
    }

    @Test("all tokens of the file are tried")
    func count() {
        print("peers/golden-tokens.json: \(Self.tokens.count) cases")
        #expect(Self.tokens.count == 53)
        #expect(Self.tokens.count { $0.library == "jwt" } == 17)
        #expect(Self.tokens.count { $0.library == "PyJWT" } == 19)
        #expect(Self.tokens.count { $0.library == "joserfc" } == 17)
    }

    @Test("verifies, and says what it was made from", arguments: tokens)
    func verifies(golden: Golden) throws {
        let key = try Vectors.a2.get().publicKey
        let policy = JWTPolicy(
            issuer: golden.claims.issuer, audience: "https://idp.intelligence.salesforce.com",
            subject: golden.claims.subject, now: 1_690_129_371, requiredClaims: ["jti"], maximumAge: 0,
            expectedType: "jwt")
        let verified = try JWT.verify(golden.token, using: key, policy: policy)
        #expect(verified.claims == golden.claims)
        #expect(verified.header.keyID == golden.keyID)
        #expect(Base64URL.encode(golden.payload) == golden.token.split(separator: ".")[1])
        let unverified = try JWT.decodeWithoutVerifying(golden.token)
        #expect(unverified.header == verified.header)
        #expect(unverified.claims == verified.claims)
    }

    @Test("python-jwt: the same claims give the same token", arguments: tokens.filter { $0.library == "jwt" })
    func signsAsPythonJWT(golden: Golden) throws {
        var header = JOSEHeader()
        header.keyID = golden.keyID
        let token = try JWT.sign(
            golden.claims, header: header, using: try Vectors.a2.get(), serialization: .pythonJWT)
        #expect(token == golden.token)
    }

    @Test(
        "others: header and claims in their style give the same token",
        arguments: tokens.filter { $0.library != "jwt" })
    func signsAsOthers(golden: Golden) throws {
        let header = try #require(try JSONValue(parsing: golden.headerText).objectValue)
        let payload = golden.claims.object.serialized(golden.library == "PyJWT" ? .compactASCII : .compact)
        let token = try JWS.sign(
            payload: payload, header: JOSEHeader(header), using: try Vectors.a2.get(),
            headerStyle: .compactASCII)
        #expect(token == golden.token)
    }
}
