import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What an SVG document says.
final class SVGReader: NSObject, XMLParserDelegate {
    /// The classes of all elements, and the contents of the elements `text`.
    private(set) var classes: [String] = [], texts: [String] = []

    private var text = ""

    /// Why the document could not be read.
    private(set) var error: (any Error)?

    init(_ document: String) {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        if !parser.parse() { error = parser.parserError }
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if let value = attributes["class"] { classes.append(value) }
        text = ""
    }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        if element == "text" { texts.append(text) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        self.text += text
    }
}
