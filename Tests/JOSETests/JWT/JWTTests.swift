import Base64Coding
import JOSE
import RSA
import TestSupport
import Testing

@Suite("JWT")
struct JWTTests {
    @Test("claims come back as they were signed, in their order")
    func roundTrip() throws {
        let key = try Vectors.a2.get()
        let claims: JWTClaims = [
            "iss": "é", "aud": ["a", "b"], "iat": 1_700_000_000, "z": ["n": .null], "a": 1,
        ]
        let token = try JWT.sign(claims, using: key)
        let header = Base64URL.encode(Array(#"{"alg":"RS256","typ":"JWT"}"#.utf8))
        let payload = #"{"iss":"é","aud":["a","b"],"iat":1700000000,"z":{"n":null},"a":1}"#
        #expect(token.hasPrefix(header + "." + Base64URL.encode(Array(payload.utf8)) + "."))
        let verified = try JWT.verify(token, using: key.publicKey, policy: JWTPolicy(now: 1_700_000_000))
        #expect(verified.claims == claims)
        #expect(verified.header == ["alg": "RS256", "typ": "JWT"])
    }

    @Test(
        "the header is completed in the way of the serialization",
        arguments: [
            ([:], .compact, #"{"alg":"RS256","typ":"JWT"}"#),
            (["kid": "k"], .compact, #"{"alg":"RS256","typ":"JWT","kid":"k"}"#),
            (["typ": "at+jwt", "kid": "é"], .compact, #"{"alg":"RS256","typ":"at+jwt","kid":"é"}"#),
            (["kid": "k", "alg": "RS256"], .compact, #"{"typ":"JWT","kid":"k","alg":"RS256"}"#),
            (
                ["typ": "JWT", "alg": "RS256", "kid": "k"], .compact,
                #"{"typ":"JWT","alg":"RS256","kid":"k"}"#
            ),
            ([:], .pythonJWT, #"{"typ":"JWT","alg":"RS256"}"#),
            (["kid": "é"], .pythonJWT, #"{"kid":"\u00e9","typ":"JWT","alg":"RS256"}"#),
            (["alg": "RS256", "kid": "k"], .pythonJWT, #"{"alg":"RS256","kid":"k","typ":"JWT"}"#),
            (["typ": "x", "kid": "k"], .pythonJWT, #"{"typ":"JWT","kid":"k","alg":"RS256"}"#),
        ] as [(JOSEHeader, JWTSerialization, String)])
    func header(header: JOSEHeader, serialization: JWTSerialization, text: String) throws {
        let token = try JWT.sign(
            [:], header: header, using: try Vectors.a2.get(), serialization: serialization)
        #expect(
            String(decoding: try Base64URL.decode(String(token.prefix { $0 != "." })), as: UTF8.self) == text)
    }

    /// Payloads that are no claims, in clear text.
    static let payloads: [(payload: String, error: JWTError)] = [
        ("", .claims(JSONError(.unexpectedEnd, offset: 0))),
        ("null", .claimsNotObject),
        ("[]", .claimsNotObject),
        ("\"{}\"", .claimsNotObject),
        (#"{"iss":"a","iss":"b"}"#, .claims(JSONError(.duplicateName, offset: 11))),
        (#"{"iss":"a","\u0069ss":"b"}"#, .claims(JSONError(.duplicateName, offset: 11))),
        (#"{"exp":1,"a":{"b":1,"b":1}}"#, .claims(JSONError(.duplicateName, offset: 20))),
        ("{\"iss\":\"\u{1}\"}", .claims(JSONError(.controlCharacter, offset: 8))),
        ("{}{}", .claims(JSONError(.trailingData, offset: 2))),
        (String(repeating: "[", count: 65), .claims(JSONError(.tooDeep, offset: 64))),
        (#"{"exp":"9999999999"}"#, .claimMalformed("exp")),
    ]

    @Test("a right signature over something else than claims is refused", arguments: payloads)
    func refusesPayload(payload: String, error: JWTError) throws {
        let key = try Vectors.a2.get()
        let token = try ForgedToken(payload: payload).signed(with: key)
        #expect(throws: error) { try JWT.verify(token, using: key.publicKey, policy: JWTPolicy(now: 0)) }
    }

    @Test("claims are not looked at before the signature")
    func signatureFirst() throws {
        let key = try Vectors.a2.get().publicKey
        for payload in ["", "null", #"{"exp":1}"#, #"{"exp":"x"}"#] {
            let token = ForgedToken(payload: payload).text
            #expect(throws: JWTError.token(.signatureInvalid)) {
                try JWT.verify(token, using: key, policy: JWTPolicy(issuer: "a", now: 1_700_000_000))
            }
        }
    }

    @Test("decoding without verifying takes any algorithm, and prints nothing of the token")
    func unverified() throws {
        let token = ForgedToken(
            header: #"{"alg":"none","crit":["x"]}"#, payload: #"{"iss":"canary"}"#, signature: []
        ).text
        let decoded = try JWT.decodeWithoutVerifying(token)
        #expect(decoded.header.algorithm == "none")
        #expect(decoded.claims.issuer == "canary")
        #expect(decoded.signature.isEmpty)
        var dumped = ""
        dump(decoded, to: &dumped)
        for text in ["\(decoded)", String(reflecting: decoded), dumped] { #expect(!text.contains("canary")) }
    }

    @Test("claims are read and written by name")
    func claims() {
        var claims = JWTClaims()
        claims.issuer = "i"
        claims.subject = "s"
        claims.audience = ["a"]
        claims.issuedAt = 1
        claims.notBefore = 2
        claims.expiration = 3
        claims.jwtID = "j"
        claims["own"] = true
        let text = #"{"iss":"i","sub":"s","aud":"a","iat":1,"nbf":2,"exp":3,"jti":"j","own":true}"#
        #expect(String(decoding: claims.object.serialized(), as: UTF8.self) == text)
        #expect(claims.issuer == "i")
        #expect(claims.subject == "s")
        #expect(claims.jwtID == "j")
        #expect((claims.issuedAt, claims.notBefore, claims.expiration) == (1, 2, 3))
        claims.audience = ["a", "b"]
        #expect(claims["aud"] == ["a", "b"])
        #expect(claims.audience == ["a", "b"])
        claims.audience = []
        #expect(claims["aud"] == nil)
        claims["aud"] = ["a", 1]
        #expect(claims.audience == [])
        claims.expiration = nil
        #expect(claims["exp"] == nil)
    }

    @Test(
        "times with a fraction read as rounded down, and never overflow",
        arguments: [
            ("1700000000.5", 1_700_000_000), ("-1.5", -2), ("-0.5", -1), ("1.7e9", 1_700_000_000),
            ("1e400", .max),
            ("-1e400", .min), ("9223372036854775807.5", .max), ("-9223372036854775808.5", .min),
        ] as [(String, Int64)])
    func fractions(text: String, seconds: Int64) throws {
        let claims = JWTClaims(["exp": .number(try #require(JSONNumber(text)))])
        #expect(claims.expiration == seconds)
    }
}
