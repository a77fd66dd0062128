import JOSE
import Testing

@Suite("JWTPolicy")
struct JWTPolicyTests {
    static let now: Int64 = 1_700_000_000

    /// The claims as JSON, how the policy differs from one that has the time and no leeway, and the error, if any.
    typealias Row = (claims: String, change: @Sendable (inout JWTPolicy) -> Void, error: JWTError?)

    private static let unchanged: @Sendable (inout JWTPolicy) -> Void = { _ in }
    private static let issuer: @Sendable (inout JWTPolicy) -> Void = { $0.issuer = "me" }
    private static let subject: @Sendable (inout JWTPolicy) -> Void = { $0.subject = "me" }
    private static let audience: @Sendable (inout JWTPolicy) -> Void = { $0.audience = "me" }
    private static let leeway: @Sendable (inout JWTPolicy) -> Void = { $0.leeway = 60 }
    private static let age: @Sendable (inout JWTPolicy) -> Void = { $0.maximumAge = 100 }
    private static let ageAndLeeway: @Sendable (inout JWTPolicy) -> Void = {
        ($0.maximumAge, $0.leeway) = (100, 60)
    }

    static let parties: [Row] = [
        ("{}", unchanged, nil),
        (#"{"iss":"me"}"#, issuer, nil),
        ("{}", issuer, .claimMissing("iss")),
        (#"{"iss":"you"}"#, issuer, .issuerMismatch(expected: "me", found: "you")),
        (#"{"iss":"ME"}"#, issuer, .issuerMismatch(expected: "me", found: "ME")),
        (#"{"iss":"me "}"#, issuer, .issuerMismatch(expected: "me", found: "me ")),
        (#"{"iss":""}"#, issuer, .issuerMismatch(expected: "me", found: "")),
        (
            #"{"iss":"e\u0301"}"#, { $0.issuer = "\u{e9}" },
            .issuerMismatch(expected: "\u{e9}", found: "e\u{301}")
        ),
        (#"{"iss":null}"#, unchanged, .claimMalformed("iss")),
        (#"{"iss":["me"]}"#, issuer, .claimMalformed("iss")),
        (#"{"sub":"me"}"#, subject, nil),
        ("{}", subject, .claimMissing("sub")),
        (#"{"sub":"you"}"#, subject, .subjectMismatch(expected: "me", found: "you")),
        (#"{"sub":1}"#, unchanged, .claimMalformed("sub")),
        (#"{"jti":1}"#, unchanged, .claimMalformed("jti")),
        (#"{"aud":"me"}"#, audience, nil),
        (#"{"aud":["me"]}"#, audience, nil),
        (#"{"aud":["you","me"]}"#, audience, nil),
        (#"{"aud":"you"}"#, unchanged, nil),
        ("{}", audience, .claimMissing("aud")),
        (#"{"aud":"you"}"#, audience, .audienceMismatch(expected: "me", found: ["you"])),
        (#"{"aud":["you","they"]}"#, audience, .audienceMismatch(expected: "me", found: ["you", "they"])),
        (#"{"aud":[]}"#, audience, .audienceMismatch(expected: "me", found: [])),
        (#"{"aud":"me,you"}"#, audience, .audienceMismatch(expected: "me", found: ["me,you"])),
        (#"{"aud":["me",1]}"#, audience, .claimMalformed("aud")),
        (#"{"aud":[["me"]]}"#, audience, .claimMalformed("aud")),
        (#"{"aud":null}"#, audience, .claimMalformed("aud")),
        (#"{"aud":{"me":true}}"#, unchanged, .claimMalformed("aud")),
    ]

    static let required: [Row] = [
        (#"{"a":0,"b":false}"#, { $0.requiredClaims = ["a", "b"] }, nil),
        (#"{"a":0}"#, { $0.requiredClaims = ["a", "b"] }, .claimMissing("b")),
        (#"{"a":null}"#, { $0.requiredClaims = ["a"] }, .claimMissing("a")),
        (#"{"A":1}"#, { $0.requiredClaims = ["a"] }, .claimMissing("a")),
        (#"{"x":{"a":1}}"#, { $0.requiredClaims = ["a"] }, .claimMissing("a")),
        ("{}", { $0.requiredClaims = ["exp"] }, .claimMissing("exp")),
    ]

    static let times: [Row] = [
        // The ends of the range of times are not gone beyond.
        (#"{"nbf":9223372036854775807}"#, { ($0.now, $0.leeway) = (.max - 5, 60) }, nil),
        (#"{"exp":-9223372036854775807}"#, { ($0.now, $0.leeway) = (.min + 5, 60) }, nil),
        (#"{"iat":9223372036854775807}"#, { ($0.now, $0.maximumAge) = (.max, -1) }, nil),
        // exp: the token is valid before it, not at it (RFC 7519 section 4.1.4).
        (#"{"exp":1700000001}"#, unchanged, nil),
        (#"{"exp":1700000000}"#, unchanged, .expired(at: 1_700_000_000, now: now)),
        (#"{"exp":1699999999}"#, unchanged, .expired(at: 1_699_999_999, now: now)),
        (#"{"exp":1699999941}"#, leeway, nil),
        (#"{"exp":1699999940}"#, leeway, .expired(at: 1_699_999_940, now: now)),
        (#"{"exp":1700000000.5}"#, unchanged, nil),
        (#"{"exp":1700000000.000000001}"#, unchanged, nil),
        (#"{"exp":1699999999.5}"#, unchanged, .expired(at: 1_700_000_000, now: now)),
        (#"{"exp":1.700000001e9}"#, unchanged, nil),
        (#"{"exp":17000000010e-1}"#, unchanged, nil),
        (#"{"exp":0}"#, unchanged, .expired(at: 0, now: now)),
        (#"{"exp":-1}"#, unchanged, .expired(at: -1, now: now)),
        (#"{"exp":-0.5}"#, unchanged, .expired(at: 0, now: now)),
        (#"{"exp":9223372036854775807}"#, unchanged, nil),
        (#"{"exp":9223372036854775808}"#, unchanged, nil),
        (#"{"exp":1e999999999999}"#, unchanged, nil),
        (#"{"exp":-1e999999999999}"#, unchanged, .expired(at: .min, now: now)),
        (#"{"exp":1e-999999999999}"#, unchanged, .expired(at: 1, now: now)),
        (#"{"exp":-9223372036854775809}"#, { $0.leeway = .max }, .expired(at: .min, now: now)),
        (#"{"exp":"1700000001"}"#, unchanged, .claimMalformed("exp")),
        (#"{"exp":null}"#, unchanged, .claimMalformed("exp")),
        (#"{"exp":true}"#, unchanged, .claimMalformed("exp")),
        (#"{"exp":[1700000001]}"#, unchanged, .claimMalformed("exp")),
        // nbf: the token is valid from it on (section 4.1.5).
        (#"{"nbf":1700000000}"#, unchanged, nil),
        (#"{"nbf":1700000001}"#, unchanged, .notYetValid(from: 1_700_000_001, now: now)),
        (#"{"nbf":1700000060}"#, leeway, nil),
        (#"{"nbf":1700000061}"#, leeway, .notYetValid(from: 1_700_000_061, now: now)),
        (#"{"nbf":1700000000.5}"#, unchanged, .notYetValid(from: 1_700_000_001, now: now)),
        (#"{"nbf":1699999999.5}"#, unchanged, nil),
        (#"{"nbf":-1e999}"#, unchanged, nil),
        (#"{"nbf":1e999}"#, unchanged, .notYetValid(from: .max, now: now)),
        (#"{"nbf":9223372036854775807}"#, leeway, .notYetValid(from: .max, now: now)),
        (#"{"nbf":"0"}"#, unchanged, .claimMalformed("nbf")),
        // iat.
        (#"{"iat":1700000000}"#, unchanged, nil),
        (#"{"iat":1700000001}"#, unchanged, .issuedInFuture(at: 1_700_000_001, now: now)),
        (#"{"iat":1700000060}"#, leeway, nil),
        (#"{"iat":1700000060.1}"#, leeway, .issuedInFuture(at: 1_700_000_061, now: now)),
        (#"{"iat":1e999}"#, leeway, .issuedInFuture(at: .max, now: now)),
        (#"{"iat":false}"#, unchanged, .claimMalformed("iat")),
        (#"{"iat":0}"#, unchanged, nil),
        // The age.
        ("{}", age, .claimMissing("iat")),
        (#"{"iat":1699999900}"#, age, nil),
        (#"{"iat":1699999899}"#, age, .tooOld(issuedAt: 1_699_999_899, maximumAge: 100, now: now)),
        (#"{"iat":1699999899.9}"#, age, .tooOld(issuedAt: 1_699_999_899, maximumAge: 100, now: now)),
        (#"{"iat":1699999840}"#, ageAndLeeway, nil),
        (#"{"iat":1699999839}"#, ageAndLeeway, .tooOld(issuedAt: 1_699_999_839, maximumAge: 100, now: now)),
        (#"{"iat":-1e999}"#, age, .tooOld(issuedAt: .min, maximumAge: 100, now: now)),
        (#"{"iat":1700000000}"#, { $0.maximumAge = 0 }, nil),
        (#"{"iat":0}"#, { $0.maximumAge = .max }, nil),
        // Extreme policies.
        (#"{"exp":1,"nbf":9000000000,"iat":9000000000}"#, { $0.leeway = .max }, nil),
        (#"{"exp":1700000001}"#, { $0.leeway = -1000 }, nil),
        (#"{"exp":1,"nbf":1,"iat":1}"#, { $0.now = .max }, .expired(at: 1, now: .max)),
        (#"{"nbf":1,"exp":2}"#, { $0.now = .min }, .notYetValid(from: 1, now: .min)),
        (#"{"iat":-9223372036854775808}"#, { ($0.now, $0.leeway, $0.maximumAge) = (.min, .max, .max) }, nil),
    ]

    @Test("claims", arguments: 0..<(parties.count + required.count + times.count))
    func claims(index: Int) throws {
        let row = (Self.parties + Self.required + Self.times)[index]
        var policy = JWTPolicy(leeway: 0, now: Self.now)
        row.change(&policy)
        let claims = JWTClaims(try #require(try JSONValue(parsing: row.claims).objectValue))
        if let error = row.error {
            #expect(throws: error) { try policy.check(claims) }
        } else {
            #expect(throws: Never.self) { try policy.check(claims) }
        }
    }

    @Test(
        "types are compared as media types",
        arguments: [
            ("JWT", "JWT", true), ("JWT", "jwt", true), ("JWT", "application/jwt", true),
            ("application/at+jwt", "AT+JWT", true), ("at+jwt", "at+jwt", true), ("at+jwt", "JWT", false),
            ("JWT", "JW", false), ("JWT", "", false), ("JWT", nil, false), ("JWT", "x/jwt", false),
            ("JWT", "JWT ", false),
        ] as [(String, String?, Bool)])
    func types(expected: String, found: String?, fits: Bool) throws {
        let policy = JWTPolicy(now: Self.now, expectedType: expected)
        var header = JOSEHeader()
        header.type = found
        if fits {
            #expect(throws: Never.self) { try policy.check([:], header: header) }
        } else {
            #expect(throws: JWTError.typeMismatch(expected: expected, found: found)) {
                try policy.check([:], header: header)
            }
        }
    }

    @Test("the default leeway is a minute, and nothing else is expected")
    func defaults() {
        let policy = JWTPolicy(now: 0)
        #expect(policy.leeway == 60)
        #expect(policy.maximumTokenSize == 65_536)
        #expect(policy.issuer == nil && policy.audience == nil && policy.subject == nil)
        #expect(policy.expectedType == nil && policy.maximumAge == nil && policy.requiredClaims.isEmpty)
    }

    @Test("messages say what is expected and what was found")
    func descriptions() {
        #expect(
            JWTError.issuerMismatch(expected: "me", found: "y\u{1b}u").description
                == #"the issuer (iss) is "y\u001bu", not "me""#)
        for (found, text) in [([], "empty"), (["a"], "\"a\""), (["a", "b"], "\"a\" and 1 more")] {
            #expect(
                JWTError.audienceMismatch(expected: "me", found: found).description
                    == "the audience (aud) is \(text), without \"me\"")
        }
        #expect(
            JWTError.audienceMismatch(expected: "me", found: ["a", "b", "c"]).description
                == #"the audience (aud) is "a" and 2 more, without "me""#)
        #expect(
            JWTError.expired(at: 5, now: 9).description
                == "expired: valid until 5, and it is 9 (seconds since 1970)")
    }

    @Test("the tables have the cases that were written")
    func count() {
        #expect(Self.parties.count == 28)
        #expect(Self.required.count == 6)
        #expect(Self.times.count == 57)
    }
}
