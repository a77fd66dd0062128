import BenchmarkHarness
import BigInt
import Foundation
import RS256

/// attaswift/BigInt: what pure Swift for RSA usually stands on. Neither constant in time nor checked before release;
/// one length is enough to see where it is.
var bigIntBenchmarks: [Benchmark] {
    let published = PublishedKey.rfc7515
    return [
        Benchmark("sign/2048/BigInt") {
            let key = try TextbookKey(published)
            try Contest.check(key.signature(for: Contest.message), by: published)
            return { consume(key.signature(for: Contest.message)) }
        },
        Benchmark("verify/2048/BigInt") {
            let key = try TextbookKey(published)
            let signature = try Contest.signature(by: published)
            return {
                guard key.isValidSignature(signature, for: Contest.message) else {
                    throw WrongResult("the signature was refused")
                }
            }
        },
    ]
}

/// RSA by the formulas of RFC 8017, sections 5.2.1 and 5.2.2.
private struct TextbookKey {
    private let byteCount: Int
    private let n: BigUInt, e: BigUInt
    private let p: BigUInt, q: BigUInt, dP: BigUInt, dQ: BigUInt, qInv: BigUInt

    init(_ published: PublishedKey) throws {
        let numbers = try RSAPrivateKey(pemRepresentation: published.privatePEM).components
        byteCount = numbers.modulus.count
        n = BigUInt(Data(numbers.modulus))
        e = BigUInt(Data(numbers.publicExponent))
        p = BigUInt(Data(numbers.prime1.copied()))
        q = BigUInt(Data(numbers.prime2.copied()))
        dP = BigUInt(Data(numbers.exponent1.copied()))
        dQ = BigUInt(Data(numbers.exponent2.copied()))
        qInv = BigUInt(Data(numbers.coefficient.copied()))
    }

    func signature(for message: [UInt8]) -> Data {
        let m = BigUInt(encoded(message))
        let m1 = (m % p).power(dP, modulus: p)
        let m2 = (m % q).power(dQ, modulus: q)
        let h = (m1 + p - m2 % p) * qInv % p
        let bytes = (m2 + q * h).serialize()
        return Data(count: byteCount - bytes.count) + bytes
    }

    func isValidSignature(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        BigUInt(Data(signature)).power(e, modulus: n) == BigUInt(encoded(message))
    }

    /// EMSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 9.2).
    private func encoded(_ message: [UInt8]) -> Data {
        let digestInfo: [UInt8] = [
            0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
            0x00, 0x04, 0x20,
        ]
        let padding = [UInt8](repeating: 0xff, count: byteCount - 3 - digestInfo.count - 32)
        return Data([0x00, 0x01] + padding + [0x00] + digestInfo + SHA256.hash(message))
    }
}
