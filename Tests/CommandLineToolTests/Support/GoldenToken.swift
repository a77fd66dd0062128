import Foundation
import TestSupport
import Testing

/// A token that another library made with the key of RFC 7515 appendix A.2.
struct GoldenToken: Sendable, CustomTestStringConvertible {
    let name: String
    let keyID: String?
    let payload: String
    let token: String

    var testDescription: String { name }

    /// The tokens of the Python library jwt 1.3.1.
    static let pythonJWT: [GoldenToken] = {
        guard let file = try? VectorFile.json("peers/golden-tokens.json") as? [String: Any],
            let libraries = file["libraries"] as? [[String: Any]],
            let library = libraries.first(where: { $0["library"] as? String == "jwt" }),
            let tokens = library["tokens"] as? [[String: Any]]
        else { return [] }
        return tokens.compactMap { token in
            guard let name = token["case"] as? String, let payload = token["payloadText"] as? String,
                let text = token["token"] as? String
            else { return nil }
            return GoldenToken(name: name, keyID: token["kid"] as? String, payload: payload, token: text)
        }
    }()
}
