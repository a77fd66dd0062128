import Base64Coding
import BenchmarkHarness

/// base64 and base64url; rates are of the decoded bytes in both directions. 256 bytes is the signature of a token.
var encodings: [Benchmark] {
    [256, 65_536].flatMap { count in
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167) }
        return [
            Benchmark("base64url/encode-\(count)-bytes", work: .bytes(count)) {
                { consume(Base64URL.encode(bytes)) }
            },
            Benchmark("base64url/decode-\(count)-bytes", work: .bytes(count)) {
                let text = Base64URL.encode(bytes)
                return { consume(try Base64URL.decode(text)) }
            },
            Benchmark("base64/encode-\(count)-bytes", work: .bytes(count)) {
                { consume(Base64.encode(bytes)) }
            },
            Benchmark("base64/decode-\(count)-bytes", work: .bytes(count)) {
                let text = Base64.encode(bytes)
                return { consume(try Base64.decode(text)) }
            },
        ]
    }
}
