import Base64Coding
import JOSE
import RSA
import TestSupport
import Testing

/// `Vectors/negative/tokens.json`: tokens that must be refused, and right ones between them.
@Suite("Negative token vectors")
struct NegativeTokenTests {
    /// The file, without the sets of keys, which are JSON of other kinds.
    struct File: Decodable {
        let cases: [Case]
        let keys: [String: Numbers]
        let keySets: [String: KeySet]
    }

    /// The numbers of a public key, in hexadecimal digits.
    struct Numbers: Decodable {
        let n: String, e: String
    }

    /// How many keys there are in a set.
    struct KeySet: Decodable {
        let keys: [Key]
        struct Key: Decodable { let kty: String }
    }

    /// A token, and whether it is to be accepted.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String, rule: String, token: String, expected: String
        /// The one trusted key, or the set of them.
        let key: String?, keySet: String?
        let policy: Policy
        /// The rule that is broken.
        let defect: String?
        var testDescription: String { id }

        func verify() throws -> JWTVerified {
            if let keySet {
                return try JWT.verify(
                    token, using: try #require(NegativeTokenTests.keySets[keySet]), policy: policy.value)
            }
            let key = try #require(key.flatMap { NegativeTokenTests.keys[$0] })
            return try JWT.verify(token, using: key, policy: policy.value)
        }
    }

    /// What is expected of a token; what is not there is not.
    struct Policy: Decodable, Sendable {
        let now: Int64, leeway: Int64
        let issuer: String?, audience: String?, subject: String?, expectedType: String?
        let requiredClaims: [String]?, maximumAge: Int64?, maximumTokenSize: Int?

        var value: JWTPolicy {
            JWTPolicy(
                issuer: issuer, audience: audience, subject: subject, leeway: leeway, now: now,
                requiredClaims: requiredClaims ?? [], maximumAge: maximumAge,
                maximumTokenSize: maximumTokenSize ?? JWS.defaultMaximumSize, expectedType: expectedType)
        }
    }

    static let file = try? VectorFile.decoded("negative/tokens.json", as: File.self)
    static let cases = file?.cases ?? []
    static let keys: [String: RSAPublicKey] = (file?.keys ?? [:]).compactMapValues { numbers in
        try? RSAPublicKey(
            modulus: bytes(hexadecimal: numbers.n), exponent: bytes(hexadecimal: "0" + numbers.e))
    }
    static let keySets: [String: JWKSet] = {
        let sets = try? Vectors.value("negative/tokens.json", "keySets").objectValue
        let pairs = (sets?.members ?? []).compactMap { name, value in
            (try? JWKSet(parsing: value.serialized())).map { (name, $0) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    @Test("every case is there")
    func counts() throws {
        let valid = Self.cases.count { $0.expected == "valid" }
        print("negative/tokens.json: \(Self.cases.count) cases, \(valid) valid")
        #expect(Self.cases.count == 668 && valid == 121)
        #expect(Set(Self.cases.map(\.id)).count == 668)
        #expect(Self.keys.count == 2)
        #expect(Self.keySets.count == 10)
        for (name, set) in Self.keySets {
            let written = try #require(Self.file?.keySets[name]).keys
            #expect(set.keys.count == written.count { $0.kty == "RSA" })
            #expect(set.skipped.count == written.count { $0.kty != "RSA" })
        }
    }

    @Test("a token is accepted, or refused for the right reason", arguments: cases)
    func token(vector: Case) throws {
        if vector.expected == "valid" {
            #expect(throws: Never.self, "\(vector.rule)") { try vector.verify() }
        } else {
            let error = try #require(#expect(throws: JWTError.self, "\(vector.rule)") { try vector.verify() })
            #expect(error.ruleName == vector.defect, "\(vector.rule)")
        }
    }
}

extension JWTError {
    /// The name of the rule in `tokens.json`.
    fileprivate var ruleName: String {
        switch self {
        case .token(let error): error.ruleName
        case .claims(let error): "claims.\(error.kind)"
        case .claimsNotObject: "claimsNotObject"
        case .claimMissing(let name): "claimMissing.\(name)"
        case .claimMalformed(let name): "claimMalformed.\(name)"
        case .expired: "expired"
        case .notYetValid: "notYetValid"
        case .issuedInFuture: "issuedInFuture"
        case .tooOld: "tooOld"
        case .issuerMismatch: "issuerMismatch"
        case .subjectMismatch: "subjectMismatch"
        case .audienceMismatch: "audienceMismatch"
        case .typeMismatch: "typeMismatch"
        }
    }
}

extension JWSError {
    fileprivate var ruleName: String {
        switch self {
        case .tooLarge: "tooLarge"
        case .partCount: "partCount"
        case .encoding(let part, let error): "encoding.\(part).\(error.kind.ruleName)"
        case .header(let error): "header.\(error.kind)"
        case .headerNotObject: "headerNotObject"
        case .algorithmMissing: "algorithmMissing"
        case .algorithmRefused: "algorithmRefused"
        case .criticalExtensions: "criticalExtensions"
        case .parameterNotString(let name): "parameterNotString.\(name)"
        case .noMatchingKey: "noMatchingKey"
        case .signatureInvalid: "signatureInvalid"
        case .signing: "no rule of a token"
        }
    }
}

extension Base64Error.Kind {
    fileprivate var ruleName: String {
        switch self {
        case .tooLarge: "tooLarge"
        case .invalidCharacter: "invalidCharacter"
        case .whiteSpace: "whiteSpace"
        case .otherAlphabet: "otherAlphabet"
        case .unexpectedPadding: "unexpectedPadding"
        case .missingPadding: "missingPadding"
        case .incompleteGroup: "incompleteGroup"
        case .unusedBitsNotZero: "unusedBitsNotZero"
        }
    }
}
