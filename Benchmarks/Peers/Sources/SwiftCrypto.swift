import BenchmarkHarness
import Crypto
import CryptoExtras
import Foundation

/// apple/swift-crypto: BoringSSL, with assembly.
var swiftCryptoBenchmarks: [Benchmark] {
    PublishedKey.all.flatMap { published in
        [
            Benchmark("sign/\(published.bits)/swift-crypto") {
                let key = try _RSA.Signing.PrivateKey(pemRepresentation: published.privatePEM)
                let signature = try key.signature(for: Contest.message, padding: .insecurePKCS1v1_5)
                try Contest.check(signature.rawRepresentation, by: published)
                return { consume(try key.signature(for: Contest.message, padding: .insecurePKCS1v1_5)) }
            },
            Benchmark("verify/\(published.bits)/swift-crypto") {
                let key = try _RSA.Signing.PublicKey(pemRepresentation: published.publicPEM)
                let signature = _RSA.Signing.RSASignature(
                    rawRepresentation: Data(try Contest.signature(by: published)))
                return {
                    guard key.isValidSignature(signature, for: Contest.message, padding: .insecurePKCS1v1_5)
                    else {
                        throw WrongResult("the signature was refused")
                    }
                }
            },
            Benchmark("parse-private-pem/\(published.bits)/swift-crypto") {
                { consume(try _RSA.Signing.PrivateKey(pemRepresentation: published.privatePEM)) }
            },
            Benchmark("parse-public-pem/\(published.bits)/swift-crypto") {
                { consume(try _RSA.Signing.PublicKey(pemRepresentation: published.publicPEM)) }
            },
        ]
    } + [
        Benchmark(
            "sha256/\(Contest.hashedByteCount)-bytes/swift-crypto", work: .bytes(Contest.hashedByteCount)
        ) {
            { consume(SHA256.hash(data: Contest.hashedBytes)) }
        }
    ]
}
