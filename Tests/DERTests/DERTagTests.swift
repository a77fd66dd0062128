import DER
import Testing

@Suite("DERTag")
struct DERTagTests {
    @Test(
        "a tag reads as in ASN.1",
        arguments: [
            (.integer, "INTEGER"), (.bitString, "BIT STRING"), (.octetString, "OCTET STRING"),
            (.null, "NULL"),
            (.objectIdentifier, "OBJECT IDENTIFIER"), (.sequence, "SEQUENCE"), (.set, "SET"),
            (.constructed(0), "[0]"), (.constructed(1), "[1]"), (.primitive(30), "[30]"),
            (DERTag(rawValue: 0x17), "tag number 23"),
        ] as [(DERTag, String)])
    func descriptions(tag: DERTag, text: String) {
        #expect(tag.description == text)
    }

    @Test("the known tags are those of X.690")
    func values() {
        #expect(
            [DERTag.integer, .bitString, .octetString, .null, .objectIdentifier, .sequence, .set].map(
                \.rawValue)
                == [0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31])
        #expect([DERTag.constructed(0), .constructed(30)].map(\.rawValue) == [0xa0, 0xbe])
        #expect([DERTag.primitive(0), .primitive(30)].map(\.rawValue) == [0x80, 0x9e])
        for value in UInt8.min...UInt8.max {
            #expect(DERTag(rawValue: value).isConstructed == [1, 3, 5, 7].contains(value >> 5))
        }
    }
}
