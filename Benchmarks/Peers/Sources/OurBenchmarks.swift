import BenchmarkHarness
import RS256

/// This package. Its order is the order of the report.
var ourBenchmarks: [Benchmark] {
    ourSignatures + ourVerifications + ourTokens + ourKeys + [
        Benchmark("sha256/\(Contest.hashedByteCount)-bytes/RS256", work: .bytes(Contest.hashedByteCount)) {
            { consume(SHA256.hash(Contest.hashedBytes)) }
        }
    ]
}

/// The portable engine has bars of its own where another one is preferred.
private let hasOtherEngine = RSAEngine.preferred != .portable

private var ourSignatures: [Benchmark] {
    PublishedKey.all.flatMap { published in
        let one = Benchmark("sign/\(published.bits)/RS256") {
            let key = try RSAPrivateKey(pemRepresentation: published.privatePEM)
            return { consume(try key.signature(for: Contest.message)) }
        }
        let batches = [(16, "RS256-batch"), (4, "RS256-batch-4")].map { count, name in
            Benchmark("sign/\(published.bits)/\(name)", work: .operations(count)) {
                let key = try RSAPrivateKey(pemRepresentation: published.privatePEM)
                let messages = Array(repeating: Contest.message, count: count)
                return { consume(try key.signatures(for: messages)) }
            }
        }
        let portable = Benchmark("sign/\(published.bits)/RS256-portable") {
            let key = try RSAPrivateKey(pemRepresentation: published.privatePEM).using(.portable)
            return { consume(try key.signature(for: Contest.message)) }
        }
        return [one] + batches + (hasOtherEngine ? [portable] : [])
    }
}

private var ourVerifications: [Benchmark] {
    PublishedKey.all.flatMap { published in
        let one = verification("verify/\(published.bits)/RS256", published, by: .preferred)
        let batch = Benchmark("verify/\(published.bits)/RS256-batch", work: .operations(16)) {
            let key = try RSAPublicKey(pemRepresentation: published.publicPEM)
            let signature = try Contest.signature(by: published)
            let pairs = Array(repeating: (signature: signature, message: Contest.message), count: 16)
            return {
                guard key.areValidSignatures(pairs).allSatisfy(\.self) else {
                    throw WrongResult("a signature was refused")
                }
            }
        }
        let portable = verification("verify/\(published.bits)/RS256-portable", published, by: .portable)
        return hasOtherEngine ? [one, batch, portable] : [one, batch]
    }
}

private func verification(_ name: String, _ published: PublishedKey, by engine: RSAEngine) -> Benchmark {
    Benchmark(name) {
        let key = try RSAPublicKey(pemRepresentation: published.publicPEM).using(engine)
        let signature = try Contest.signature(by: published)
        return {
            guard key.isValidSignature(signature, for: Contest.message) else {
                throw WrongResult("the signature was refused")
            }
        }
    }
}

private var ourTokens: [Benchmark] {
    [
        Benchmark("token-make/2048/RS256") {
            let key = try RSAPrivateKey(pemRepresentation: PublishedKey.rfc7515.privatePEM)
            return { consume(try JWT.sign(claims(), using: key)) }
        },
        Benchmark("token-verify/2048/RS256") {
            let key = try RSAPrivateKey(pemRepresentation: PublishedKey.rfc7515.privatePEM)
            let token = try JWT.sign(claims(), using: key)
            let policy = JWTPolicy(issuer: Contest.client, audience: Contest.audience, now: Contest.issuedAt)
            return { consume(try JWT.verify(token, using: key.publicKey, policy: policy)) }
        },
    ]
}

private var ourKeys: [Benchmark] {
    PublishedKey.all.map { published in
        Benchmark("parse-private-pem/\(published.bits)/RS256") {
            { consume(try RSAPrivateKey(pemRepresentation: published.privatePEM)) }
        }
    }
        + PublishedKey.all.map { published in
            Benchmark("parse-public-pem/\(published.bits)/RS256") {
                { consume(try RSAPublicKey(pemRepresentation: published.publicPEM)) }
            }
        }
}

private func claims() -> JWTClaims {
    var claims = JWTClaims()
    claims.issuer = Contest.client
    claims.subject = Contest.client
    claims.audience = [Contest.audience]
    claims.issuedAt = Contest.issuedAt
    claims.jwtID = RandomIdentifier.next()
    return claims
}
