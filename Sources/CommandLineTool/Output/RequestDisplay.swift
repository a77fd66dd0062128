import JOSE
import TokenExchange

/// A token request for people: everything but the secret in it.
enum RequestDisplay {
    /// Method, address and parameters, one on each line, with the assertion shortened.
    static func text(_ request: TokenRequest, at address: String? = nil) -> String {
        let place = request.placement == .query ? "query" : "body"
        let assertionNames = ["assertion", "client_assertion"]
        var text = "POST \(address ?? "\(request.endpoint)")   (parameters in the \(place))\n"
        for parameter in request.parameters.parameters {
            let value = Printable.line(parameter.value)
            let isAssertion = assertionNames.contains(parameter.name)
            text += "  \(Printable.line(parameter.name)) = \(isAssertion ? shortened(value) : value)\n"
        }
        return text
    }

    /// Header, claims and size of an assertion.
    static func text(_ assertion: ClientAssertion) -> String {
        var text = ""
        if let token = try? JWT.decodeWithoutVerifying(assertion.token) {
            text += "header " + JSONDisplay.text(.object(token.header.object)) + "\n"
            text += "claims " + JSONDisplay.text(.object(token.claims.object)) + "\n"
            text += "signature of \(token.signature.count) bytes\n"
        }
        return text
    }

    /// The beginning of a secret text, too little to use it, and its length.
    static func shortened(_ text: String) -> String {
        "\(text.prefix(12))… (\(text.utf8.count) characters)"
    }
}
