import BenchmarkHarness
import DER
import RSA

/// The nine numbers of a PKCS #1 private key: reading and writing the encoding, without any check of the numbers.
var derEncoding: [Benchmark] {
    PublishedKey.all.flatMap { published in
        [
            Benchmark("der/read/\(published.bits)") {
                let der = try RSAPrivateKey(pemRepresentation: published.privatePEM).pkcs1DERRepresentation
                return {
                    var file = DERReader(der)
                    var numbers = try file.readSequence()
                    while !numbers.isAtEnd { consume(try numbers.readUnsignedInteger()) }
                    try file.finish()
                }
            },
            Benchmark("der/write/\(published.bits)") {
                let key = try RSAPrivateKey(pemRepresentation: published.privatePEM)
                var file = DERReader(key.pkcs1DERRepresentation)
                var reader = try file.readSequence()
                var numbers = [try reader.readUnsignedInteger()]
                while !reader.isAtEnd { numbers.append(try reader.readUnsignedInteger()) }
                return { [numbers] in
                    var writer = DERWriter()
                    writer.appendSequence { sequence in
                        for number in numbers { sequence.appendUnsignedInteger(number) }
                    }
                    consume(writer.secretBytes)
                }
            },
        ]
    }
}
