import BenchmarkHarness
import Foundation
import JWTKit

/// vapor/jwt-kit: whole tokens, signed by swift-crypto.
var jwtKitBenchmarks: [Benchmark] {
    [
        Benchmark("token-make/2048/jwt-kit") {
            let keys = try keyCollection()
            return { iterations in
                try waitFor {
                    try await Timing.ofThisProcess {
                        for _ in 0..<iterations { consume(try await keys.sign(Assertion())) }
                    }
                }
            }
        },
        Benchmark("token-verify/2048/jwt-kit") {
            let keys = try keyCollection()
            let token = try waitFor { try await keys.sign(Assertion()) }
            return { iterations in
                try waitFor {
                    try await Timing.ofThisProcess {
                        for _ in 0..<iterations {
                            consume(try await keys.verify(token, as: Assertion.self))
                        }
                    }
                }
            }
        },
    ]
}

private func keyCollection() throws -> JWTKeyCollection {
    let key = try Insecure.RSA.PrivateKey(pem: PublishedKey.rfc7515.privatePEM)
    let keys = JWTKeyCollection()
    try waitFor { _ = await keys.add(rsa: key, digestAlgorithm: .sha256) }
    return keys
}

/// The claims of a client assertion.
private struct Assertion: JWTPayload {
    var iss = IssuerClaim(value: Contest.client)
    var sub = SubjectClaim(value: Contest.client)
    var aud = AudienceClaim(value: Contest.audience)
    var iat = IssuedAtClaim(value: Date(timeIntervalSince1970: TimeInterval(Contest.issuedAt)))
    var jti = IDClaim(value: RandomIdentifier.next())

    func verify(using algorithm: some JWTAlgorithm) throws {
        try aud.verifyIntendedAudience(includes: Contest.audience)
        guard iss.value == Contest.client else { throw WrongResult("another issuer") }
    }
}
