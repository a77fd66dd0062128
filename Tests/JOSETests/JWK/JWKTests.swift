import Base64Coding
import ConstantTime
import JOSE
import RSA
import SHA2
import TestSupport
import Testing

@Suite("JWK")
struct JWKTests {
    @Test(
        "RFC 7638 section 3.1 and the keys of other RFCs: the thumbprint",
        arguments: [
            ("rfc/rfc7638-3.1.json", ["jwk"], "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"),
            ("rfc/rfc7517-a.json", ["a1", "rsa"], "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"),
            ("rfc/rfc7517-a.json", ["a2", "rsa"], "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"),
            ("rfc/rfc7515-a2.json", ["jwk"], "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"),
            ("rfc/rfc7515-a2.json", ["jwkPublic"], "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"),
            ("rfc/rfc7520-3.3-3.4-4.1.json", ["jwkPrivate"], "9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI"),
        ])
    func thumbprint(file: String, path: [String], thumbprint: String) throws {
        var value = try Vectors.value(file)
        for name in path { value = try #require(value[name]) }
        let jwk = try JWK(parsing: value.serialized())
        #expect(jwk.thumbprint() == thumbprint)
        #expect(JWK(try jwk.publicKey(), keyID: "other").thumbprint() == thumbprint)
    }

    @Test("RFC 7638 section 3.1: what is hashed for the thumbprint")
    func canonicalForm() throws {
        let path = "rfc/rfc7638-3.1.json"
        let text = try Vectors.string(path, "canonicalJSON")
        #expect(hexadecimal(SHA256.hash(Array(text.utf8))) == (try Vectors.string(path, "thumbprintHex")))
        let jwk = try JWK(parsing: Vectors.value(path, "jwk").serialized())
        #expect(jwk.thumbprint() == (try Vectors.string(path, "thumbprintBase64url")))
        print("\(path): 1 case")
    }

    @Test("RFC 7517 appendix A.2: a private key comes back with all its members")
    func privateKey() throws {
        let vector = try #require(try Vectors.value("rfc/rfc7517-a.json", "a2", "rsa").objectValue)
        let jwk = try JWK(parsing: vector.serialized())
        #expect(jwk.isPrivate)
        #expect(jwk.keyID == "2011-04-29")
        #expect(jwk.algorithm == "RS256")
        #expect(jwk.use == nil)
        let written = try #require(jwk.serializedPrivateKey()).copied()
        #expect(sorted(try #require(try JSONValue(parsing: written).objectValue)) == sorted(vector))

        // Through the key itself, which computes none of the members anew that it does not check.
        let again = try #require(JWK(try jwk.privateKey(), keyID: "2011-04-29").serializedPrivateKey())
            .copied()
        var members = try #require(try JSONValue(parsing: again).objectValue)
        #expect(members["use"] == "sig")
        members["use"] = nil
        #expect(sorted(members) == sorted(vector))
    }

    private func sorted(_ object: JSONObject) -> JSONObject {
        JSONObject(object.members.sorted { $0.name < $1.name })
    }

    @Test("the public half and the JSON value hold nothing private")
    func publicHalf() throws {
        let jwk = try JWK(parsing: Vectors.value("rfc/rfc7517-a.json", "a2", "rsa").serialized())
        for object in [jwk.json, jwk.publicHalf.json] {
            #expect(object.members.map(\.name) == ["kty", "n", "e", "alg", "kid"])
        }
        #expect(!jwk.publicHalf.isPrivate)
        #expect(jwk.publicHalf.serializedPrivateKey() == nil)
        #expect(throws: RSAKeyError.unsuitable(.rsaPublicKey, needed: .privateKey)) {
            try jwk.publicHalf.privateKey()
        }
        #expect(try jwk.publicKey() == jwk.privateKey().publicKey)
    }

    @Test("RFC 7517 appendix B: members that are not understood are kept")
    func certificateChain() throws {
        let vector = try #require(try Vectors.value("rfc/rfc7517-a.json", "b", "jwk").objectValue)
        let jwk = try JWK(parsing: vector.serialized())
        #expect(jwk.json == vector)
        #expect(jwk.use == "sig")
        #expect(jwk.keyID == "1b94c")
        #expect(jwk.serialized() == vector.serialized())
        #expect(try jwk.publicKey().keySizeInBits == 2048)
        print("rfc/rfc7517-a.json: 3 cases, here and as sets")
    }

    @Test("a key made from an RSA key is for RS256 signatures")
    func made() throws {
        let key = try Vectors.a2.get().publicKey
        var jwk = JWK(key, keyID: "é")
        #expect(jwk.json.members.map(\.name) == ["kty", "kid", "use", "alg", "n", "e"])
        #expect(jwk.json["e"] == "AQAB")
        #expect(jwk.isForVerifying)
        #expect(try JWK(parsing: jwk.serialized()).publicKey() == key)
        jwk.keyID = nil
        #expect(jwk.json.members.map(\.name) == ["kty", "use", "alg", "n", "e"])
        #expect(JWK(key).keyID == nil)
    }

    @Test(
        "a key that is for something else is not used",
        arguments: [
            ([:], true, true), (["key_ops": ["verify"]], true, false), (["key_ops": ["sign"]], true, true),
            (["key_ops": ["sign", "verify"]], true, true), (["key_ops": ["decrypt"]], false, false),
            (["key_ops": []], false, false), (["use": "enc"], false, false), (["alg": "PS256"], false, false),
            (["alg": "RSA1_5"], false, false), (["use": "enc", "alg": "RS256"], false, false),
        ] as [(JSONObject, Bool, Bool)])
    func purpose(members: JSONObject, verifies: Bool, signs: Bool) throws {
        var object = try #require(try Vectors.value("rfc/rfc7515-a2.json", "jwk").objectValue)
        for (name, value) in members.members { object[name] = value }
        let jwk = try JWK(parsing: object.serialized())
        #expect(jwk.isForSigning == signs)
        if verifies {
            #expect(try jwk.publicKey() == Vectors.a2.get().publicKey)
        } else {
            #expect(throws: RSAKeyError.unsuitable(.rsaKeyForAnotherUse, needed: .publicKey)) {
                try jwk.publicKey()
            }
        }
        if signs {
            #expect(try jwk.privateKey().publicKey == Vectors.a2.get().publicKey)
        } else {
            #expect(throws: RSAKeyError.unsuitable(.rsaKeyForAnotherUse, needed: .privateKey)) {
                try jwk.privateKey()
            }
        }
        // The public half alone cannot sign, and what it may verify is what it says.
        #expect(((try? jwk.publicHalf.publicKey()) != nil) == jwk.isForVerifying)
    }

    @Test("d alone is enough: the primes are computed")
    func exponentOnly() throws {
        var members = try #require(try Vectors.value("rfc/rfc7515-a2.json", "jwk").objectValue)
        for name in ["p", "q", "dp", "dq", "qi"] { members[name] = nil }
        let jwk = try JWK(parsing: members.serialized())
        let compact = try Vectors.string("rfc/rfc7515-a2.json", "compact")
        let payload = Array(try Vectors.string("rfc/rfc7515-a2.json", "payloadText").utf8)
        #expect(try JWS.sign(payload: payload, using: jwk.privateKey()) == compact)
        let written = try #require(jwk.serializedPrivateKey()).copied()
        #expect(try JSONValue(parsing: written).objectValue?["d"] == members["d"])
    }

    @Test("read from bytes, text and secret bytes alike")
    func sources() throws {
        let bytes = try Vectors.value("rfc/rfc7515-a2.json", "jwk").serialized()
        let expected = try JWK(parsing: bytes)
        for jwk in [
            try JWK(parsing: String(decoding: bytes, as: UTF8.self)),
            try JWK(parsing: SecretBytes(copying: bytes)),
        ] {
            #expect(jwk.json == expected.json)
            #expect(jwk.serializedPrivateKey()?.copied() == expected.serializedPrivateKey()?.copied())
        }
    }

    @Test("nothing private is printed, dumped or put into an error")
    func redaction() throws {
        let vector = try #require(try Vectors.value("rfc/rfc7517-a.json", "a2", "rsa").objectValue)
        let secrets = try ["d", "p", "q", "dp", "dq", "qi"].map { try #require(vector[$0]?.stringValue) }
        // As an array of bytes would print.
        let secretBytes = try secrets.map { "\(try Base64URL.decode($0).prefix(4))".dropFirst().dropLast() }
        let jwk = try JWK(parsing: vector.serialized())
        let few = JSONObject(vector.members.filter { ["kty", "n", "e", "d"].contains($0.name) })
        let exponentOnly = try JWK(parsing: few.serialized())
        let set = JWKSet([jwk, exponentOnly])
        #expect(set.keys.count == 2)
        var texts =
            [jwk, exponentOnly].flatMap { ["\($0)", String(reflecting: $0)] } + [
                "\(set)", String(reflecting: set),
            ]
        for value in [jwk, set, exponentOnly, set.keys] as [Any] {
            var dumped = ""
            dump(value, to: &dumped)
            texts.append(dumped)
        }
        texts.append(String(decoding: set.serialized(), as: UTF8.self))
        for name in ["d", "p", "qi"] {
            var broken = vector
            broken[name] = .string(try #require(vector[name]?.stringValue) + "!")
            let error = #expect(throws: JWKError.self) { try JWK(parsing: broken.serialized()) }
            texts.append("\(try #require(error)) \(String(reflecting: error))")
        }
        for text in texts {
            for secret in secrets { #expect(!text.contains(secret.prefix(12))) }
            for secret in secretBytes { #expect(!text.contains(secret)) }
        }
        #expect("\(jwk)" == #"JWK(private, redacted, kid: "2011-04-29")"#)
        #expect("\(jwk.publicHalf)" == #"JWK(public, kid: "2011-04-29")"#)
    }
}
