import Foundation
import RSA
import SHA2
import TestSupport
import Testing

/// Every key and certificate file of `Vectors/keys`, read as a user would give it to the program.
@Suite("Key files")
struct KeyFileTests {
    /// An entry of `manifest.json`.
    struct Entry: Sendable, CustomTestStringConvertible {
        let file: String, form: String, expected: String
        let bits: Int, modulusHash: String
        var testDescription: String { file }

        /// Whether the manifest wants the key, and it is one that this package reads: not under a password (it says
        /// so instead), and not below 1024 bits under any policy. The file with headers inside its blocks is marked as
        /// a matter of policy there; RFC 7468 section 2 does not allow them, and neither do we.
        var isReadable: Bool {
            expected == "accept" && form != "pkcs8-encrypted" && bits >= 1024
                && file != "x509/cryptography.io.with_headers.pem"
        }
        var isPrivate: Bool { form == "pkcs1-private" || form == "pkcs8" }
    }

    static let entries: [Entry] = {
        guard let manifest = try? VectorFile.json("keys/manifest.json") as? [String: Any],
            let entries = manifest["entries"] as? [[String: Any]]
        else { return [] }
        return entries.map { entry in
            let key = entry["key"] as? [String: Any]
            return Entry(
                file: entry["file"] as? String ?? "", form: entry["form"] as? String ?? "",
                expected: entry["expected"] as? String ?? "",
                bits: key?["bits"] as? Int ?? 0, modulusHash: key?["modulusSHA256Hex"] as? String ?? "")
        }
    }()

    @Test("every file is there")
    func counts() {
        let readable = Self.entries.count(where: \.isReadable)
        print("keys/manifest.json: \(Self.entries.count) files, \(readable) of them to be read as a key")
        #expect(Self.entries.count == 116)
        #expect(readable == 37)
        #expect(Self.entries.count { $0.isReadable && $0.isPrivate } == 9)
    }

    @Test("a file gives the key that the manifest names, or an error", arguments: entries)
    func file(entry: Entry) throws {
        let credential = try VectorFile.bytes("keys/" + entry.file)
        let privateKey = Result { () throws(RSAKeyError) in
            try RSAPrivateKey(credential: credential, policy: .legacy).publicKey
        }
        let publicKey = Result { () throws(RSAKeyError) in
            try RSAPublicKey(credential: credential, policy: .legacy)
        }
        let (loaded, refused) = entry.isPrivate ? (privateKey, publicKey) : (publicKey, privateKey)
        #expect(throws: RSAKeyError.self) { try refused.get() }
        if entry.isReadable {
            let key = try loaded.get()
            #expect(key.keySizeInBits == entry.bits)
            #expect(hexadecimal(SHA256.hash(key.modulus)) == entry.modulusHash)
        } else {
            #expect(throws: RSAKeyError.self) { try loaded.get() }
        }
    }

    static let named: [(String, KeyMaterial)] = [
        ("asymmetric/Traditional_OpenSSL_Serialization/testrsa-encrypted.pem", .encryptedPrivateKey),
        ("asymmetric/PKCS8/enc-rsa-3des.pem", .encryptedPrivateKey),
        ("asymmetric/DER_Serialization/enc-rsa-pkcs8.der", .encryptedPrivateKey),
        ("generated/a2-pbes2-aes256-hmacsha256.pem", .encryptedPrivateKey),
        ("generated/a2-pbes2-aes256-hmacsha256.der", .encryptedPrivateKey),
        ("asymmetric/PKCS8/ec_private_key.pem", .ellipticCurveKey),
        ("asymmetric/PEM_Serialization/ec_private_key.pem", .ellipticCurveKey),
        ("asymmetric/Ed25519/ed25519-pkcs8.pem", .edwardsCurveKey),
        ("asymmetric/PKCS8/unenc-dsa-pkcs8.pem", .dsaKey),
        ("asymmetric/DER_Serialization/unenc-dsa-pkcs8.der", .dsaKey),
        ("asymmetric/Traditional_OpenSSL_Serialization/dsa.1024.pem", .dsaKey),
        ("asymmetric/PKCS8/rsa_pss_2048.pem", .rsaPSSKey),
        ("asymmetric/OpenSSH/rsa-nopsw.key", .openSSHKey),
        ("generated/a2-spki.pem", .rsaPublicKey),
        ("generated/a2-pkcs1-public.der", .rsaPublicKey),
        ("generated/a2-cert.pem", .certificate),
        ("generated/a2-cert.der", .certificate),
        ("x509/requests/rsa_sha256.pem", .certificateRequest),
        ("x509/requests/rsa_sha256.der", .certificateRequest),
    ]

    @Test("the error names what was found instead of a private key", arguments: named)
    func names(file: String, material: KeyMaterial) throws {
        let credential = try VectorFile.bytes("keys/" + file)
        #expect(throws: RSAKeyError.unsuitable(material, needed: .privateKey)) {
            try RSAPrivateKey(credential: credential, policy: .legacy)
        }
    }

    @Test("a label that announces another form is refused")
    func labels() throws {
        let pkcs8UnderPKCS1 = try VectorFile.bytes("keys/asymmetric/PKCS8/wrong-pem-delimiter-rsa.pem")
        #expect(throws: RSAKeyError.labelMismatch(label: "RSA PRIVATE KEY", line: 1)) {
            try RSAPrivateKey(credential: pkcs8UnderPKCS1)
        }
    }

    @Test("PEM in the strict form gives the same key, and is written back byte for byte")
    func strict() throws {
        for name in ["a2-pkcs1", "a2-pkcs8"] {
            let text = try VectorFile.text("keys/generated/\(name).pem")
            let key = try RSAPrivateKey(pemRepresentation: text)
            #expect((name == "a2-pkcs1" ? key.pkcs1PEMRepresentation : key.pemRepresentation) == text)
        }
        for name in ["a2-spki", "a2-pkcs1-public"] {
            let text = try VectorFile.text("keys/generated/\(name).pem")
            let key = try RSAPublicKey(pemRepresentation: text)
            #expect((name == "a2-spki" ? key.pemRepresentation : key.pkcs1PEMRepresentation) == text)
        }
    }

    @Test("the strict form is not mended: escaped line ends")
    func notMended() throws {
        let text = try VectorFile.text("keys/generated/a2-pkcs1.pem").replacingOccurrences(
            of: "\n", with: "\\n")
        do throws(RSAKeyError) {
            _ = try RSAPrivateKey(pemRepresentation: text)
            Issue.record("accepted")
        } catch {
            guard case .text = error else { throw error }
        }
        let mended = try RSAPrivateKey(credential: Array(text.utf8))
        #expect(mended.publicKey == (try TestKeys.rfc7515()).publicKey)
    }

    @Test("two private keys in one text are ambiguous")
    func several() throws {
        let text = try VectorFile.text("keys/generated/a2-pkcs1.pem")
        #expect(throws: RSAKeyError.severalKeys(line: 28)) {
            try RSAPrivateKey(pemRepresentation: text + text)
        }
    }
}
