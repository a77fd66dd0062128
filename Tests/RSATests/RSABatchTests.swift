import RSA
import TestSupport
import Testing

/// Batches and engines against single signatures of the portable engine.
@Suite("Batches and engines")
struct RSABatchTests {
    /// Keys of 1024 to 4096 bits from the NIST file: primes of 512 to 2048 bits.
    static func keys() throws -> [RSAPrivateKey] {
        var seen: Set<String> = []
        let records = try ResponseFile("nist/SigVer15_186-3-SHA256.rsp", endingWith: "Result").records
        return records.filter { seen.insert($0["n"] ?? "").inserted && $0["Result"] != nil }.compactMap {
            record in
            // The file changes e in some cases; those do not fit d.
            try? RSAPrivateKey(
                modulus: record.bytes("n"), publicExponent: record.bytes("e"),
                privateExponent: record.bytes("d"),
                prime1: record.bytes("p"), prime2: record.bytes("q"), policy: .legacy)
        }
    }

    @Test("every engine makes the same signatures, for every size of key")
    func engines() throws {
        let keys = try Self.keys()
        #expect(keys.count >= 5 && Set(keys.map(\.keySizeInBits)).count >= 4)
        for key in keys {
            let message = Array("message for \(key.keySizeInBits)".utf8)
            let expected = try key.using(.portable).signature(for: message)
            for engine in RSAEngine.available {
                #expect(try key.using(engine).signature(for: message) == expected)
            }
        }
    }

    @Test("batches of every length", arguments: 0...9)
    func lengths(count: Int) throws {
        let key = try TestKeys.rfc7515()
        let messages = (0..<count).map { [UInt8(truncatingIfNeeded: $0), 7] }
        let expected = try messages.map { try key.using(.portable).signature(for: $0) }
        for engine in RSAEngine.available {
            #expect(try key.using(engine).signatures(for: messages) == expected)
        }
    }

    @Test("a batch over keys of several sizes keeps the order")
    func severalKeys() throws {
        let keys = try Self.keys()
        let requests = (0..<12).map { i in
            RSASignatureRequest(key: keys[i % keys.count], message: [UInt8(i)])
        }
        let results = RSABatch.sign(requests)
        #expect(results.count == requests.count)
        for (request, result) in zip(requests, results) {
            #expect(try result.get() == request.key.using(.portable).signature(for: request.message))
        }
    }

    @Test("a signature that does not verify fails alone, and makes a whole batch of one key fail")
    func fault() throws {
        let good = try TestKeys.rfc7515()
        let unusable = try #require(
            NegativeKeyTests.cases.lazy.filter { $0.expected == "unusable" }.compactMap {
                try? RSAPrivateKey(derRepresentation: $0.encoding, policy: $0.keyPolicy)
            }.first)
        let requests = [good, unusable, good].map { RSASignatureRequest(key: $0, message: [1]) }
        let right = try good.signature(for: [1])
        #expect(RSABatch.sign(requests) == [.success(right), .failure(.faultDetected), .success(right)])
        #expect(throws: RSASigningError.faultDetected) { try unusable.signatures(for: [[1], [2]]) }
    }

    @Test("of every number of signatures, those that are wrong fail alone", arguments: [1, 4, 5, 8, 9, 17])
    func verification(count: Int) throws {
        for key in try Self.keys() {
            var pairs = try (0..<count).map { i in
                let message = [UInt8(truncatingIfNeeded: i)]
                return (signature: try key.signature(for: message), message: message)
            }
            for engine in RSAEngine.available {
                let publicKey = key.publicKey.using(engine)
                #expect(publicKey.areValidSignatures(pairs) == Array(repeating: true, count: count))
            }
            var expected = Array(repeating: true, count: count)
            // Another message, a signature with another bit, a shorter one, and one that is not less than the modulus.
            let damages: [(inout (signature: [UInt8], message: [UInt8])) -> Void] = [
                { $0.message += [0] }, { $0.signature[7] ^= 1 }, { $0.signature.removeLast() },
                { $0.signature = Array(repeating: 0xff, count: $0.signature.count) },
            ]
            for (i, damage) in damages.enumerated() where 2 * i < count {
                damage(&pairs[2 * i])
                expected[2 * i] = false
            }
            for engine in RSAEngine.available {
                #expect(key.publicKey.using(engine).areValidSignatures(pairs) == expected)
            }
        }
    }

    @Test("an engine that is not available is not used, and the name says which is")
    func availability() throws {
        let key = try TestKeys.rfc7515()
        #expect(RSAEngine.available.contains(.portable) && RSAEngine.available.contains(RSAEngine.preferred))
        #expect(key.using(.portable).signingEngine == .portable)
        #expect(
            key.using(.avx512).signingEngine == (RSAEngine.available.contains(.avx512) ? .avx512 : .portable))
        #expect(RSAEngine.allCases.map(\.name) == ["portable", "avx512"])
    }
}
