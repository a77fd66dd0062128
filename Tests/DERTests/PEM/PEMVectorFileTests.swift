import ConstantTime
import DER
import Foundation
import TestSupport
import Testing

/// A PEM file of Vectors/keys, with the labels that the manifest names.
struct PEMVectorFile: CustomTestStringConvertible {
    let file: String
    let labels: [String]

    var testDescription: String { file }
    var bytes: [UInt8] { get throws { try VectorFile.bytes("keys/" + file) } }

    static let all: [PEMVectorFile] = {
        guard let manifest = try? VectorFile.json("keys/manifest.json") as? [String: Any],
            let rows = manifest["entries"] as? [[String: Any]]
        else { return [] }
        return rows.compactMap { row in
            guard row["encoding"] as? String == "PEM", let file = row["file"] as? String,
                let labels = row["pemLabels"] as? [String]
            else { return nil }
            return PEMVectorFile(file: file, labels: labels)
        }
    }()

    /// The files that the strict parser refuses, and why. All others it reads.
    static let refused: [String: PEMError] = [
        "asymmetric/OpenSSH/rsa-nopsw.key": PEMError(.lineLength, line: 2),
        "asymmetric/PEM_Serialization/rsa_private_key.pem": PEMError(.encryptedHeaders, line: 2),
        "asymmetric/Traditional_OpenSSL_Serialization/key1.pem": PEMError(.encryptedHeaders, line: 2),
        "asymmetric/Traditional_OpenSSL_Serialization/key2.pem": PEMError(.encryptedHeaders, line: 2),
        "asymmetric/Traditional_OpenSSL_Serialization/key1-malformed-dek-info.pem":
            PEMError(.encryptedHeaders, line: 2),
        "asymmetric/Traditional_OpenSSL_Serialization/key1-malformed-iv.pem": PEMError(
            .encryptedHeaders, line: 2),
        "asymmetric/Traditional_OpenSSL_Serialization/key1-no-dek-info.pem": PEMError(
            .encryptedHeaders, line: 2),
        "asymmetric/Traditional_OpenSSL_Serialization/key1-short-iv.pem": PEMError(
            .encryptedHeaders, line: 2),
        "asymmetric/Traditional_OpenSSL_Serialization/testrsa-encrypted.pem": PEMError(
            .encryptedHeaders, line: 2),
        // A certificate, and behind it an encrypted key.
        "x509/cryptography.io.with_headers.pem": PEMError(.encryptedHeaders, line: 35),
    ]
}

@Suite("The PEM files of Vectors/keys")
struct PEMVectorFileTests {
    @Test func countOfFiles() {
        print("keys/manifest.json: \(PEMVectorFile.all.count) PEM files")
        #expect(PEMVectorFile.all.count == 94)
        #expect(PEMVectorFile.refused.count == 10)
        #expect(Set(PEMVectorFile.refused.keys).isSubset(of: PEMVectorFile.all.map(\.file)))
    }

    @Test(arguments: PEMVectorFile.all)
    func file(_ file: PEMVectorFile) throws {
        let bytes = try file.bytes
        if let error = PEMVectorFile.refused[file.file] {
            #expect(throws: error) { try PEMDocument(parsing: bytes) }
        } else {
            let document = try PEMDocument(parsing: bytes)
            #expect(document.blocks.map(\.label) == file.labels)
            #expect(document.blocks.allSatisfy { $0.contents.count > 2 })
        }
    }
}
