import JOSE
import RSA

/// Signs access tokens in the form of RFC 9068.
struct AccessTokenIssuer: Sendable {
    /// `iss` and `aud` of the tokens.
    let name: String
    /// `kid`: the thumbprint of the key (RFC 7638).
    let keyID: String
    private let key: RSAPrivateKey
    private let lifetime: Int64

    /// - Parameter lifetime: in seconds.
    init(name: String, key: RSAPrivateKey, lifetime: Int64) {
        self.name = name
        self.key = key
        self.lifetime = lifetime
        keyID = JWK(key.publicKey).thumbprint()
    }

    /// A token for `subject`, at the request of `client`.
    ///
    /// - Parameter now: the time in seconds since 1970.
    func token(client: String, subject: String, scope: String?, at now: Int64) throws(OAuthError) -> String {
        var header = JOSEHeader()
        header.type = "at+jwt"
        header.keyID = keyID
        var claims = JWTClaims()
        claims.issuer = name
        claims.subject = subject
        claims.audience = [name]
        claims["client_id"] = .string(client)
        claims.issuedAt = now
        claims.expiration = now.addingWithoutOverflow(lifetime)
        claims.jwtID = Self.identifier()
        claims["scope"] = scope.map(JSONValue.string)
        do throws(JWTError) {
            return try JWT.sign(claims, header: header, using: key)
        } catch {
            throw OAuthError(.serverError, "the token could not be signed")
        }
    }

    /// 128 random bits in hexadecimal digits.
    private static func identifier() -> String {
        var generator = SystemRandomNumberGenerator()
        return [generator.next(), generator.next()].map { (word: UInt64) in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }
}
