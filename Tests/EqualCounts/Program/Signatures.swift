import RSA

/// Signatures by every key of every message.
struct Signatures {
    let keys: [NamedKey]
    let messages: [[UInt8]]

    /// Messages of one length. The key generator knows them: `message 00` and so on.
    init(keys: [NamedKey], messageCount: Int) {
        self.keys = keys
        messages = (0..<messageCount).map { Array(($0 < 10 ? "message 0\($0)" : "message \($0)").utf8) }
    }

    /// One by one.
    func run(_ counter: Counter) throws {
        counter.warmUp { _ = try? keys[0].key.signature(for: messages[0]) }
        for named in keys {
            for (i, message) in messages.enumerated() {
                var result: [UInt8]?
                counter.count("signature,\(named.group)", "\(named.name),message\(i)") {
                    result = try? named.key.signature(for: message)
                }
                precondition(result.map { named.key.publicKey.isValidSignature($0, for: message) } == true)
            }
        }
    }

    /// Four at once, with the same key.
    func runBatches(_ counter: Counter) throws {
        counter.warmUp { _ = try? keys[0].key.signatures(for: Array(repeating: messages[0], count: 4)) }
        for named in keys {
            for first in stride(from: 0, to: messages.count, by: 4) {
                let batch = (first..<first + 4).map { messages[$0 % messages.count] }
                var results: [[UInt8]]?
                counter.count("batch,\(named.group)", "\(named.name),message\(first)") {
                    results = try? named.key.signatures(for: batch)
                }
                precondition(results?.count == 4)
            }
        }
    }
}
