import Foundation
import TestSupport
import Testing

/// What the user reads about a file that is not the key that is needed.
@Suite struct KeyErrorTests {
    @Test(arguments: [
        ("generated/a2-spki.pem", "this is a PUBLIC KEY"),
        ("generated/a2-spki.der", "this is a PUBLIC KEY"),
        ("generated/a2-pkcs1-public.pem", "this is a PUBLIC KEY"),
        ("generated/a2-cert.pem", "this is a CERTIFICATE"),
        ("x509/requests/rsa_sha256.pem", "CERTIFICATE REQUEST"),
        ("generated/a2-pbes2-aes256-hmacsha256.pem", "encrypted: decrypt it with `openssl"),
        ("generated/a2-pbes2-aes256-hmacsha256.der", "encrypted: decrypt it with `openssl"),
        ("asymmetric/PKCS8/enc-rsa-pkcs8.pem", "encrypted: decrypt it with `openssl"),
        (
            "asymmetric/Traditional_OpenSSL_Serialization/testrsa-encrypted.pem",
            "encrypted: decrypt it with `openssl"
        ),
        ("asymmetric/PKCS8/ec_private_key.pem", "EC key, RSA required"),
        ("asymmetric/PEM_Serialization/ec_private_key.pem", "EC key, RSA required"),
        ("asymmetric/PEM_Serialization/ec_public_key.pem", "this is a PUBLIC KEY"),
        ("asymmetric/Ed25519/ed25519-pkcs8.pem", "RSA required"),
        ("asymmetric/PKCS8/unenc-dsa-pkcs8.pem", "DSA key, RSA required"),
        ("asymmetric/PKCS8/rsa_pss_2048.pem", "RSASSA-PSS"),
        ("asymmetric/OpenSSH/rsa-nopsw.key", "ssh-keygen"),
        ("asymmetric/PKCS8/unknown-oid.der", "RSA required"),
        ("asymmetric/PKCS8/unenc-rsa-pkcs8.pem", "1024 bits, the minimum is 2048"),
    ])
    func signingSaysWhatIsWrongWithTheFile(_ name: String, _ message: String) async throws {
        let result = try await Tool.run("sign", "--key", KeyFile.path(name), "--claim", "a=b")
        #expect(result.status == 3)
        #expect(result.output == "")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test(arguments: [
        ("asymmetric/PEM_Serialization/ec_public_key.pem", "EC key, RSA required"),
        ("x509/custom/ca/ca.pem", "EC key, RSA required"),
        ("x509/ed25519/root-ed25519.pem", "RSA required"),
        ("generated/a2-pbes2-aes128-hmacsha256.pem", "encrypted: decrypt it with `openssl"),
        ("asymmetric/PKCS8/unenc-rsa-pkcs8.pub.pem", "1024 bits, the minimum is 2048"),
    ])
    func inspectingSaysWhatIsWrongWithTheFile(_ name: String, _ message: String) async throws {
        let result = try await Tool.run("key", "inspect", KeyFile.path(name))
        #expect(result.status == 3)
        #expect(result.output == "")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test(arguments: ["", "\n", "-----BEGIN PRIVATE KEY-----\n", "{}", "{\"kty\":\"RSA\"}", "hello"])
    func textThatIsNoKeyIsRefused(_ text: String) async throws {
        let result = try await Tool.run("key", "inspect", "-", input: text)
        #expect(result.status == 3)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("rs256: standard input"), "\(result.errors)")
    }

    @Test func binaryAndOversizedInputIsRefused() async throws {
        var generator = SplitMix64(seed: 1)
        let folder = try TemporaryFolder()
        for count in [1, 100, 5_000, 300_000] {
            let file = try folder.file("random", Data(generator.bytes(count)))
            let result = try await Tool.run("key", "inspect", file.path)
            #expect(result.status == 3)
            #expect(result.output == "")
            #expect(result.errors.hasPrefix("rs256: \(file.path)"), "\(result.errors)")
        }
    }

    @Test func filesThatCannotBeReadAreNamed() async throws {
        #expect(
            try await Tool.run("key", "inspect", "/nowhere").errors
                == "rs256: /nowhere: there is no such file\n")
        #expect(try await Tool.run("key", "inspect", "/").errors == "rs256: / is a folder, not a file\n")
        #expect(try await Tool.run("key", "inspect", "/dev/null").errors == "rs256: /dev/null is empty\n")
        #expect(
            try await Tool.run("key", "inspect", "/dev/zero").errors.contains("is larger than 262144 bytes"))
    }

    /// A key where the name of a file or of a variable belongs is not repeated, in whatever form.
    @Test(arguments: [
        ["sign", "--claim", "a=b", "--key", "KEY"], ["sign", "--claim", "a=b", "--key-env", "KEY"],
        ["key", "inspect", "KEY"], ["key", "inspect", "--key-env", "KEY"], ["verify", "x", "--jwks", "KEY"],
        ["idp", "--client", "a=KEY"], ["sign", "--claim", "a=b", "--key=KEY"],
    ])
    func aKeyInThePlaceOfItsNameIsNotRepeated(_ arguments: [String]) async throws {
        let pem = try VectorFile.text("keys/generated/a2-pkcs1.pem")
        let body = pem.split(separator: "\n").dropFirst().dropLast().joined()
        let jwk = try await Tool.run("key", "jwk", "--private", KeyFile.privatePKCS1).output
        #expect(jwk.contains("\"d\""))
        for key in [pem, body, jwk] {
            let words = arguments.map { $0.replacingOccurrences(of: "KEY", with: key) }
            let result = try await Tool.run(arguments: words)
            #expect(result.status == (key == pem ? 2 : 3), "\(result.errors)")
            #expect(result.output == "")
            #expect(result.errors.contains("does not belong on the command line"), "\(result.errors)")
            #expect(result.errors.utf8.count < 600)
            for start in stride(from: 0, to: key.utf8.count - 16, by: 16) {
                let window = String(key.dropFirst(start).prefix(16))
                #expect(!result.errors.contains(window) || window.contains("PRIVATE"), "\(window)")
            }
        }
    }

    @Test func noPartOfASecretIsRepeated() async throws {
        let pem = try VectorFile.text("keys/generated/a2-pkcs1.pem")
        let body = pem.split(separator: "\n")[1]
        let damaged = pem.replacingOccurrences(of: body.prefix(1), with: "!")
        for text in [
            damaged, String(pem.dropLast(60)), pem + pem, pem.replacingOccurrences(of: "RSA ", with: ""),
        ] {
            let result = try await Tool.run("sign", "--key", "-", "--claim", "a=b", input: text)
            #expect(result.status == 3, "\(result.errors)")
            for line in pem.split(separator: "\n").dropFirst().dropLast() {
                #expect(!result.errors.contains(line.prefix(12)))
            }
        }
    }
}
