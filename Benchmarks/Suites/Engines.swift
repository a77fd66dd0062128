import BenchmarkHarness
import RSA

/// A signature and a verification by each engine that this machine can run.
var engines: [Benchmark] {
    PublishedKey.all.flatMap { published in
        RSAEngine.available.map { engine in
            Benchmark("engine/sign-\(published.bits)/\(engine.name)") {
                let key = try RSAPrivateKey(pemRepresentation: published.privatePEM).using(engine)
                return { consume(try key.signature(for: Message.bytes)) }
            }
        }
            + RSAEngine.available.map { engine in
                Benchmark("engine/verify-\(published.bits)/\(engine.name)") {
                    let privateKey = try RSAPrivateKey(pemRepresentation: published.privatePEM)
                    let signature = try privateKey.signature(for: Message.bytes)
                    let key = privateKey.publicKey.using(engine)
                    return {
                        guard key.isValidSignature(signature, for: Message.bytes) else {
                            throw WrongResult("the signature was refused")
                        }
                    }
                }
            }
    }
}

/// Signatures with one key in batches; rates are of single signatures.
var batches: [Benchmark] {
    PublishedKey.all.flatMap { published in
        (published.bits == 2048 ? [1, 2, 4, 8, 16, 32, 64] : [4, 16]).map { count in
            Benchmark("batch/sign-\(published.bits)/\(count)", work: .operations(count)) {
                let key = try RSAPrivateKey(pemRepresentation: published.privatePEM)
                let messages = Message.different(count)
                return { consume(try key.signatures(for: messages)) }
            }
        }
    }
}

/// Verifications with one key in batches; rates are of single verifications.
var batchVerifications: [Benchmark] {
    PublishedKey.all.flatMap { published in
        (published.bits == 2048 ? [1, 2, 4, 8, 16, 64] : [8, 16]).map { count in
            Benchmark("batch/verify-\(published.bits)/\(count)", work: .operations(count)) {
                let key = try RSAPrivateKey(pemRepresentation: published.privatePEM)
                let pairs = try Message.different(count).map {
                    (signature: try key.signature(for: $0), message: $0)
                }
                return {
                    guard key.publicKey.areValidSignatures(pairs).allSatisfy(\.self) else {
                        throw WrongResult("a signature was refused")
                    }
                }
            }
        }
    }
}
