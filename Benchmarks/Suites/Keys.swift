import BenchmarkHarness
import ConstantTime
import RSA

/// Keys from what a file holds to a key that can be used, with all checks.
var keys: [Benchmark] {
    PublishedKey.all.flatMap { published in
        let bits = published.bits
        return [
            Benchmark("parse/private-pem/\(bits)") {
                { consume(try RSAPrivateKey(pemRepresentation: published.privatePEM)) }
            },
            Benchmark("parse/private-der/\(bits)") {
                let der = try RSAPrivateKey(pemRepresentation: published.privatePEM).derRepresentation
                return { consume(try RSAPrivateKey(derRepresentation: der)) }
            },
            Benchmark("parse/public-pem/\(bits)") {
                { consume(try RSAPublicKey(pemRepresentation: published.publicPEM)) }
            },
            Benchmark("parse/public-der/\(bits)") {
                let der = try RSAPublicKey(pemRepresentation: published.publicPEM).derRepresentation
                return { consume(try RSAPublicKey(derRepresentation: der)) }
            },
            // The checks alone: all numbers are there.
            Benchmark("validate/all-numbers/\(bits)") {
                let components = try RSAPrivateKey(pemRepresentation: published.privatePEM).components
                return { consume(try RSAPrivateKey(components: components)) }
            },
            // The primes are computed from n, e and d first.
            Benchmark("validate/without-primes/\(bits)") {
                let components = try RSAPrivateKey(pemRepresentation: published.privatePEM).components
                let privateExponent = components.privateExponent.copied()
                return {
                    consume(
                        try RSAPrivateKey(
                            modulus: components.modulus, publicExponent: components.publicExponent,
                            privateExponent: privateExponent))
                }
            },
        ]
    }
}
