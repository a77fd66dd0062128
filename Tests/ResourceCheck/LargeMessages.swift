import JOSE
import RSA
import TokenExchange

private let key: RSAPublicKey = {
    do {
        return try RSAPublicKey(modulus: goodModulus, exponent: [1, 0, 1])
    } catch {
        fatalError("the key of this program: \(error)")
    }
}()

private let policy = JWTPolicy(now: 0)

/// 100 MB for each reader of tokens and of what identity providers answer; 10⁶ dots.
let largeMessages = [
    HostileInput(text: "JWS, letters", bytes(filling: "A")) { _ = try JWS.verify($0, using: key) },
    HostileInput(text: "JWS, dots", bytes(filling: ".")) { _ = try JWS.verify($0, using: key) },
    HostileInput(text: "JWS, with a set", bytes(filling: ".")) {
        _ = try JWS.verify($0, using: JWKSet([JWK(key)]))
    },
    HostileInput(text: "JWT", bytes(from: "eyJhbGciOiJSUzI1NiJ9.", filling: "A", ".AA")) {
        _ = try JWT.verify($0, using: key, policy: policy)
    },
    HostileInput(text: "JWT, not verified", bytes(from: "eyJhbGciOiJSUzI1NiJ9.", filling: "A", ".AA")) {
        _ = try JWT.decodeWithoutVerifying($0)
    },
    HostileInput(text: "JWS, a million dots", bytes(1_000_000, filling: ".")) {
        _ = try JWS.verify($0, using: key)
    },
    HostileInput(text: "JWS, a million dots under a limit of 2 MB", bytes(1_000_000, filling: ".")) {
        _ = try JWS.verify($0, using: key, maximumSize: 2_000_000)
    },
    HostileInput(text: "JWT, a million dots", bytes(1_000_000, times: "a.")) {
        _ = try JWT.decodeWithoutVerifying($0)
    },
    HostileInput("token answer", bytes(from: #"{"access_token":""#, filling: "a", #""}"#)) {
        _ = try AccessToken(reading: HTTPResponse(status: 200, body: $0), requestedAt: 0)
    },
    HostileInput("token error answer", bytes(from: #"{"error":""#, filling: "a", #""}"#)) {
        try refuse(if: TokenErrorResponse(reading: HTTPResponse(status: 400, body: $0)) == nil)
    },
    HostileInput("discovery answer", bytes(from: #"{"token_endpoint":""#, filling: "a", #""}"#)) {
        _ = try DiscoveryDocument(
            reading: HTTPResponse(status: 200, body: $0), from: EndpointURL(parsing: "https://idp.example/"))
    },
    HostileInput(text: "address", bytes(from: "https://", filling: "a")) { _ = try EndpointURL(parsing: $0) },
]
