import Base64Coding
import JOSE
import RSA
import TestSupport
import Testing

@Suite("JWS")
struct JWSTests {
    @Test("RFC 7515 appendix A.2: signed and verified")
    func rfc7515() throws {
        let key = try Vectors.a2.get()
        let payload = Array(try Vectors.string("rfc/rfc7515-a2.json", "payloadText").utf8)
        let compact = try Vectors.string("rfc/rfc7515-a2.json", "compact")
        #expect(try JWS.sign(payload: payload, using: key) == compact)
        let verified = try JWS.verify(compact, using: key.publicKey)
        #expect(verified.payload == payload)
        #expect(verified.header == ["alg": "RS256"])
        print("rfc/rfc7515-a2.json: 1 case")
    }

    @Test("RFC 7520 section 4.1: signed and verified, by key and by key set")
    func rfc7520() throws {
        let file = "rfc/rfc7520-3.3-3.4-4.1.json"
        let key = try JWK(parsing: Vectors.value(file, "jwkPrivate").serialized())
        let payload = Array(try Vectors.string(file, "payloadText").utf8)
        let compact = try Vectors.string(file, "compact")
        var header = JOSEHeader()
        header.keyID = "bilbo.baggins@hobbiton.example"
        #expect(try JWS.sign(payload: payload, header: header, using: key.privateKey()) == compact)
        #expect(try JWS.verify(compact, using: key.publicKey()).payload == payload)
        let set = JWKSet([try JWK(parsing: Vectors.value(file, "jwkPublic").serialized())])
        #expect(try JWS.verify(compact, using: set).header.keyID == "bilbo.baggins@hobbiton.example")

        // The JSON forms say the same, and are not read.
        for form in ["generalJSON", "flattenedJSON"] {
            let value = try Vectors.value(file, form)
            let signature = value["signatures"]?.arrayValue?.first ?? value
            let parts = [signature["protected"], value["payload"], signature["signature"]]
            #expect(parts.compactMap { $0?.stringValue }.joined(separator: ".") == compact)
            let text = String(decoding: value.serialized(), as: UTF8.self)
            #expect(throws: JWSError.partCount(1)) { try JWS.verify(text, using: key.publicKey()) }
        }
        print("\(file): 1 case in 3 forms")
    }

    @Test("an empty payload and one of all bytes come back", arguments: [[], Array(UInt8.min...UInt8.max)])
    func payloads(payload: [UInt8]) throws {
        let key = try Vectors.a2.get()
        let token = try JWS.sign(payload: payload, using: key)
        #expect(try JWS.verify(token, using: key.publicKey).payload == payload)
    }

    @Test("the header keeps its order, and alg stays where the caller has put it")
    func headerOrder() throws {
        let key = try Vectors.a2.get()
        let header: JOSEHeader = [
            "typ": "JWT", "alg": "RS256", "kid": "é", "x5t": "a", "x5t#S256": "b", "own": [1],
        ]
        let token = try JWS.sign(payload: [], header: header, using: key)
        let text = #"{"typ":"JWT","alg":"RS256","kid":"é","x5t":"a","x5t#S256":"b","own":[1]}"#
        #expect(token.hasPrefix(Base64URL.encode(Array(text.utf8)) + ".."))
        let verified = try JWS.verify(token, using: key.publicKey)
        #expect(verified.header == header)
        #expect(verified.header.algorithm == "RS256")
        #expect(verified.header.type == "JWT")
        #expect(verified.header.x5t == "a")
        #expect(verified.header.x5tS256 == "b")
        #expect(verified.header["own"] == [1])
    }

    @Test("members of the header are written by name")
    func headerMembers() {
        var header = JOSEHeader()
        header.type = "JWT"
        header.contentType = "JWT"
        header.keyID = "k"
        header.x5t = "a"
        header.x5tS256 = "b"
        #expect(header == ["typ": "JWT", "cty": "JWT", "kid": "k", "x5t": "a", "x5t#S256": "b"])
        #expect(header.contentType == "JWT")
        #expect(header.algorithm == nil)
        header.keyID = nil
        #expect(header["kid"] == nil)
    }

    @Test("keys and places of keys in a header are ignored")
    func embeddedKeys() throws {
        let key = try Vectors.a2.get()
        let other = try JWK(parsing: Vectors.value("rfc/rfc7520-3.3-3.4-4.1.json", "jwkPublic").serialized())
        let header: JOSEHeader = [
            "jwk": .object(other.json), "jku": "https://attacker.example/jwks",
            "x5u": "https://attacker.example/x",
            "x5c": ["AAAA"], "x5t": "", "b64": true,
        ]
        let token = try JWS.sign(payload: [1, 2, 3], header: header, using: key)
        #expect(try JWS.verify(token, using: key.publicKey).payload == [1, 2, 3])
        #expect(throws: JWSError.signatureInvalid) { try JWS.verify(token, using: other.publicKey()) }
    }

    @Test("a token whose header spells RS256 with escapes is accepted: the value counts")
    func escapedAlgorithm() throws {
        let key = try Vectors.a2.get()
        let token = try ForgedToken(header: #" { "\u0061lg" : "\u0052S256" } "#).signed(with: key)
        #expect(try JWS.verify(token, using: key.publicKey).header.algorithm == "RS256")
    }

    @Test(
        "signing refuses what verifying would refuse",
        arguments: [
            (["alg": "HS256"], .algorithmRefused("HS256")),
            (["alg": "none"], .algorithmRefused("none")),
            (["alg": .null], .parameterNotString("alg")),
            (["crit": ["exp"]], .criticalExtensions),
            (["kid": 1], .parameterNotString("kid")),
            (["typ": .null], .parameterNotString("typ")),
            (["cty": []], .parameterNotString("cty")),
        ] as [(JOSEHeader, JWSError)])
    func signingRefuses(header: JOSEHeader, error: JWSError) throws {
        let key = try Vectors.a2.get()
        #expect(throws: error) { try JWS.sign(payload: [], header: header, using: key) }
        #expect(throws: JWTError.token(error)) { try JWT.sign([:], header: header, using: key) }
    }
}
