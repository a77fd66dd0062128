import SHA2
import TestSupport
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "FIPS 180-4 examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func examples(message: String, digest: String) {
        #expect(hexadecimal(SHA256.hash(Array(message.utf8))) == digest)
    }

    static let short = (try? ResponseFile("nist/SHA256ShortMsg.rsp", endingWith: "MD"))?.records ?? []
    static let long = (try? ResponseFile("nist/SHA256LongMsg.rsp", endingWith: "MD"))?.records ?? []

    @Test("every case of the NIST files is there")
    func counts() {
        print("nist/SHA256ShortMsg.rsp: \(Self.short.count) cases")
        print("nist/SHA256LongMsg.rsp: \(Self.long.count) cases")
        #expect(Self.short.count == 65 && Self.long.count == 64)
    }

    @Test("NIST short and long messages", arguments: short + long)
    func messages(record: ResponseFile.Record) throws {
        let length = try #require(Int(record["Len"] ?? "")) / 8
        let message = Array(bytes(hexadecimal: record["Msg"] ?? "").prefix(length))
        #expect(message.count == length)
        #expect(hexadecimal(SHA256.hash(message)) == record["MD"])
    }

    @Test(
        "in pieces of every size as in one", arguments: [1, 3, 7, 31, 55, 56, 63, 64, 65, 127, 128, 129, 200])
    func pieces(size: Int) {
        var generator = SplitMix64(seed: UInt64(size))
        for length in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 300] {
            let message = generator.bytes(length)
            var hash = SHA256()
            for start in stride(from: 0, to: length, by: size) {
                hash.update(Array(message[start..<min(start + size, length)]))
                // Asking for a digest on the way does not disturb what follows.
                _ = hash.finalize()
            }
            #expect(hash.finalize() == SHA256.hash(message))
        }
    }
}
