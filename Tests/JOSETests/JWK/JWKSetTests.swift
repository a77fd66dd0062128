import ConstantTime
import JOSE
import RSA
import TestSupport
import Testing

@Suite("JWKSet")
struct JWKSetTests {
    /// Two different keys, as JSON objects without `kid`, `use` and `alg`.
    static let first = Result { try object("rfc/rfc7515-a2.json", "jwkPublic") }
    static let second = Result { try object("rfc/rfc7520-3.3-3.4-4.1.json", "jwkPublic") }

    private static func object(_ file: String, _ name: String) throws -> JSONObject {
        let object = try #require(try Vectors.value(file, name).objectValue)
        return JSONObject(object.members.filter { ["kty", "n", "e"].contains($0.name) })
    }

    private func key(_ key: Result<JSONObject, any Error>, _ more: JSONObject = [:]) throws -> JSONValue {
        var object = try key.get()
        for (name, value) in more.members { object[name] = value }
        return .object(object)
    }

    private func set(_ keys: [JSONValue]) throws -> JWKSet {
        try JWKSet(parsing: (["keys": .array(keys)] as JSONValue).serialized())
    }

    @Test("RFC 7517 appendix A: the RSA key is found, the EC key left out", arguments: ["a1", "a2"])
    func rfc7517(appendix: String) throws {
        let set = try JWKSet(parsing: Vectors.value("rfc/rfc7517-a.json", appendix, "jwkSet").serialized())
        #expect(set.keys.count == 1)
        #expect(set.skipped.map(\.index) == [0])
        #expect(set.skipped.map(\.reason) == [.keyTypeNotSupported("EC")])
        #expect(set["2011-04-29"].count == 1)
        #expect(set["1"].isEmpty)
        #expect(set["2011-04-29"].first?.isPrivate == (appendix == "a2"))
        #expect(set["2011-04-29"].first?.thumbprint() == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        let published = try JWKSet(parsing: set.serialized())
        #expect(published.keys.map(\.isPrivate) == [false])
        let whole = try JWKSet(parsing: set.serializedPrivateKeys().copied())
        #expect(whole.keys.map(\.isPrivate) == [appendix == "a2"])
    }

    @Test("several keys with their private numbers, one of them without `kid`")
    func privateKeys() throws {
        let secret = try #require(
            try Vectors.value("rfc/rfc7517-a.json", "a2", "jwkSet").objectValue?["keys"]?.arrayValue?.last)
        let set = try set([secret, try key(Self.first), secret])
        let whole = try JWKSet(parsing: set.serializedPrivateKeys().copied())
        #expect(whole.keys.map(\.isPrivate) == [true, false, true])
        #expect(whole["2011-04-29"].count == 2)
    }

    static let texts: [(text: String, error: JWKError)] = [
        ("", .json(JSONError(.unexpectedEnd, offset: 0))),
        ("null", .notAnObject),
        (#"[{"kty":"RSA"}]"#, .notAnObject),
        ("[1,]", .json(JSONError(.trailingComma, offset: 3))),
        ("{}", .keysMissing),
        (#"{"Keys":[]}"#, .keysMissing),
        (#"{"kty":"RSA"}"#, .keysMissing),
        (#"{"keys":null}"#, .keysMissing),
        (#"{"keys":{}}"#, .keysMissing),
        (#"{"keys":"[]"}"#, .keysMissing),
        (#"{"x":{"keys":[]}}"#, .keysMissing),
        (#"{"keys":[],"keys":[]}"#, .json(JSONError(.duplicateName, offset: 11))),
        (#"{"keys":1,"keys":[]}"#, .json(JSONError(.duplicateName, offset: 10))),
        (#"{"keys":[{"kid":"a","kid":"b"}]}"#, .json(JSONError(.duplicateName, offset: 20))),
        (#"{"keys":[],"x":{"y":1,"y":1}}"#, .json(JSONError(.duplicateName, offset: 22))),
        (#"{"keys":[],}"#, .json(JSONError(.trailingComma, offset: 11))),
        (#"{"keys":[{}"#, .json(JSONError(.unexpectedEnd, offset: 11))),
        (#"{"keys":[]}]"#, .json(JSONError(.trailingData, offset: 11))),
    ]

    @Test("refused as a whole", arguments: texts)
    func refuses(text: String, error: JWKError) {
        #expect(throws: error) { try JWKSet(parsing: Array(text.utf8)) }
        #expect(throws: error) { try JWKSet(parsing: text) }
    }

    @Test("keys that cannot be used are left out, each with its reason and its place")
    func skipped() throws {
        let set = try set([
            1, .null, [], "RSA", try key(Self.first, ["kid": "a"]), [:], ["kty": "oct", "k": "AQ"],
            ["kty": "future"],
            ["kty": "RSA", "n": "AQ", "e": "AQAB"], ["kty": "RSA", "n": "AQ"],
            try key(Self.second, ["kid": 5]),
            try key(Self.second, ["oth": []]), try key(Self.second, ["kid": "b"]),
        ])
        #expect(set.keys.map(\.keyID) == ["a", "b"])
        #expect(set.skipped.map(\.index) == [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11])
        #expect(
            set.skipped.map(\.reason) == [
                .notAnObject, .notAnObject, .notAnObject, .notAnObject, .memberMissing("kty"),
                .keyTypeNotSupported("oct"), .keyTypeNotSupported("future"),
                .key(.modulusBitLength(1, allowed: 2048...8192)), .memberMissing("e"),
                .memberMalformed("kid"),
                .key(.unsuitable(.multiPrimeRSAKey, needed: .privateKey)),
            ])
        #expect("\(set)" == "JWKSet(2 keys, 11 skipped)")
        #expect(try JWKSet(parsing: #"{"keys":[]}"#).keys.isEmpty)
    }

    @Test(
        "only keys for RS256 signatures verify",
        arguments: [
            ([:], true), (["use": "sig"], true), (["alg": "RS256"], true), (["key_ops": ["verify"]], true),
            (["key_ops": ["sign", "verify"]], true),
            (["use": "sig", "alg": "RS256", "key_ops": ["verify"]], true),
            (["use": "enc"], false), (["use": "SIG"], false), (["use": ""], false), (["alg": "RS512"], false),
            (["alg": "PS256"], false), (["alg": "RSA-OAEP"], false), (["alg": "rs256"], false),
            (["key_ops": []], false), (["key_ops": ["sign"]], false), (["key_ops": ["VERIFY"]], false),
            (["key_ops": ["encrypt", 1]], false), (["use": "sig", "alg": "RS384"], false),
        ] as [(JSONObject, Bool)])
    func purpose(members: JSONObject, isForVerifying: Bool) throws {
        let set = try set([try key(Self.first, members)])
        #expect(set.keys.map(\.isForVerifying) == [isForVerifying])
        #expect(set.verificationKeys(for: nil).count == (isForVerifying ? 1 : 0))
    }

    @Test("the key is chosen by kid, exactly")
    func selection() throws {
        let key = try Vectors.a2.get()
        var header = JOSEHeader()
        header.keyID = "a"
        let token = try JWS.sign(payload: [], header: header, using: key)
        func verify(_ keys: [JSONValue]) throws { _ = try JWS.verify(token, using: set(keys)) }

        #expect(throws: Never.self) { try verify([self.key(Self.first, ["kid": "a"])]) }
        #expect(throws: Never.self) {
            try verify([self.key(Self.second, ["kid": "b"]), self.key(Self.first, ["kid": "a"])])
        }
        // Two keys of one name: either may be the right one (RFC 7517 section 4.5).
        #expect(throws: Never.self) {
            try verify([self.key(Self.second, ["kid": "a"]), self.key(Self.first, ["kid": "a"])])
        }
        #expect(throws: JWSError.signatureInvalid) {
            try verify([self.key(Self.second, ["kid": "a"]), self.key(Self.first, ["kid": "b"])])
        }
        for keyID in ["b", "A", "a ", ""] as [JSONValue] {
            #expect(throws: JWSError.noMatchingKey) { try verify([self.key(Self.first, ["kid": keyID])]) }
        }
        #expect(throws: JWSError.noMatchingKey) { try verify([self.key(Self.first)]) }
        #expect(throws: JWSError.noMatchingKey) {
            try verify([self.key(Self.first, ["kid": "a", "use": "enc"])])
        }
        #expect(throws: JWSError.noMatchingKey) { try verify([]) }
        #expect(throws: JWTError.token(.noMatchingKey)) {
            try JWT.verify(token, using: self.set([]), policy: JWTPolicy(now: 0))
        }
    }

    @Test("without kid every key is tried")
    func withoutKeyID() throws {
        let token = try JWT.sign(["a": 1], using: try Vectors.a2.get())
        let policy = JWTPolicy(now: 0)
        let both = try set([try key(Self.second, ["kid": "b"]), try key(Self.first, ["kid": "a"])])
        #expect(try JWT.verify(token, using: both, policy: policy).claims == ["a": 1])
        #expect(throws: JWTError.token(.signatureInvalid)) {
            try JWT.verify(token, using: self.set([self.key(Self.second)]), policy: policy)
        }
    }

    @Test("names that Unicode calls equivalent are different names")
    func identity() throws {
        let set = try set([try key(Self.first, ["kid": "\u{e9}"]), try key(Self.second, ["kid": "e\u{301}"])])
        #expect(set["\u{e9}"].count == 1)
        #expect(set["e\u{301}"].first?.thumbprint() == "9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI")
        #expect(set.verificationKeys(for: "\u{e9}").count == 1)
    }
}
