import BenchmarkHarness
import RSA

/// RS256 over a message of the length of a typical JWS signing input, with a key that was loaded before.
var signatures: [Benchmark] {
    PublishedKey.all.map { published in
        Benchmark("sign/\(published.bits)") {
            let key = try RSAPrivateKey(pemRepresentation: published.privatePEM)
            return { consume(try key.signature(for: Message.bytes)) }
        }
    }
}

/// Verification of such a signature.
var verifications: [Benchmark] {
    PublishedKey.all.map { published in
        Benchmark("verify/\(published.bits)") {
            let privateKey = try RSAPrivateKey(pemRepresentation: published.privatePEM)
            let signature = try privateKey.signature(for: Message.bytes)
            let key = try RSAPublicKey(pemRepresentation: published.publicPEM)
            return {
                guard key.isValidSignature(signature, for: Message.bytes) else {
                    throw WrongResult("the signature was refused")
                }
            }
        }
    }
}

/// Signatures with one key by several threads, one by one and in batches of 16: from one thread to as many as there are
/// processors.
var cores: [Benchmark] {
    Benchmark.threadCounts.flatMap { threads in
        let name = threads == 1 ? "1-thread" : "\(threads)-threads"
        return [
            Benchmark.parallel("cores/sign-2048/\(name)", threads: threads) {
                let key = try RSAPrivateKey(pemRepresentation: PublishedKey.rfc7515.privatePEM)
                return { consume(try key.signature(for: Message.bytes)) }
            },
            Benchmark.parallel("cores/sign-2048-batch/\(name)", threads: threads, work: 16) {
                let key = try RSAPrivateKey(pemRepresentation: PublishedKey.rfc7515.privatePEM)
                let messages = Message.different(16)
                return { consume(try key.signatures(for: messages)) }
            },
        ]
    }
}
