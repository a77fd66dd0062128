import Base64Coding
import JOSE
import RSA

/// The rules for tokens. A text is a token: it is accepted only as its signer would have written its signature, and what
/// is read without verifying is the same. An object is a header or claims to be signed: what is signed is accepted.
enum TokenProperties {
    /// Nothing but the signature and the types of claims counts.
    private static let policy = JWTPolicy(leeway: 0, now: 1_700_000_000)

    static func checkJWS(_ input: [UInt8]) throws(Violation) {
        guard input.first == UInt8(ascii: "{") else { return try checkToken(input) }
        guard let object = (try? JSONValue(parsing: input))?.objectValue else { return }
        let header = JOSEHeader(object)
        guard let token = try? JWS.sign(payload: input, header: header, using: PublishedKey.privateKey) else {
            let isPlain = object["alg"] == nil && object["crit"] == nil
            let texts = ["kid", "typ", "cty"].compactMap { object[$0] }
            try require(
                !isPlain || texts.contains { $0.stringValue == nil },
                "a header that asks for nothing unusual is signed")
            return
        }
        let verified = try succeeding("what was signed is accepted") {
            try JWS.verify(token, using: PublishedKey.privateKey.publicKey)
        }
        try require(verified.payload == input, "the payload is what was signed")
        var expected = header
        if expected["alg"] == nil {
            expected = JOSEHeader(JSONObject([("alg", "RS256")] + object.members))
        }
        try require(verified.header == expected, "the header is what was signed")
        try require(verified.header.algorithm == "RS256", "the algorithm is RS256")
    }

    private static func checkToken(_ input: [UInt8]) throws(Violation) {
        let token = String(decoding: input, as: UTF8.self)
        let key = PublishedKey.privateKey
        let limited = Result { () throws(JWSError) in
            try JWS.verify(token, using: key.publicKey, maximumSize: 16)
        }
        try require(
            token.utf8.count <= 16 || limited == .failure(.tooLarge(limit: 16)), "the size is checked first")
        let parts = input.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let verified: JWSVerified
        do throws(JWSError) {
            verified = try JWS.verify(token, using: key.publicKey)
        } catch {
            try require(!error.description.isEmpty, "an error describes itself")
            switch error {
            case .partCount(let count):
                try require(count == parts.count && count != 3, "three parts are three parts")
            case .encoding(_, let error):
                try require((0...token.utf8.count).contains(error.offset), "the offset is in the token")
            default:
                try require(parts.count == 3, "every other error is about a token of three parts")
            }
            return
        }
        let signed = Array(parts.prefix(2).joined(separator: [UInt8(ascii: ".")]))
        let signature = try succeeding("the signer signs") { try key.signature(for: signed) }
        try require(
            parts.count == 3 && Array(parts[2]) == Base64URL.encodeASCII(signature),
            "what is accepted was signed")
        try require(
            Base64URL.encodeASCII(verified.payload) == Array(parts[1]), "the payload is encoded in one way")
        try require(
            (try? JSONValue(parsing: Base64URL.decode(Array(parts[0]))))?.objectValue
                == verified.header.object,
            "the header is what was signed")
        // The same key in a set.
        let inSet = Result { () throws(JWSError) in
            try JWS.verify(token, using: JWKSet([JWK(key.publicKey)], policy: .legacy))
        }
        try require(
            verified.header.keyID != nil || inSet == .success(verified), "a set of one key is that key")
    }

    static func checkJWT(_ input: [UInt8]) throws(Violation) {
        guard input.first != UInt8(ascii: "{") else { return try ClaimProperties.check(input) }
        let token = String(decoding: input, as: UTF8.self)
        let read = Result { () throws(JWTError) in try JWT.decodeWithoutVerifying(token) }
        let result = Result { () throws(JWTError) in
            try JWT.verify(token, using: PublishedKey.privateKey.publicKey, policy: policy)
        }
        switch (read, result) {
        case (.success(let read), .success(let verified)):
            try require(
                read.header == verified.header && read.claims == verified.claims, "both readers agree")
            let jws = try? JWS.verify(token, using: PublishedKey.privateKey.publicKey)
            try require(jws != nil, "a token that is accepted is a signature that is accepted")
        case (.failure, .success): throw Violation("what is accepted can be read")
        case (.success(let read), .failure(let error)):
            try require(!error.description.isEmpty, "an error describes itself")
            switch error {
            case .token(.partCount), .token(.encoding), .token(.header), .token(.tooLarge), .claims,
                .claimsNotObject:
                throw Violation("what can be read has no error of form")
            case .token(.algorithmRefused(let name)):
                try require(read.header.algorithm == name && name != "RS256", "another algorithm is refused")
            default: break
            }
        case (.failure(let error), .failure(let other)):
            try require(
                !error.description.isEmpty && !other.description.isEmpty, "errors describe themselves")
        }
    }
}
