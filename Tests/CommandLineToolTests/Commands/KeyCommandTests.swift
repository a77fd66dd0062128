import Foundation
import TestSupport
import Testing

@Suite struct KeyCommandTests {
    static let forms = ["pkcs1.pem", "pkcs1.der", "pkcs8.pem", "pkcs8.der"].map { "generated/a2-" + $0 }
    static let publicForms =
        ["spki.pem", "spki.der", "pkcs1-public.pem", "pkcs1-public.der", "cert.pem", "cert.der"].map {
            "generated/a2-" + $0
        }

    @Test(arguments: forms + publicForms)
    func everyFormHasTheSameThumbprintAndPublicKey(_ name: String) async throws {
        let thumbprint = try await Tool.run("key", "thumbprint", KeyFile.path(name))
        #expect(thumbprint.output == KeyFile.thumbprint + "\n")
        let publicKey = try await Tool.run("key", "public", KeyFile.path(name))
        #expect(publicKey.output == (try VectorFile.text("keys/generated/a2-spki.pem")))
    }

    @Test func inspectTellsTheFactsAndNoSecret() async throws {
        let result = try await Tool.run("key", "inspect", KeyFile.privatePKCS1)
        #expect(result.status == 0)
        for fact in ["RSA private key", "2048 bits", "65537", KeyFile.thumbprint] {
            #expect(result.output.contains(fact))
        }
        let publicKey = try await Tool.run("key", "inspect", KeyFile.publicKey)
        #expect(publicKey.output.contains("RSA public key"))
    }

    @Test func smallKeysNeedTheirOption() async throws {
        let file = KeyFile.path("asymmetric/PKCS8/unenc-rsa-pkcs8.pem")
        let refused = try await Tool.run("key", "inspect", file)
        #expect(refused.status == 3)
        #expect(refused.errors.contains("1024 bits, the minimum is 2048"))
        #expect(try await Tool.run("key", "inspect", file, "--legacy-keys").output.contains("1024 bits"))
    }

    @Test func jwkIsPublicUnlessAskedOtherwise() async throws {
        let result = try await Tool.run("key", "jwk", KeyFile.privatePKCS8, "--kid", "thumbprint")
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(json?["kty"] as? String == "RSA")
        #expect(json?["kid"] as? String == KeyFile.thumbprint)
        #expect(json?["d"] == nil)
        let secret = try await Tool.run("key", "jwk", KeyFile.privatePKCS8, "--private")
        let numbers = try JSONSerialization.jsonObject(with: Data(secret.output.utf8)) as? [String: Any]
        let expected = try VectorFile.json("rfc/rfc7515-a2.json") as? [String: Any]
        let jwk = try #require(expected?["jwk"] as? [String: Any])
        for name in ["n", "e", "d", "p", "q", "dp", "dq", "qi"] {
            #expect(numbers?[name] as? String == jwk[name] as? String)
        }
        #expect(try await Tool.run("key", "jwk", KeyFile.publicKey, "--private").status == 3)
    }

    @Test func jwkFilesAreKeysToo() async throws {
        let jwk = try await Tool.run("key", "jwk", KeyFile.privatePKCS8, "--private")
        let thumbprint = try await Tool.run("key", "thumbprint", "-", input: jwk.output)
        #expect(thumbprint.output == KeyFile.thumbprint + "\n", "\(thumbprint.errors)")
        let publicKey = try await Tool.run("key", "jwk", KeyFile.publicKey)
        #expect(
            try await Tool.run("key", "inspect", "-", input: publicKey.output).output.contains(
                "RSA public key"))
        let signing = try await Tool.run("sign", "--key", "-", "--claim", "a=b", input: publicKey.output)
        #expect(signing.status == 3)
        #expect(signing.errors.contains("this is a PUBLIC KEY"), "\(signing.errors)")
    }

    /// Every key file of the vectors: a key that is accepted, or exit code 3 with a reason.
    @Test func everyKeyFileEndsWellOrWithAReason() async throws {
        let manifest = try VectorFile.json("keys/manifest.json") as? [String: Any]
        let entries = try #require(manifest?["entries"] as? [[String: Any]])
        #expect(entries.count == 116)
        for entry in entries {
            let name = try #require(entry["file"] as? String)
            let result = try await Tool.run("key", "thumbprint", KeyFile.path(name), "--legacy-keys")
            let key = entry["key"] as? [String: Any]
            // The certificate in the last one stands beside a key under a password in the traditional form.
            let encrypted =
                (entry["form"] as? String)?.contains("encrypted") == true
                || name == "x509/cryptography.io.with_headers.pem"
            if entry["expected"] as? String == "accept", !encrypted, key?["bits"] as? Int != 512 {
                #expect(result.status == 0, "\(name): \(result.errors)")
                #expect(result.output == "\(key?["jwkThumbprintSHA256"] ?? "")\n", "\(name)")
            } else {
                #expect(result.status == 3, "\(name)")
                #expect(result.output == "", "\(name)")
                #expect(result.errors.hasPrefix("rs256: \(KeyFile.path(name))"), "\(name): \(result.errors)")
                #expect(!encrypted || result.errors.contains("encrypted"), "\(name): \(result.errors)")
            }
        }
    }

    @Test(arguments: [
        (["inspect"], "a key is missing"), (["inspect", "f", "--key-env", "X"], "exclude each other"),
        ([], "a command is missing"), (["inpsect", "f"], "did you mean inspect?"),
    ])
    func mistakesAreExplained(_ arguments: [String], _ message: String) async throws {
        let result = try await Tool.run(arguments: ["key"] + arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(message))
    }
}
