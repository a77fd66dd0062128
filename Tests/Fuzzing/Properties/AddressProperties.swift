import LocalIdentityProvider
import TokenExchange

/// The rules for addresses and for parameters: one way to write what was read, and client and provider read alike.
enum AddressProperties {
    static func checkURL(_ input: [UInt8]) throws(Violation) {
        let text = String(decoding: input, as: UTF8.self)
        let url: EndpointURL
        do throws(EndpointURLError) {
            url = try EndpointURL(parsing: text)
        } catch {
            try require((0...text.utf8.count).contains(error.offset), "the offset of an error is in the text")
            try require(!error.description.contains(text) || text.count < 20, "an error repeats nothing")
            return
        }
        let written = url.absoluteString
        try require(
            written.utf8.allSatisfy { (0x21...0x7e).contains($0) }, "an address is visible ASCII")
        let again = try succeeding("what was written is read") { try EndpointURL(parsing: written) }
        try require(again == url, "what was written is read as the same address")
        try require(written.hasPrefix(url.origin + url.path), "an address is origin, path and query")
        // Zeros in front of a port are left out.
        try require(written.utf8.count <= text.utf8.count + 1, "nothing but a missing path is added")
        try require((1...65535).contains(url.effectivePort), "there is a port")
        if let query = url.query, !query.isEmpty {
            try require(!url.description.contains("?" + query), "a query is not printed")
        }
        guard let wellKnown = try? DiscoveryDocument.wellKnownURL(forIssuer: written) else {
            return try require(url.query != nil, "an issuer without a query has a document")
        }
        try require(wellKnown.origin == url.origin, "the document is where the issuer is")
    }

    /// The input is a form as a client sends it, and its lines are parameters to be sent.
    static func checkForm(_ input: [UInt8]) throws(Violation) {
        if let form = try? DecodedForm(parsing: input) {
            var parameters = FormParameters()
            for (name, value) in form.parameters { parameters.append(name, value) }
            for text in [parameters.formEncoded, parameters.queryEncoded] {
                try require(
                    (try? DecodedForm(parsing: text.utf8)) == form, "what was read is written and read again")
            }
        }
        try checkParameters(
            input.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
    }

    private static func checkParameters(_ texts: [String]) throws(Violation) {
        var parameters = FormParameters()
        for (number, text) in texts.prefix(8).enumerated() {
            parameters.append("\(number) " + text, text)
        }
        for text in [parameters.formEncoded, parameters.queryEncoded] {
            try require(
                text.utf8.allSatisfy { (0x21...0x7e).contains($0) }, "encoded parameters are visible ASCII")
            let form = try succeeding("the provider reads what the client writes") {
                try DecodedForm(parsing: text.utf8)
            }
            try require(
                form.parameters.elementsEqual(parameters.parameters) {
                    Array($0.name.utf8) == Array($1.name.utf8) && Array($0.value.utf8) == Array($1.value.utf8)
                }, "the provider reads the parameters that the client wrote")
        }
    }
}
