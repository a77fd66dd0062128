import DER
import RSA
import TestSupport
import Testing

/// `Vectors/negative/keys.json`: defective keys, and good ones between them.
@Suite("Negative key vectors")
struct NegativeKeyTests {
    /// The file.
    struct File: Decodable {
        let cases: [Case]
    }

    /// A key, and whether it must be accepted.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String, rule: String, half: String, policy: String, der: String, expected: String
        /// The rule that is broken, and where in the encoding, for an error of the encoding.
        let defect: String?, offset: Int?
        var testDescription: String { id }

        var encoding: [UInt8] { bytes(hexadecimal: der) }
        var keyPolicy: RSAKeyPolicy { policy == "legacy" ? .legacy : .default }

        /// The public key in the encoding, of either half.
        func load() throws(RSAKeyError) -> RSAPublicKey {
            half == "private"
                ? try RSAPrivateKey(derRepresentation: encoding, policy: keyPolicy).publicKey
                : try RSAPublicKey(derRepresentation: encoding, policy: keyPolicy)
        }
    }

    static let cases = (try? VectorFile.decoded("negative/keys.json", as: File.self))?.cases ?? []

    @Test("every case is there")
    func counts() {
        func count(_ expected: String) -> Int { Self.cases.count { $0.expected == expected } }
        print("negative/keys.json: \(Self.cases.count) cases, \(count("accept")) to accept")
        #expect(Self.cases.count == 588)
        #expect(count("accept") == 26 && count("refuse") == 558 && count("unusable") == 4)
        #expect(Set(Self.cases.map(\.id)).count == 588)
    }

    @Test("a defective key is refused for the right reason", arguments: cases)
    func key(vector: Case) throws {
        switch vector.expected {
        case "accept":
            #expect(throws: Never.self, "\(vector.rule)") { try vector.load() }
        case "unusable":
            let key = try? RSAPrivateKey(derRepresentation: vector.encoding, policy: vector.keyPolicy)
            if let key {
                #expect(throws: RSASigningError.faultDetected, "\(vector.rule)") {
                    try key.signature(for: [])
                }
            }
        default:
            do throws(RSAKeyError) {
                _ = try vector.load()
                Issue.record("accepted: \(vector.rule)")
            } catch {
                #expect(error.ruleName == vector.defect, "\(vector.rule)")
                if case .encoding(let error) = error { #expect(error.offset == vector.offset) }
            }
        }
    }
}

extension RSAKeyError {
    /// The name of the rule in `keys.json`: the case, and the case inside it.
    fileprivate var ruleName: String {
        switch self {
        case .encoding(let error): "encoding." + Self.caseName(error.kind)
        case .unsuitable(let material, _): "unsuitable." + Self.caseName(material)
        case .invalid(let defect): "invalid." + defect.name
        case .unsupportedVersion: "unsupportedVersion"
        case .algorithmParameters: "algorithmParameters"
        case .modulusBitLength: "modulusBitLength"
        case .publicExponentOutOfRange: "publicExponentOutOfRange"
        case .numberTooLong: "numberTooLong"
        case .tooLarge: "tooLarge"
        case .text, .credential, .labelMismatch, .severalKeys: "no rule of an encoding"
        }
    }

    /// The name of a case without its associated values.
    private static func caseName(_ value: some Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? "\(value)"
    }
}

extension RSAKeyDefect {
    fileprivate var name: String {
        switch self {
        case .modulusNotOdd: "modulusNotOdd"
        case .modulusOfFlawedGenerator: "modulusOfFlawedGenerator"
        case .publicExponentNotOdd: "publicExponentNotOdd"
        case .primeNotOdd: "primeNotOdd"
        case .primeTooSmall: "primeTooSmall"
        case .primesEqual: "primesEqual"
        case .primesTooClose: "primesTooClose"
        case .primesDoNotDivideModulus: "primesDoNotDivideModulus"
        case .primesNotRecoverable: "primesNotRecoverable"
        case .privateExponentTooLarge: "privateExponentTooLarge"
        case .privateExponentTooSmall: "privateExponentTooSmall"
        case .privateExponentMismatch: "privateExponentMismatch"
        case .crtExponentMismatch: "crtExponentMismatch"
        case .crtCoefficientMismatch: "crtCoefficientMismatch"
        }
    }
}
