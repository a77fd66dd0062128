import BigMod

/// A message to be signed, and the key to sign it with.
public struct RSASignatureRequest: Sendable {
    /// The key.
    public let key: RSAPrivateKey

    /// The message, of any length.
    public let message: [UInt8]

    /// A request to sign `message` with `key`.
    public init(key: RSAPrivateKey, message: [UInt8]) {
        self.key = key
        self.message = message
    }
}

/// Signs many messages in one go, with one key or with many.
///
/// Where the processor allows it, four signatures by keys of one size are computed side by side, one exponentiation in
/// each of eight vector lanes, in much less time than one after the other.
public enum RSABatch {
    /// The signatures, in the order of the requests: the same bytes as one by one.
    ///
    /// Each signature is verified before it is released. One that does not verify fails alone.
    ///
    /// - Complexity: linear in the number of requests; the memory needed besides the result does not depend on it.
    public static func sign(_ requests: [RSASignatureRequest]) -> [Result<[UInt8], RSASigningError>] {
        var results = [Result<[UInt8], RSASigningError>](
            repeating: .failure(.faultDetected), count: requests.count)
        let kinds = requests.map { $0.key.batchKind }
        for group in kinds.indicesOfEqual(atMost: groupSize) {
            for (index, result) in zip(group, signGroup(group.map { requests[$0] })) {
                results[index] = result
            }
        }
        return results
    }

    /// How many signatures are made and verified together. Each is made by two exponentiations, so that four fill eight
    /// lanes; eight lanes verify eight.
    private static let groupSize = 8

    /// The signatures of up to eight requests of one kind.
    private static func signGroup(_ requests: [RSASignatureRequest]) -> [Result<[UInt8], RSASigningError>] {
        guard let first = requests.first else { return [] }
        let width = first.key.storage.crt.width, engine = first.key.engine
        let setCount = 2 &* requests.count
        let kernelCount = Exponentiation.scratchCount(width: width, setCount: setCount, engine: engine)
        let scratchCount = max(first.key.storage.crt.scratchCount, kernelCount)
        let encoded = requests.map { EncodedMessage($0.message) }
        let signatures = withScratch(6 &* width &* requests.count &+ scratchCount) { memory in
            let scratch = memory + 6 &* width &* requests.count
            // Each request has six numbers of `width` limbs: the message and then the signature in two of them, m1, m2.
            func part(_ i: Int, _ offset: Int, _ count: Int) -> Limbs {
                memory.slice((6 &* i &+ offset) &* width, count: count &* width)
            }
            return withExtendedLifetime(requests) {
                var set: [Exponentiation] = []
                set.reserveCapacity(setCount)
                for (i, request) in requests.enumerated() {
                    let crt = request.key.storage.crt
                    encoded[i].write(to: part(i, 0, 2), byteCount: request.key.publicKey.byteCount)
                    let pair = crt.exponentiations(part(i, 0, 2), part(i, 4, 1), part(i, 5, 1))
                    set.append(pair.p)
                    set.append(pair.q)
                }
                Exponentiation.run(set, by: engine, scratch: scratch)
                return requests.enumerated().map { i, request in
                    let crt = request.key.storage.crt
                    crt.recombine(part(i, 2, 2), part(i, 4, 1), part(i, 5, 1), scratch: scratch)
                    return part(i, 2, 2).bytes(request.key.publicKey.byteCount)
                }
            }
        }
        #if RS256_FAULTS
            if unsafe RSAPrivateKey.releasesUnverified { return signatures.map { .success($0) } }
        #endif
        let candidates = requests.indices.map { i in
            SignatureCandidate(
                key: requests[i].key.publicKey, signature: signatures[i], message: encoded[i])
        }
        return zip(signatures, SignatureCandidate.areValid(candidates)).map {
            signature, isValid in
            isValid ? .success(signature) : .failure(.faultDetected)
        }
    }
}

/// What keys must have in common to be used side by side.
private struct BatchKind: Equatable {
    let width: Int, engine: Engine
}

extension RSAPrivateKey {
    /// What this key must have in common with others.
    fileprivate var batchKind: BatchKind { BatchKind(width: storage.crt.width, engine: engine) }

    /// The signatures of `messages`, in their order: the same bytes as one by one, made side by side where the processor
    /// allows it (see ``RSABatch``).
    ///
    /// - Throws: when one of them fails; none is released then.
    public func signatures(for messages: [[UInt8]]) throws(RSASigningError) -> [[UInt8]] {
        var signatures: [[UInt8]] = []
        signatures.reserveCapacity(messages.count)
        for result in RSABatch.sign(messages.map { RSASignatureRequest(key: self, message: $0) }) {
            signatures.append(try result.get())
        }
        return signatures
    }
}
