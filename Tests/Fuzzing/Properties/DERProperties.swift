import ConstantTime
import DER

/// The rules for DER: the reader accepts what the reference does, the writer writes the same bytes, and an error moves
/// nothing.
enum DERProperties {
    static func check(_ input: [UInt8]) throws(Violation) {
        var reader = DERReader(input)
        var writer = DERWriter()
        let result = Result { () throws(DERError) in try copy(&reader, to: &writer) }
        switch result {
        case .success:
            try require(reader.isAtEnd, "the end was reached")
            try require(ReferenceDER.accepts(input[...]), "what is accepted is accepted by the reference")
            try require(writer.bytes == input, "what is accepted is written as the same bytes")
        case .failure(let error):
            try require(!ReferenceDER.accepts(input[...]), "what the reference accepts is accepted")
            try require((0...input.count).contains(error.offset), "the offset of an error is in the input")
            try require(!error.description.isEmpty, "an error describes itself")
        }
        try checkErrorsMoveNothing(input)
    }

    /// Reads all elements and writes them again.
    private static func copy(_ reader: inout DERReader, to writer: inout DERWriter) throws(DERError) {
        while let tag = reader.nextTag {
            switch tag {
            case _ where tag.isConstructed:
                var inner = try reader.readConstructed(tag)
                var innerWriter = DERWriter()
                try copy(&inner, to: &innerWriter)
                try inner.finish()
                writer.appendElement(tag, SecretSlice(innerWriter.secretBytes))
            case .integer: writer.appendUnsignedInteger(try reader.readUnsignedInteger())
            case .bitString:
                let (bytes, unusedBits) = try reader.readPartialBitString()
                writer.appendElement(
                    .bitString,
                    SecretSlice(SecretBytes(copying: [UInt8(unusedBits)] + bytes.copied())))
            case .null:
                try reader.readNull()
                writer.appendNull()
            case .objectIdentifier:
                let identifier = try reader.readObjectIdentifier()
                // By way of its components, which the largest first ones do not survive as words of 32 bits.
                writer.appendObjectIdentifier(ObjectIdentifier(identifier.components) ?? identifier)
            default:
                let element = try reader.readElement()
                writer.appendElement(element.tag, element.content)
            }
        }
    }

    /// Whatever is asked for, a reader that throws stays where it was and moves on otherwise.
    private static func checkErrorsMoveNothing(_ input: [UInt8]) throws(Violation) {
        switch input.choice(of: 10) {
        case 0: try check(input) { (reader) throws(DERError) in _ = try reader.readUnsignedInteger() }
        case 1: try check(input) { (reader) throws(DERError) in _ = try reader.readSmallInteger() }
        case 2: try check(input) { (reader) throws(DERError) in _ = try reader.readBitString() }
        case 3: try check(input) { (reader) throws(DERError) in _ = try reader.readPartialBitString() }
        case 4: try check(input) { (reader) throws(DERError) in _ = try reader.readOctetString() }
        case 5: try check(input) { (reader) throws(DERError) in try reader.readNull() }
        case 6: try check(input) { (reader) throws(DERError) in _ = try reader.readObjectIdentifier() }
        case 7: try check(input) { (reader) throws(DERError) in _ = try reader.readSequence() }
        case 8: try check(input) { (reader) throws(DERError) in _ = try reader.readExplicit(0) }
        default: try check(input) { (reader) throws(DERError) in _ = try reader.readElement() }
        }
    }

    private static func check(
        _ input: [UInt8], _ read: (inout DERReader) throws(DERError) -> Void
    ) throws(Violation) {
        var reader = DERReader(input)
        var hasThrown = false
        do throws(DERError) {
            try read(&reader)
        } catch {
            hasThrown = true
        }
        try require((reader.offset == 0) == hasThrown, "a read moves the reader, an error does not")
    }
}
