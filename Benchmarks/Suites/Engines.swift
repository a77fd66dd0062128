import BenchmarkHarness
import RSA

/// A signature by each engine that this machine can run.
var engines: [Benchmark] {
    PublishedKey.all.flatMap { published in
        RSAEngine.available.map { engine in
            Benchmark("engine/sign-\(published.bits)/\(engine.name)") {
                let key = try RSAPrivateKey(pemRepresentation: published.privatePEM).using(engine)
                return { consume(try key.signature(for: Message.bytes)) }
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
