import Base64Coding
import JOSE
import RSA
import TestSupport
import Testing

@Suite("JWS that are refused")
struct JWSRefusedTests {
    typealias Row = (token: String, error: JWSError)

    /// A header that is fine: 20 characters.
    static let header = "eyJhbGciOiJSUzI1NiJ9"

    static let structure: [Row] = [
        ("", .partCount(1)),
        ("a", .partCount(1)),
        (header, .partCount(1)),
        (".", .partCount(2)),
        (header + ".e30", .partCount(2)),
        ("...", .partCount(4)),
        (header + ".e30.AQ.", .partCount(4)),
        ("." + header + ".e30.AQ", .partCount(4)),
        (header + "..AQ.e30.AQ", .partCount(5)),
        (header + ".e30.AQ,AQ.AQ", .partCount(4)),
        (String(repeating: ".", count: 65_536), .partCount(65_537)),
        (#"{"payload":"e30","protected":"eyJhbGciOiJSUzI1NiJ9","signature":"AQ"}"#, .partCount(1)),
        ("..", .header(JSONError(.unexpectedEnd, offset: 0))),
        (".e30.AQ", .header(JSONError(.unexpectedEnd, offset: 0))),
    ]

    private static func encoding(_ part: JWSPart, _ kind: Base64Error.Kind, _ offset: Int) -> JWSError {
        .encoding(part, Base64Error(kind: kind, offset: offset))
    }

    static let encodings: [Row] = [
        (" " + header + ".e30.AQ", encoding(.header, .whiteSpace, 0)),
        (header + " .e30.AQ", encoding(.header, .whiteSpace, 20)),
        ("eyJhbGci\nOiJSUzI1NiJ9.e30.AQ", encoding(.header, .whiteSpace, 8)),
        (header + ".e30.AQ\n", encoding(.signature, .whiteSpace, 27)),
        (header + ".e30.AQ\r\n", encoding(.signature, .whiteSpace, 27)),
        (header + ".e30. AQ", encoding(.signature, .whiteSpace, 25)),
        (header + ".e30\t.AQ", encoding(.payload, .whiteSpace, 24)),
        ("Bearer " + header + ".e30.AQ", encoding(.header, .whiteSpace, 6)),
        (header + "=.e30.AQ", encoding(.header, .unexpectedPadding, 20)),
        (header + ".e30=.AQ", encoding(.payload, .unexpectedPadding, 24)),
        (header + ".e30.AQ==", encoding(.signature, .unexpectedPadding, 27)),
        (header + ".e30.=", encoding(.signature, .unexpectedPadding, 25)),
        (header + ".e31.AQ", encoding(.payload, .unusedBitsNotZero, 23)),
        (header + ".e30.AR", encoding(.signature, .unusedBitsNotZero, 26)),
        (header + ".e30.AAB", encoding(.signature, .unusedBitsNotZero, 27)),
        ("eyJhbGciOiJSUzI1NiJ9fR.e30.AQ", encoding(.header, .unusedBitsNotZero, 21)),
        (header + ".e.AQ", encoding(.payload, .incompleteGroup, 21)),
        (header + ".e30.A", encoding(.signature, .incompleteGroup, 25)),
        (header + ".e30.AQAAA", encoding(.signature, .incompleteGroup, 29)),
        (header + ".e3+0.AQ", encoding(.payload, .otherAlphabet, 23)),
        (header + ".e30.A/==", encoding(.signature, .otherAlphabet, 26)),
        (header + ".e30.A%3D", encoding(.signature, .invalidCharacter, 26)),
        (header + ".e30.A\u{0}", encoding(.signature, .invalidCharacter, 26)),
        (header + ".e30.Aé", encoding(.signature, .invalidCharacter, 26)),
        ("\u{feff}" + header + ".e30.AQ", encoding(.header, .invalidCharacter, 0)),
        ("\"" + header + ".e30.AQ\"", encoding(.header, .invalidCharacter, 0)),
        (header + ".e30.AQ~", encoding(.signature, .invalidCharacter, 27)),
        (header + "\u{ff0e}e30.AQ.", encoding(.header, .invalidCharacter, 20)),
    ]

    /// Headers, in clear text.
    static let headers: [(header: String, error: JWSError)] = [
        ("null", .headerNotObject),
        ("[]", .headerNotObject),
        ("\"alg\"", .headerNotObject),
        ("1", .headerNotObject),
        (#"[{"alg":"RS256"}]"#, .headerNotObject),
        ("", .header(JSONError(.unexpectedEnd, offset: 0))),
        (" ", .header(JSONError(.unexpectedEnd, offset: 1))),
        ("{", .header(JSONError(.unexpectedEnd, offset: 1))),
        (#"{"alg":"RS256""#, .header(JSONError(.unexpectedEnd, offset: 14))),
        (#"{"alg":"RS256",}"#, .header(JSONError(.trailingComma, offset: 15))),
        (#"{"alg":"RS256"}x"#, .header(JSONError(.trailingData, offset: 15))),
        (#"{"alg":"RS256"}{"alg":"RS256"}"#, .header(JSONError(.trailingData, offset: 15))),
        ("{\"alg\":\"RS256\"}\u{0}", .header(JSONError(.trailingData, offset: 15))),
        (#"{'alg':'RS256'}"#, .header(JSONError(.nameExpected, offset: 1))),
        ("\u{feff}{\"alg\":\"RS256\"}", .header(JSONError(.byteOrderMark, offset: 0))),
        (#"{"alg":"RS256","alg":"RS256"}"#, .header(JSONError(.duplicateName, offset: 15))),
        (#"{"alg":"none","alg":"RS256"}"#, .header(JSONError(.duplicateName, offset: 14))),
        (#"{"alg":"RS256","alg":"none"}"#, .header(JSONError(.duplicateName, offset: 15))),
        (#"{"alg":"RS256","\u0061lg":"none"}"#, .header(JSONError(.duplicateName, offset: 15))),
        (#"{"\u0061\u006c\u0067":"none","alg":"RS256"}"#, .header(JSONError(.duplicateName, offset: 29))),
        (#"{"alg":"RS256","kid":"a","kid":"b"}"#, .header(JSONError(.duplicateName, offset: 25))),
        (#"{"alg":"RS256","x":{"y":1,"y":2}}"#, .header(JSONError(.duplicateName, offset: 26))),
        (#"{"alg":"RS256","x":"\ud800"}"#, .header(JSONError(.loneSurrogate, offset: 20))),
        (#"{"alg":"RS256","x":01}"#, .header(JSONError(.leadingZero, offset: 19))),
        // The algorithm.
        ("{}", .algorithmMissing),
        (#"{"ALG":"RS256"}"#, .algorithmMissing),
        (#"{"Alg":"RS256"}"#, .algorithmMissing),
        (#"{"alg ":"RS256"}"#, .algorithmMissing),
        (#"{"typ":"RS256"}"#, .algorithmMissing),
        (#"{"x":{"alg":"RS256"}}"#, .algorithmMissing),
        (#"{"alg":null}"#, .parameterNotString("alg")),
        (#"{"alg":true}"#, .parameterNotString("alg")),
        (#"{"alg":256}"#, .parameterNotString("alg")),
        (#"{"alg":["RS256"]}"#, .parameterNotString("alg")),
        (#"{"alg":{"RS256":1}}"#, .parameterNotString("alg")),
        (#"{"alg":"none"}"#, .algorithmRefused("none")),
        (#"{"alg":"None"}"#, .algorithmRefused("None")),
        (#"{"alg":"NONE"}"#, .algorithmRefused("NONE")),
        (#"{"alg":"nOnE"}"#, .algorithmRefused("nOnE")),
        (#"{"alg":"\u006eone"}"#, .algorithmRefused("none")),
        (#"{"alg":""}"#, .algorithmRefused("")),
        (#"{"alg":"HS256"}"#, .algorithmRefused("HS256")),
        (#"{"alg":"HS512"}"#, .algorithmRefused("HS512")),
        (#"{"alg":"RS384"}"#, .algorithmRefused("RS384")),
        (#"{"alg":"RS512"}"#, .algorithmRefused("RS512")),
        (#"{"alg":"RS1"}"#, .algorithmRefused("RS1")),
        (#"{"alg":"PS256"}"#, .algorithmRefused("PS256")),
        (#"{"alg":"ES256"}"#, .algorithmRefused("ES256")),
        (#"{"alg":"EdDSA"}"#, .algorithmRefused("EdDSA")),
        (#"{"alg":"RSA-OAEP"}"#, .algorithmRefused("RSA-OAEP")),
        (#"{"alg":"rs256"}"#, .algorithmRefused("rs256")),
        (#"{"alg":"Rs256"}"#, .algorithmRefused("Rs256")),
        (#"{"alg":" RS256"}"#, .algorithmRefused(" RS256")),
        (#"{"alg":"RS256 "}"#, .algorithmRefused("RS256 ")),
        (#"{"alg":"RS256\n"}"#, .algorithmRefused("RS256\n")),
        (#"{"alg":"RS256\u0000"}"#, .algorithmRefused("RS256\u{0}")),
        (#"{"alg":"RS256,none"}"#, .algorithmRefused("RS256,none")),
        (#"{"alg":"RS2560"}"#, .algorithmRefused("RS2560")),
        (#"{"alg":"RS25"}"#, .algorithmRefused("RS25")),
        ("{\"alg\":\"R\u{405}256\"}", .algorithmRefused("R\u{405}256")),
        ("{\"alg\":\"RS256\u{200b}\"}", .algorithmRefused("RS256\u{200b}")),
        ("{\"alg\":\"\u{ff32}S256\"}", .algorithmRefused("\u{ff32}S256")),
        // Extensions.
        (#"{"alg":"RS256","crit":["b64"],"b64":false}"#, .criticalExtensions),
        (#"{"alg":"RS256","crit":["exp"],"exp":1}"#, .criticalExtensions),
        (#"{"alg":"RS256","crit":["alg"]}"#, .criticalExtensions),
        (#"{"alg":"RS256","crit":[]}"#, .criticalExtensions),
        (#"{"alg":"RS256","crit":null}"#, .criticalExtensions),
        (#"{"alg":"RS256","crit":"exp"}"#, .criticalExtensions),
        (#"{"alg":"RS256","crit":{}}"#, .criticalExtensions),
        (#"{"alg":"RS256","\u0063rit":[]}"#, .criticalExtensions),
        // Members that must be strings.
        (#"{"alg":"RS256","kid":1}"#, .parameterNotString("kid")),
        (#"{"alg":"RS256","kid":null}"#, .parameterNotString("kid")),
        (#"{"alg":"RS256","kid":["a"]}"#, .parameterNotString("kid")),
        (#"{"alg":"RS256","typ":1}"#, .parameterNotString("typ")),
        (#"{"alg":"RS256","cty":{}}"#, .parameterNotString("cty")),
    ]

    @Test("structure and encoding", arguments: structure + encodings)
    func refuses(token: String, error: JWSError) throws {
        let key = try Vectors.a2.get().publicKey
        #expect(throws: error) { try JWS.verify(token, using: key) }
        #expect(throws: error) { try JWS.verify(token, using: JWKSet([JWK(key)])) }
        #expect(throws: JWTError.token(error)) {
            try JWT.verify(token, using: key, policy: JWTPolicy(now: 0))
        }
        #expect(throws: JWTError.token(error)) { try JWT.decodeWithoutVerifying(token) }
    }

    @Test("header", arguments: headers)
    func refusesHeader(header: String, error: JWSError) throws {
        let key = try Vectors.a2.get().publicKey
        for signature in [[], [1], [UInt8](repeating: 0, count: 256)] {
            let token = ForgedToken(header: header, signature: signature).text
            #expect(throws: error) { try JWS.verify(token, using: key) }
        }
    }

    @Test(
        "a header that is refused is refused with a right signature as well",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"RS384"}"#, #"{"alg":"RS256","crit":[]}"#,
            #"{"alg":"RS256","alg":"RS256"}"#,
        ])
    func refusesSignedHeader(header: String) throws {
        let key = try Vectors.a2.get()
        let token = try ForgedToken(header: header).signed(with: key)
        let error = #expect(throws: JWSError.self) { try JWS.verify(token, using: key.publicKey) }
        #expect(error != .signatureInvalid)
    }

    @Test("the size is looked at before anything else")
    func size() throws {
        let key = try Vectors.a2.get().publicKey
        let token = Self.header + ".e30.AQ"
        #expect(throws: JWSError.signatureInvalid) { try JWS.verify(token, using: key, maximumSize: 27) }
        #expect(throws: JWSError.tooLarge(limit: 26)) { try JWS.verify(token, using: key, maximumSize: 26) }
        let dots = String(repeating: ".", count: 65_537)
        #expect(throws: JWSError.tooLarge(limit: 65_536)) { try JWS.verify(dots, using: key) }
        #expect(throws: JWTError.token(.tooLarge(limit: 26))) {
            try JWT.verify(token, using: key, policy: JWTPolicy(now: 0, maximumTokenSize: 26))
        }
        #expect(throws: JWTError.token(.tooLarge(limit: 26))) {
            try JWT.decodeWithoutVerifying(token, maximumSize: 26)
        }
        #expect(throws: JWSError.tooLarge(limit: -1)) { try JWS.verify(token, using: key, maximumSize: -1) }
    }

    @Test("every signature that is not right gives the same error")
    func signatures() throws {
        let key = try Vectors.a2.get().publicKey
        let compact = try Vectors.string("rfc/rfc7515-a2.json", "compact")
        let parts = compact.split(separator: ".").map(String.init)
        let right = try Base64URL.decode(parts[2])
        func flipped(_ bit: Int) -> [UInt8] {
            var changed = right
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            return changed
        }
        let wrong: [[UInt8]] =
            [
                [], [0], [1], Array(right.dropLast()), Array(right.dropFirst()), [0] + right, right + [0],
                right + right, Array(right.reversed()), right.map { ~$0 },
                [UInt8](repeating: 0, count: 256), [UInt8](repeating: 0xff, count: 256),
                [UInt8](repeating: 0, count: 255) + [1],
            ] + [0, 7, 1023, 1024, 2040, 2047].map(flipped)
        for signature in wrong {
            let token = parts[0] + "." + parts[1] + "." + Base64URL.encode(signature)
            #expect(throws: JWSError.signatureInvalid) { try JWS.verify(token, using: key) }
        }
        // The right signature over something else.
        for token in [parts[0] + ".e30." + parts[2], parts[0] + ".." + parts[2]] {
            #expect(throws: JWSError.signatureInvalid) { try JWS.verify(token, using: key) }
        }
        let other = try JWK(parsing: Vectors.value("rfc/rfc7520-3.3-3.4-4.1.json", "jwkPublic").serialized())
        #expect(throws: JWSError.signatureInvalid) { try JWS.verify(compact, using: other.publicKey()) }
    }

    @Test("messages quote what the token says without harm, and cut it")
    func descriptions() {
        let hostile = "\u{1b}[2J\n\u{202e}" + String(repeating: "x", count: 500)
        let text = JWSError.algorithmRefused(hostile).description
        #expect(text.hasPrefix(#"the algorithm (alg) is "\u001b[2J\n\u202exxx"#))
        #expect(text.utf8.count < 200)
        #expect(
            JWSError.partCount(5).description.hasSuffix(
                "has 5 like an encrypted one (JWE), which is not supported"))
    }

    @Test("a signature with an error in it makes no token")
    func signingFault() throws {
        // Keys whose numbers fit together, but with a prime that is none.
        let file = try #require(try VectorFile.json("negative/keys.json") as? [String: Any])
        let cases = try #require(file["cases"] as? [[String: Any]])
        let keys = cases.filter { $0["expected"] as? String == "unusable" }.compactMap { row in
            try? RSAPrivateKey(derRepresentation: bytes(hexadecimal: row["der"] as? String ?? ""))
        }
        let key = try #require(keys.first)
        #expect(throws: JWSError.signing(.faultDetected)) { try JWS.sign(payload: [], using: key) }
        #expect(JWSError.signing(.faultDetected).description == RSASigningError.faultDetected.description)
    }

    @Test("the tables have the cases that were written")
    func count() {
        #expect(Self.structure.count == 14)
        #expect(Self.encodings.count == 28)
        #expect(Self.headers.count == 75)
    }
}
