import BenchmarkHarness
import JOSE
import RSA
import TokenExchange

/// The way of a client assertion: claims are put together with a fresh `jti`, become JSON, and are signed; the other
/// side verifies the signature, reads the JSON and checks the claims.
var tokens: [Benchmark] {
    [
        Benchmark("token/make/2048") {
            let key = try RSAPrivateKey(pemRepresentation: PublishedKey.rfc7515.privatePEM)
            return { consume(try JWT.sign(assertion(), using: key)) }
        },
        // The same without the signature.
        Benchmark("token/make/claims-only") {
            { consume(assertion().object.serialized()) }
        },
        Benchmark("token/verify/2048") {
            let privateKey = try RSAPrivateKey(pemRepresentation: PublishedKey.rfc7515.privatePEM)
            let token = try JWT.sign(assertion(), using: privateKey)
            let key = privateKey.publicKey
            let policy = JWTPolicy(issuer: clientID, audience: audience, subject: clientID, now: now)
            return { consume(try JWT.verify(token, using: key, policy: policy)) }
        },
    ]
}

private let clientID = "b7f0c1c2-41a5-4f6e-9c56-6d5a2f0f9a11"
private let audience = "https://idp.intelligence.salesforce.com"
private let now: Int64 = 1_700_000_000

private func assertion() -> JWTClaims {
    var claims = JWTClaims()
    claims.issuer = clientID
    claims.subject = clientID
    claims.audience = [audience]
    claims.issuedAt = now
    var generator = SystemRandomNumberGenerator()
    claims.jwtID = JWTIdentifier.random(using: &generator)
    return claims
}
