import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

@Suite struct VerifyCommandTests {
    /// Signed at 1000, valid from 1000, expires at 1300.
    static func token(_ more: String...) async throws -> String {
        let result = try await Tool.run(
            arguments: [
                "sign", "--key", KeyFile.privatePKCS8, "--claim", "iss=me", "--claim", "aud=them", "--claim",
                "sub=it",
                "--iat", "1000", "--claim", "nbf:=1000", "--expires-in", "300",
            ] + more)
        return result.output.trimmingCharacters(in: .newlines)
    }

    @Test(arguments: [
        ["--now", "1100"], ["--now", "1359"], ["--now", "940"], ["--now", "1700", "--leeway", "401"],
        ["--now", "1100", "--issuer", "me", "--audience", "them", "--subject", "it"],
        ["--now", "1100", "--require", "iss", "--require", "exp"], ["--now", "1100", "--max-age", "100"],
    ])
    func validTokensPrintTheirClaims(_ arguments: [String]) async throws {
        let token = try await Self.token()
        let result = try await Tool.run(arguments: ["verify", token, "--key", KeyFile.publicKey] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        let claims = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(claims?["iss"] as? String == "me")
        #expect(claims?["exp"] as? Int == 1300)
        #expect(result.errors == "valid: the signature and the claims\n")
    }

    @Test(arguments: [
        ["--now", "1361"], ["--now", "939"], ["--now", "1301", "--leeway", "0"],
        ["--now", "1100", "--issuer", "you"], ["--now", "1100", "--audience", "us"],
        ["--now", "1100", "--subject", "that"], ["--now", "1100", "--require", "jti"],
        ["--now", "1200", "--max-age", "100", "--leeway", "0"], ["--now", "1100", "--type", "at+jwt"], [],
    ])
    func claimsThatDoNotFitEndWithCode1(_ arguments: [String]) async throws {
        let token = try await Self.token()
        let result = try await Tool.run(arguments: ["verify", token, "--key", KeyFile.publicKey] + arguments)
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("rs256: the token is not valid: "), "\(result.errors)")
    }

    @Test(arguments: [KeyFile.publicKey, KeyFile.certificate, KeyFile.privatePKCS1])
    func everyFormOfTheKeyVerifies(_ key: String) async throws {
        let token = try await Self.token()
        #expect(try await Tool.run("verify", token, "--key", key, "--now", "1100").status == 0)
        #expect(
            try await Tool.run("verify", "-", "--key", key, "--now", "1100", input: token + "\n").status == 0)
    }

    @Test(arguments: [("sig", "RS256", true), ("enc", "RS256", false), ("sig", "PS256", false)])
    func aJWKIsUsedForWhatItSays(_ use: String, _ algorithm: String, _ isAllowed: Bool) async throws {
        let jwk = try await Tool.run("key", "jwk", KeyFile.privatePKCS1).output
            .replacingOccurrences(of: "\"sig\"", with: "\"\(use)\"")
            .replacingOccurrences(of: "\"RS256\"", with: "\"\(algorithm)\"")
        let folder = try TemporaryFolder()
        let file = try folder.path("key.jwk", jwk)
        let result = try await Tool.run("verify", try await Self.token(), "--key", file, "--now", "1100")
        #expect(result.status == (isAllowed ? 0 : 3))
        #expect(result.errors.contains("something else than verifying RS256 signatures") != isAllowed)
    }

    @Test func anotherKeyOrADamagedTokenEndsWithCode1() async throws {
        let token = try await Self.token()
        let other = KeyFile.path("asymmetric/PEM_Serialization/rsa_public_key.pem")
        #expect(try await Tool.run("verify", token, "--key", other, "--now", "1100").status == 1)
        for damaged in [String(token.dropLast(8)), "x" + token, "a.b.c", "", "..", "{}", token + ".x"] {
            let result = try await Tool.run("verify", "--key", KeyFile.publicKey, "--", damaged)
            #expect(result.status == 1, "\(damaged)")
            #expect(result.output == "")
        }
    }

    @Test func setsOfKeysVerifyByKeyID() async throws {
        let folder = try TemporaryFolder()
        let one = try await Tool.run("key", "jwk", KeyFile.privatePKCS8, "--kid", "a2", "--set")
        let set = try folder.path("jwks.json", one.output)
        let token = try await Self.token("--kid", "a2")
        #expect(try await Tool.run("verify", token, "--jwks", set, "--now", "1100").status == 0)
        let unknown = try await Self.token("--kid", "unknown")
        #expect(try await Tool.run("verify", unknown, "--jwks", set, "--now", "1100").status == 1)
        let fromStandardInput = try await Tool.run(
            "verify", token, "--jwks", "-", "--now", "1100", input: one.output)
        #expect(fromStandardInput.status == 0)
    }

    @Test func whatATerminalActsOnIsEscaped() async throws {
        let token = try await Self.token("--header", "typ=\u{1b}[31m\u{9b}1m")
        let result = try await Tool.run(
            "verify", token, "--key", KeyFile.publicKey, "--now", "1100", "--type", "JWT")
        #expect(result.status == 1)
        #expect(result.errors.unicodeScalars.allSatisfy { $0 == "\n" || Printable.isHarmless($0) })
    }

    @Test func keysOfASetThatCannotBeUsedAreNamed() async throws {
        let small = KeyFile.path("asymmetric/PKCS8/unenc-rsa-pkcs8.pem")
        let set = try await Tool.run("key", "jwk", small, "--legacy-keys", "--set")
        let result = try await Tool.run(
            "verify", try await Self.token(), "--jwks", "-", "--now", "1100", input: set.output)
        #expect(result.status == 1)
        #expect(
            result.errors.contains("\n       key 1 of the set: the key has 1024 bits"), "\(result.errors)")
    }

    @Test(arguments: [
        (["t"], 2, "a key is missing"),
        (["t", "--key", "K", "--jwks", "x"], 2, "exclude each other"),
        (["-", "--key", "-"], 2, "cannot both come from standard input"),
        (["t", "--jwks", "/nowhere"], 3, "there is no such file"),
        (["t", "--jwks", "K"], 3, "is not a JWK set"),
        (["--key", "K"], 2, "TOKEN is missing"),
    ])
    func mistakesAreExplained(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let arguments = arguments.map { $0 == "K" ? KeyFile.publicKey : $0 }
        let result = try await Tool.run(arguments: ["verify"] + arguments)
        #expect(result.status == status)
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
