import RSA
import TestSupport
import Testing

/// NIST CAVP and RFC signatures. The counts are checked, so that a file that is read wrongly does not pass.
@Suite("Signature vectors")
struct SignatureVectorTests {
    static func records(_ path: String, _ last: String) -> [ResponseFile.Record] {
        (try? ResponseFile(path, endingWith: last))?.records ?? []
    }

    static let sigVerCases = records("nist/SigVer15_186-3-SHA256.rsp", "Result")
    static let sigVerEMCases = records("nist/SigVer15EMTest-SHA256.txt", "Result")
    static let sigGen3Cases = records("nist/SigGen15_186-3.rsp", "S").filter { $0["SHAAlg"] == "SHA256" }
    static let sigGen2Cases = records("nist/SigGen15_186-2-SHA256.txt", "S")

    @Test("every case of every file is there")
    func counts() {
        print("nist/SigVer15_186-3-SHA256.rsp: \(Self.sigVerCases.count) cases")
        print("nist/SigVer15EMTest-SHA256.txt: \(Self.sigVerEMCases.count) cases")
        print("nist/SigGen15_186-3.rsp: \(Self.sigGen3Cases.count) cases with SHA-256")
        print("nist/SigGen15_186-2-SHA256.txt: \(Self.sigGen2Cases.count) cases")
        #expect(Self.sigVerCases.count == 90 && Self.sigVerCases.count { $0["Result"]?.first == "P" } == 15)
        #expect(
            Self.sigVerEMCases.count == 30 && Self.sigVerEMCases.allSatisfy { $0["Result"]?.first == "F" })
        #expect(Self.sigGen3Cases.count == 50)
        #expect(Self.sigGen2Cases.count == 50)
    }

    @Test("SigVer15 186-3, and a right signature is made again", arguments: sigVerCases)
    func sigVer(record: ResponseFile.Record) throws {
        let publicKey = try RSAPublicKey(
            modulus: record.bytes("n"), exponent: record.bytes("e"), policy: .legacy)
        let isValid = publicKey.isValidSignature(record.bytes("S"), for: record.bytes("Msg"))
        #expect(isValid == (record["Result"]?.first == "P"))
        guard isValid else { return }
        let key = try RSAPrivateKey(
            modulus: record.bytes("n"), publicExponent: record.bytes("e"), privateExponent: record.bytes("d"),
            prime1: record.bytes("p"), prime2: record.bytes("q"), policy: .legacy)
        #expect(try key.signature(for: record.bytes("Msg")) == record.bytes("S"))
    }

    @Test("SigVer15EMTest: malformed encoded messages", arguments: sigVerEMCases)
    func sigVerEM(record: ResponseFile.Record) throws {
        let publicKey = try RSAPublicKey(
            modulus: record.bytes("n"), exponent: record.bytes("e"), policy: .legacy)
        #expect(!publicKey.isValidSignature(record.bytes("S"), for: record.bytes("Msg")))
    }

    @Test("SigGen15 186-3 verifies", arguments: sigGen3Cases)
    func sigGen3(record: ResponseFile.Record) throws {
        let publicKey = try RSAPublicKey(
            modulus: record.bytes("n"), exponent: record.bytes("e"), policy: .legacy)
        #expect(publicKey.isValidSignature(record.bytes("S"), for: record.bytes("Msg")))
    }

    @Test("SigGen15 186-2 verifies", arguments: sigGen2Cases)
    func sigGen2(record: ResponseFile.Record) throws {
        let publicKey = try RSAPublicKey(
            modulus: record.bytes("n"), exponent: record.bytes("e"), policy: .legacy)
        #expect(publicKey.isValidSignature(record.bytes("S"), for: record.bytes("Msg")))
    }

    @Test("SigGen15 186-2 is signed again with primes recovered from n, e and d", arguments: 0..<5)
    func recovered(keyNumber: Int) throws {
        let records = Self.sigGen2Cases[(10 * keyNumber)..<(10 * keyNumber + 10)]
        let first = try #require(records.first)
        let key = try RSAPrivateKey(
            modulus: first.bytes("n"), publicExponent: first.bytes("e"), privateExponent: first.bytes("d"),
            policy: .legacy)
        // All are verified above; three of the ten are enough here, as debug arithmetic is slow.
        for record in records.prefix(3) {
            #expect(record.bytes("n") == first.bytes("n"))
            #expect(try key.signature(for: record.bytes("Msg")) == record.bytes("S"))
        }
    }

    @Test("RFC 7515 appendix A.2")
    func rfc7515() throws {
        let file = try #require(try VectorFile.json("rfc/rfc7515-a2.json") as? [String: Any])
        let message = Array(try #require(file["signingInput"] as? String).utf8)
        let expected = bytes(hexadecimal: try #require(file["signatureHex"] as? String))
        let key = try TestKeys.rfc7515()
        #expect(try key.signature(for: message) == expected)
        #expect(try key.signatures(for: [message, [], message])[2] == expected)
        #expect(key.publicKey.isValidSignature(expected, for: message))
    }
}
