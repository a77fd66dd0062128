import Base64Coding
import JOSE
import RSA

/// What the core must do on every machine: the checks that each `main` beside this file runs.
///
/// `KnownAnswers` is written from the files of `Vectors/` by `.ci/embedded`.
enum Checks {
    /// Runs all checks, prints one line for each, and returns whether all of them passed.
    static func allPass() -> Bool {
        do throws(RSAKeyError) {
            let key = try RSAPrivateKey(pemRepresentation: KnownAnswers.keyPEM)
            // All are evaluated, so that one failure does not hide the next.
            let results = [
                signatureIsKnown(key),
                onlyTheKnownSignatureIsValid(key.publicKey),
                tokenIsKnown(key),
                tokenIsVerified(key.publicKey),
                shortKeyIsRefused(),
            ]
            return results.allSatisfy { $0 }
        } catch {
            return report("the key of RFC 7515 A.2 is read", false)
        }
    }

    /// RFC 7515, appendix A.2: the signature over the signing input, octet for octet.
    private static func signatureIsKnown(_ key: RSAPrivateKey) -> Bool {
        let signature = try? key.signature(for: [UInt8](KnownAnswers.signingInput.utf8))
        return report(
            "the signature of RFC 7515 A.2", signature.map { Base64URL.encode($0) } == KnownAnswers.signature)
    }

    private static func onlyTheKnownSignatureIsValid(_ key: RSAPublicKey) -> Bool {
        guard var signature = try? Base64URL.decode(KnownAnswers.signature) else {
            return report("the signature is base64url", false)
        }
        let message = [UInt8](KnownAnswers.signingInput.utf8)
        let accepts = key.isValidSignature(signature, for: message)
        signature[100] ^= 1
        let refuses = !key.isValidSignature(signature, for: message)
        return report("the signature is valid, and not with one bit changed", accepts && refuses)
    }

    /// The token that another library makes of the same key and claims.
    private static func tokenIsKnown(_ key: RSAPrivateKey) -> Bool {
        var claims = JWTClaims()
        claims.issuer = "client-1.example"
        claims.audience = ["https://idp.intelligence.salesforce.com"]
        claims.subject = "user@example.com"
        claims.issuedAt = 1_690_129_371
        claims.jwtID = "45911cd010b846f9810b150c969b0007"
        let token = try? JWT.sign(claims, using: key, serialization: .pythonJWT)
        return report("the golden token of a Python library", token == KnownAnswers.token)
    }

    private static func tokenIsVerified(_ key: RSAPublicKey) -> Bool {
        let policy = JWTPolicy(audience: "https://idp.intelligence.salesforce.com", now: 1_690_129_380)
        let verified = try? JWT.verify(KnownAnswers.token, using: key, policy: policy)
        return report("its claims are verified", verified?.claims.issuedAt == 1_690_129_371)
    }

    private static func shortKeyIsRefused() -> Bool {
        do throws(RSAKeyError) {
            _ = try RSAPublicKey(modulus: [UInt8](repeating: 0xFF, count: 128), exponent: [1, 0, 1])
            return report("a key of 1024 bits is refused", false)
        } catch {
            guard case .modulusBitLength(1024, _) = error else {
                return report("a key of 1024 bits is refused for its length", false)
            }
            return report("a key of 1024 bits is refused for its length", true)
        }
    }

    private static func report(_ what: StaticString, _ passed: Bool) -> Bool {
        print(passed ? "pass: " : "FAIL: ", terminator: "")
        print(what)
        return passed
    }
}
