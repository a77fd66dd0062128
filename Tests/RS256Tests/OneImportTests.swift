import RS256
import TestSupport
import Testing

@Suite struct OneImportTests {
    @Test func everythingFromTheKeyToTheTokenIsThere() throws {
        let key = try RSAPrivateKey(pemRepresentation: try VectorFile.text("keys/generated/a2-pkcs8.pem"))
        var claims = JWTClaims()
        claims.issuer = "me"
        let token = try JWT.sign(claims, using: key)
        let verified = try JWT.verify(token, using: key.publicKey, policy: JWTPolicy(issuer: "me", now: 0))
        #expect(verified.claims.issuer == "me")
        #expect(Base64URL.encode(SHA256.hash([])) == "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")
        #expect(try PEMDocument(parsing: key.pemRepresentation).blocks.count == 1)
    }
}
