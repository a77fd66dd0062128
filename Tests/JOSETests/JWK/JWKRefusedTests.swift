import Base64Coding
import ConstantTime
import JOSE
import RSA
import TestSupport
import Testing

@Suite("JWK that are refused")
struct JWKRefusedTests {
    /// Texts that are not the form of an RSA key.
    static let texts: [(text: String, error: JWKError)] = [
        ("", .json(JSONError(.unexpectedEnd, offset: 0))),
        ("[]", .notAnObject),
        ("null", .notAnObject),
        ("\"RSA\"", .notAnObject),
        ("[1,]", .json(JSONError(.trailingComma, offset: 3))),
        ("[] []", .json(JSONError(.trailingData, offset: 3))),
        ("{", .json(JSONError(.unexpectedEnd, offset: 1))),
        (#"{"kty":"RSA"}{}"#, .json(JSONError(.trailingData, offset: 13))),
        (#"{"kty":"RSA","kty":"EC"}"#, .json(JSONError(.duplicateName, offset: 13))),
        (#"{"kty":"RSA","d":"AQ","d":"AQ"}"#, .json(JSONError(.duplicateName, offset: 22))),
        (#"{"kty":"RSA","\u0064":"AQ","d":"AQ"}"#, .json(JSONError(.duplicateName, offset: 27))),
        (#"{"kty":"RSA","oth":[{"r":1,"r":2}]}"#, .json(JSONError(.duplicateName, offset: 27))),
        ("{}", .memberMissing("kty")),
        (#"{"n":"AQ","e":"AQAB"}"#, .memberMissing("kty")),
        (#"{"kty":null}"#, .memberMalformed("kty")),
        (#"{"kty":["RSA"]}"#, .memberMalformed("kty")),
        (#"{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ"}"#, .keyTypeNotSupported("EC")),
        (#"{"kty":"OKP"}"#, .keyTypeNotSupported("OKP")),
        (#"{"kty":"oct","k":"AQ"}"#, .keyTypeNotSupported("oct")),
        (#"{"kty":"rsa","n":"AQ","e":"AQAB"}"#, .keyTypeNotSupported("rsa")),
        (#"{"kty":"RSA "}"#, .keyTypeNotSupported("RSA ")),
        (#"{"kty":"RSA","e":"AQAB"}"#, .memberMissing("n")),
        (#"{"kty":"RSA","n":"AQ"}"#, .memberMissing("e")),
        (#"{"kty":"RSA","n":5,"e":"AQAB"}"#, .memberMalformed("n")),
        (#"{"kty":"RSA","n":"AQ","e":65537}"#, .memberMalformed("e")),
        (#"{"kty":"RSA","n":null,"e":"AQAB"}"#, .memberMalformed("n")),
        (#"{"kty":"RSA","n":"AQ","e":["AQAB"]}"#, .memberMalformed("e")),
        (#"{"kty":"RSA","n":"","e":"AQAB"}"#, .numberNotMinimal(member: "n")),
        (#"{"kty":"RSA","n":"AQ","e":""}"#, .numberNotMinimal(member: "e")),
        (#"{"kty":"RSA","n":"AAE","e":"AQAB"}"#, .numberNotMinimal(member: "n")),
        (#"{"kty":"RSA","n":"AQ","e":"AAEAAQ"}"#, .numberNotMinimal(member: "e")),
        (#"{"kty":"RSA","n":"AA","e":"AQAB"}"#, .numberNotMinimal(member: "n")),
        (#"{"kty":"RSA","n":"AQ==","e":"AQAB"}"#, encoding("n", .unexpectedPadding, 2)),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB="}"#, encoding("e", .unexpectedPadding, 4)),
        (#"{"kty":"RSA","n":"AR","e":"AQAB"}"#, encoding("n", .unusedBitsNotZero, 1)),
        (#"{"kty":"RSA","n":"AQ","e":"AQA B"}"#, encoding("e", .whiteSpace, 3)),
        (#"{"kty":"RSA","n":"AQ\n","e":"AQAB"}"#, encoding("n", .whiteSpace, 2)),
        (#"{"kty":"RSA","n":"+Q","e":"AQAB"}"#, encoding("n", .otherAlphabet, 0)),
        (#"{"kty":"RSA","n":"AQ","e":"A"}"#, encoding("e", .incompleteGroup, 0)),
        (#"{"kty":"RSA","n":"é","e":"AQAB"}"#, encoding("n", .invalidCharacter, 0)),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","kid":1}"#, .memberMalformed("kid")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","use":["sig"]}"#, .memberMalformed("use")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","alg":256}"#, .memberMalformed("alg")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","key_ops":"verify"}"#, .memberMalformed("key_ops")),
        // Private members.
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":5}"#, .memberMalformed("d")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":null}"#, .memberMalformed("d")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":{"a":"AQ"}}"#, .memberMalformed("d")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":""}"#, .numberNotMinimal(member: "d")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AAE"}"#, .numberNotMinimal(member: "d")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ=="}"#, encoding("d", .unexpectedPadding, 2)),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AR"}"#, encoding("d", .unusedBitsNotZero, 1)),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"\u0041Q"}"#, encoding("d", .invalidCharacter, 0)),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","p":"AQ"}"#, .memberMissing("d")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","qi":"AQ"}"#, .memberMissing("d")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ","q":"AQ"}"#, .memberMissing("p")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ","p":"AQ"}"#, .memberMissing("q")),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ","p":"AQ","q":"AQ"}"#, .memberMissing("dp")),
        (
            #"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ","p":"AQ","q":"AQ","dp":"AQ","dq":"AQ"}"#,
            .memberMissing("qi")
        ),
        (
            #"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ","p":"AQ","q":"AQ","dp":"AQ","dq":"AQ","qi":"AAE"}"#,
            .numberNotMinimal(member: "qi")
        ),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ","oth":[]}"#, multiPrime),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ","oth":[{"r":"AQ","d":"AQ","t":"AQ"}]}"#, multiPrime),
        (#"{"kty":"RSA","n":"AQ","e":"AQAB","oth":"AQ"}"#, multiPrime),
    ]

    private static func encoding(_ member: String, _ kind: Base64Error.Kind, _ offset: Int) -> JWKError {
        .encoding(member: member, Base64Error(kind: kind, offset: offset))
    }

    private static let multiPrime = JWKError.key(.unsuitable(.multiPrimeRSAKey, needed: .privateKey))

    @Test("form", arguments: texts)
    func form(text: String, error: JWKError) {
        #expect(throws: error) { try JWK(parsing: Array(text.utf8)) }
        #expect(throws: error) { try JWK(parsing: text) }
    }

    @Test("the table has the cases that were written")
    func count() {
        #expect(Self.texts.count == 62)
    }

    @Test("a text that is too large is refused")
    func size() {
        let error = JWKError.json(JSONError(.tooLarge, offset: 10))
        let limits = JSONLimits(maximumByteCount: 10)
        #expect(throws: error) { try JWK(parsing: "           ", limits: limits) }
        #expect(throws: error) { try JWK(parsing: [UInt8](repeating: 0x20, count: 11), limits: limits) }
        #expect(throws: error) { try JWK(parsing: SecretBytes(count: 11), limits: limits) }
        #expect(throws: error) { try JWKSet(parsing: "           ", limits: limits) }
        #expect(throws: error) { try JWKSet(parsing: [UInt8](repeating: 0x20, count: 11), limits: limits) }
    }

    @Test(
        "members that do not belong together make no key",
        arguments: [
            ("d", "p"), ("p", "q"), ("q", "p"), ("dp", "dq"), ("dq", "dp"), ("qi", "dp"),
        ])
    func inconsistent(name: String, source: String) throws {
        var members = try #require(try Vectors.value("rfc/rfc7515-a2.json", "jwk").objectValue)
        members[name] = members[source]
        let jwk = try JWK(parsing: members.serialized())
        let error = #expect(throws: RSAKeyError.self) { try jwk.privateKey() }
        guard case .invalid? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a key that the policy refuses is a JWK, but no RSA key")
    func policy() throws {
        let jwk = try JWK(parsing: #"{"kty":"RSA","n":"AQ","e":"AQAB"}"#)
        #expect(throws: RSAKeyError.modulusBitLength(1, allowed: 2048...8192)) { try jwk.publicKey() }
        var members = JWK(try Vectors.a2.get().publicKey).json
        members["e"] = "Aw"
        let small = try JWK(parsing: members.serialized())
        #expect(throws: RSAKeyError.self) { try small.publicKey() }
        #expect(throws: Never.self) { try small.publicKey(policy: .legacy) }
    }
}
