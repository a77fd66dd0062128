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
            (.constructed(0), "[0]"), (.primitive(30), "[30]"), (DERTag(rawValue: 0x17), "tag number 23"),
        ] as [(DERTag, String)])
    func descriptions(tag: DERTag, text: String) {
        #expect(tag.description == text)
    }
}
