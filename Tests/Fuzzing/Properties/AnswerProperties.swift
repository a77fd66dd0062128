import JOSE
import TokenExchange

/// The rules for answers of an identity provider. The first byte chooses the status: `{` begins the body of an answer
/// 200.
enum AnswerProperties {
    private static func response(_ input: [UInt8]) -> HTTPResponse {
        let statuses: [UInt8: Int] = [
            UInt8(ascii: "3"): 302, UInt8(ascii: "4"): 400, UInt8(ascii: "1"): 401, UInt8(ascii: "N"): 404,
            UInt8(ascii: "5"): 503,
        ]
        guard let first = input.first, let status = statuses[first] else {
            return HTTPResponse(status: 200, body: input)
        }
        let headers = [
            HTTPHeader("Location", String(decoding: input.dropFirst(), as: UTF8.self)),
            HTTPHeader("Content-Type", String(decoding: input.suffix(60), as: UTF8.self)),
        ]
        return HTTPResponse(status: status, headers: headers, body: Array(input.dropFirst()))
    }

    static func checkToken(_ input: [UInt8]) throws(Violation) {
        let response = response(input)
        let refusal = TokenErrorResponse(reading: response)
        let members = (try? JSONValue(parsing: response.body))?.objectValue
        let token: AccessToken
        do throws(TokenExchangeError) {
            token = try AccessToken(reading: response, requestedAt: .max - 10)
        } catch {
            try checkText(error.description)
            if case .refused(let response) = error {
                try require(refusal == response, "a refusal is a refusal to both readers")
            } else {
                try require(
                    refusal == nil || response.status == 302, "an error answer is a refusal")
            }
            if let refusal { try checkRefusal(refusal, members) }
            return
        }
        try require(refusal == nil && response.status == 200, "a token is no refusal")
        try require(members?["access_token"] == .string(token.value), "the token is that of the answer")
        try require(
            !token.value.isEmpty && token.value.utf8.allSatisfy { (0x21...0x7e).contains($0) },
            "a token can go into a header field")
        try require(token.lifetime >= 0 && token.expiresAt >= token.requestedAt, "a lifetime is not negative")
        try require(token.refreshAt <= token.expiresAt, "a token is renewed before it ends")
        try require(!"\(token)".contains(token.value) || token.value.count < 8, "a token is not printed")

        var object: JSONObject = ["access_token": .string(token.value)]
        object["expires_in"] = .number(JSONNumber(token.lifetime))
        object["scope"] = token.scope.map(JSONValue.string)
        for (name, value) in token.otherMembers.members { object[name] = value }
        let again = try succeeding("what was written is read") {
            try AccessToken(
                reading: HTTPResponse(status: 200, body: object.serialized()),
                requestedAt: token.requestedAt)
        }
        try require(again == token, "what was written is read as the same token")
    }

    private static func checkRefusal(
        _ refusal: TokenErrorResponse, _ members: JSONObject?
    ) throws(Violation) {
        try require(members?["error"]?.stringValue != nil, "a refusal has an error")
        for text in [refusal.error, refusal.errorDescription ?? "", refusal.errorURI ?? ""] {
            try checkText(text)
        }
    }

    /// What comes from a server and is shown: no control characters, no words that could be tokens.
    private static func checkText(_ text: String) throws(Violation) {
        try require(
            text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f },
            "a text of a server has no control characters")
        try require(text.utf8.count < 2000, "a text of a server is short")
    }

    static func checkDiscovery(_ input: [UInt8]) throws(Violation) {
        let response = response(input)
        let secure = try succeeding("an address") { try EndpointURL(parsing: "https://idp.example/d") }
        let local = try succeeding("an address") { try EndpointURL(parsing: "http://127.0.0.1/d") }
        let members = (try? JSONValue(parsing: response.body))?.objectValue
        for origin in [secure, local] {
            let document: DiscoveryDocument
            do throws(TokenExchangeError) {
                document = try DiscoveryDocument(reading: response, from: origin)
            } catch {
                try checkText(error.description)
                continue
            }
            let endpoint = document.tokenEndpoint
            try require(response.status == 200, "only an answer 200 is a document")
            try require(
                endpoint.scheme == .https || origin.scheme == .http, "nobody leads from TLS to plain HTTP")
            try require(
                members?["issuer"]?.stringValue == document.issuer, "the issuer is that of the answer")
            guard let text = members?["token_endpoint"]?.stringValue else {
                throw Violation("the endpoint is that of the answer")
            }
            try require(
                (try? EndpointURL(parsing: text)) == endpoint, "the endpoint is read like any address")
            if let issuer = document.issuer {
                try require(
                    (try? DiscoveryDocument(reading: response, from: origin, expectedIssuer: issuer))
                        == document, "the issuer that is expected is found")
                try require(
                    (try? DiscoveryDocument(reading: response, from: origin, expectedIssuer: issuer + "x"))
                        == nil, "another issuer is refused")
            }
        }
    }
}
