import DER
import TestSupport
import Testing

@Suite("ObjectIdentifier")
struct ObjectIdentifierTests {
    /// The encodings that others publish, in full: tag, length, content.
    static let published: [(ObjectIdentifier, String, String)] = [
        (.rsaEncryption, "1.2.840.113549.1.1.1", "06092a864886f70d010101"),
        (.rsassaPSS, "1.2.840.113549.1.1.10", "06092a864886f70d01010a"),
        (.idEcPublicKey, "1.2.840.10045.2.1", "06072a8648ce3d0201"),
        (.idDSA, "1.2.840.10040.4.1", "06072a8648ce380401"),
        (.x25519, "1.3.101.110", "06032b656e"),
        (.x448, "1.3.101.111", "06032b656f"),
        (.ed25519, "1.3.101.112", "06032b6570"),
        (.ed448, "1.3.101.113", "06032b6571"),
    ]

    @Test("the known identifiers are those of their standards", arguments: published)
    func known(identifier: ObjectIdentifier, dotted: String, hex: String) throws {
        #expect(identifier.description == dotted)
        var writer = DERWriter()
        writer.appendObjectIdentifier(identifier)
        #expect(hexadecimal(writer.bytes) == hex)
        var reader = DERReader(bytes(hexadecimal: hex))
        #expect(try reader.readObjectIdentifier() == identifier)
    }

    @Test(
        "the largest and the smallest components",
        arguments: [
            ([0, 0], "060100"), ([0, 39], "060127"), ([1, 0], "060128"), ([1, 39], "06014f"),
            ([2, 0], "060150"), ([2, 40], "060178"), ([2, 47], "06017f"), ([2, 48], "06028100"),
            ([2, .max - 80], "06058fffffff7f"), ([1, 2, 127], "06022a7f"), ([1, 2, 128], "06032a8100"),
            ([1, 2, 16383], "06032aff7f"), ([1, 2, 16384], "06042a818000"),
            ([1, 2, .max], "06062a8fffffff7f"),
        ] as [([UInt32], String)])
    func extremes(components: [UInt32], hex: String) throws {
        let identifier = try #require(ObjectIdentifier(components))
        #expect(identifier.components == components)
        var writer = DERWriter()
        writer.appendObjectIdentifier(identifier)
        #expect(hexadecimal(writer.bytes) == hex)
    }

    @Test(
        "components that are one too large, or too few",
        arguments: [
            [], [0], [2], [0, 40], [1, 40], [3, 0], [3, 39], [2, .max - 79], [2, .max],
        ] as [[UInt32]])
    func refused(components: [UInt32]) {
        #expect(ObjectIdentifier(components) == nil)
    }

    @Test("a component has at most 32 bits, wherever it stands")
    func componentLength() throws {
        // 2^32 in five groups of seven bits.
        for hex in ["06059080808000", "06062a9080808000", "06072a9080808000 01"] {
            var reader = DERReader(bytes(hexadecimal: hex))
            #expect(throws: DERError(.malformedObjectIdentifier, offset: 0)) {
                try reader.readObjectIdentifier()
            }
        }
        var reader = DERReader(bytes(hexadecimal: "06058fffffff7f"))
        #expect(try reader.readObjectIdentifier().components == [2, .max - 80])
    }
}
