import Glibc
import RSA
import TestSupport

/// Published and negative signature vectors through an engine, one by one and in batches: `swift test` has the portable
/// engine only, where it is a debug build.
struct SignatureVectors {
    /// What is said of a signature.
    private struct Verification {
        let key: RSAPublicKey, signature: [UInt8], message: [UInt8], isValid: Bool, name: String
    }

    /// A signature that a key must make again.
    private struct Signing {
        let key: RSAPrivateKey, message: [UInt8], signature: [UInt8], name: String
    }

    private var verifications: [Verification] = [], signings: [Signing] = []

    /// Reads the files.
    init() throws {
        for (file, last) in [
            ("nist/SigVer15_186-3-SHA256.rsp", "Result"), ("nist/SigVer15EMTest-SHA256.txt", "Result"),
            ("nist/SigGen15_186-3.rsp", "S"), ("nist/SigGen15_186-2-SHA256.txt", "S"),
        ] {
            for (number, record) in try ResponseFile(file, endingWith: last).records.enumerated()
            where record["SHAAlg"] ?? "SHA256" == "SHA256" {
                try add(record, isValid: last == "S" || record["Result"]?.first == "P", "\(file) \(number)")
            }
        }
        let negative = try VectorFile.decoded("negative/signatures.json", as: NegativeSignatures.self)
        let keys = try negative.keys.mapValues {
            try RSAPublicKey(
                modulus: number(hexadecimal: $0.n), exponent: number(hexadecimal: $0.e), policy: .legacy)
        }
        for vector in negative.cases {
            guard let key = keys[vector.key] else { fail("\(vector.id): no key \(vector.key)") }
            verifications.append(
                Verification(
                    key: key, signature: bytes(hexadecimal: vector.signature),
                    message: bytes(hexadecimal: vector.message), isValid: vector.isValid, name: vector.id))
        }
        // A file that is read wrongly must not pass.
        guard verifications.count == 867, signings.count == 65 else {
            fail("\(verifications.count) vectors and \(signings.count) signatures, not 867 and 65")
        }
    }

    private mutating func add(_ record: ResponseFile.Record, isValid: Bool, _ name: String) throws {
        let key = try RSAPublicKey(modulus: record.bytes("n"), exponent: record.bytes("e"), policy: .legacy)
        let message = record.bytes("Msg"), signature = record.bytes("S")
        verifications.append(
            Verification(key: key, signature: signature, message: message, isValid: isValid, name: name))
        guard isValid, record["d"] != nil else { return }
        let privateKey = try RSAPrivateKey(
            modulus: record.bytes("n"), publicExponent: record.bytes("e"),
            privateExponent: record.bytes("d"), policy: .legacy)
        signings.append(Signing(key: privateKey, message: message, signature: signature, name: name))
    }

    /// Runs all through `engine`; ends the program at the first wrong answer.
    func check(_ engine: RSAEngine) throws {
        for vector in verifications {
            let isValid = vector.key.using(engine).isValidSignature(vector.signature, for: vector.message)
            if isValid != vector.isValid { fail("\(engine.name): \(vector.name)") }
        }
        // Neighbours with one key as a batch.
        for run in verifications.runs(where: { $0.key == $1.key }) {
            let answers = run[run.startIndex].key.using(engine)
                .areValidSignatures(run.map { (signature: $0.signature, message: $0.message) })
            if answers != run.map(\.isValid) {
                fail("\(engine.name): batch from \(run[run.startIndex].name)")
            }
        }
        for vector in signings {
            let signature = try vector.key.using(engine).signature(for: vector.message)
            if signature != vector.signature { fail("\(engine.name): \(vector.name)") }
        }
        let batch = RSABatch.sign(
            signings.map { RSASignatureRequest(key: $0.key.using(engine), message: $0.message) })
        for (vector, result) in zip(signings, batch) where try result.get() != vector.signature {
            fail("\(engine.name): \(vector.name) in a batch")
        }
        print(
            "\(engine.name): \(verifications.count) vectors verified, \(signings.count) signed again, "
                + "one by one and in batches")
    }

    private func fail(_ what: String) -> Never {
        print("error: \(what)")
        exit(1)
    }
}

extension Array {
    /// The longest pieces in which every two neighbours are `alike`.
    fileprivate func runs(where alike: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var runs: [ArraySlice<Element>] = [], first = startIndex
        for i in indices.dropFirst() where !alike(self[i - 1], self[i]) {
            runs.append(self[first..<i])
            first = i
        }
        if first < endIndex { runs.append(self[first...]) }
        return runs
    }
}
