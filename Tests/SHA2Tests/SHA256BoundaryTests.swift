import SHA2
import TestSupport
import Testing

@Suite("SHA-256 at the ends of blocks, in pieces, in copies")
struct SHA256BoundaryTests {
    @Test func aMillionTimesA() {
        let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(hexadecimal(SHA256.hash(message)) == expected)
    }

    @Test(
        "lengths around the end of a block, where the padding needs one more; digests by Python's hashlib",
        arguments: [
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
            (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
            (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
            (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
            (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
            (127, "c57e9278af78fa3cab38667bef4ce29d783787a2f731d4e12200270f0c32320a"),
            (128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"),
        ])
    func blockBoundaries(length: Int, digest: String) {
        #expect(hexadecimal(SHA256.hash([UInt8](repeating: UInt8(ascii: "a"), count: length))) == digest)
    }

    @Test("every cut of a message gives the same digest", arguments: [0, 1, 55, 56, 63, 64, 65, 128, 200])
    func twoPieces(_ length: Int) {
        var random = SplitMix64(seed: 7)
        let message = random.bytes(length)
        let expected = SHA256.hash(message)
        for cut in 0...length {
            var hash = SHA256()
            hash.update(Array(message[..<cut]))
            hash.update(Array(message[cut...]))
            #expect(hash.finalize() == expected)
        }
    }

    @Test("spans and buffers that are not aligned", arguments: 0..<8)
    func unaligned(_ shift: Int) {
        var random = SplitMix64(seed: 11)
        let all = random.bytes(300)
        let expected = SHA256.hash(Array(all[shift...]))
        let span = unsafe all.span.bytes.extracting(shift..<all.count)
        #expect(SHA256.hash(span) == expected)
        var hash = SHA256()
        unsafe all.withUnsafeBytes { unsafe hash.update(UnsafeRawBufferPointer(rebasing: $0[shift...])) }
        #expect(hash.finalize() == expected)
    }

    @Test("a digest can be asked for, and a copy taken, in the middle of a message")
    func copiesAreIndependent() {
        var hash = SHA256()
        hash.update([UInt8]("ab".utf8))
        var copy = hash
        #expect(hash.finalize() == SHA256.hash([UInt8]("ab".utf8)))
        #expect(hash.finalize() == SHA256.hash([UInt8]("ab".utf8)))
        hash.update([UInt8]("c".utf8))
        copy.update([UInt8]("d".utf8))
        #expect(hash.finalize() == SHA256.hash([UInt8]("abc".utf8)))
        #expect(copy.finalize() == SHA256.hash([UInt8]("abd".utf8)))
    }

    @Test func sizes() {
        #expect(SHA256.byteCount == 32)
        #expect(SHA256.blockByteCount == 64)
    }
}
