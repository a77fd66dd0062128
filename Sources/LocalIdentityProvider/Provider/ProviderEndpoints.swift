import JOSE

/// The addresses of a running provider.
public struct ProviderEndpoints: Sendable, Equatable {
    /// The port on 127.0.0.1.
    public let port: UInt16

    init(port: UInt16) {
        self.port = port
    }

    /// `http://127.0.0.1:PORT`: the issuer of the access tokens.
    public var issuer: String { "http://127.0.0.1:\(port)" }
    /// The short discovery document that Marketing Cloud Intelligence has.
    public var discovery: String { issuer + Path.discovery }
    /// The metadata document of RFC 8414.
    public var metadata: String { issuer + Path.metadata }
    /// The token endpoint.
    public var token: String { issuer + Path.token }
    /// The public key of the access tokens as a JWK set.
    public var keySet: String { issuer + Path.keySet }

    /// The paths of the addresses.
    enum Path {
        static let discovery = "/us1/discovery"
        static let metadata = "/.well-known/oauth-authorization-server"
        static let token = "/us1/token"
        static let keySet = "/jwks"
    }

    var discoveryDocument: JSONObject { ["token_endpoint": .string(token)] }

    /// RFC 8414 §2.
    var metadataDocument: JSONObject {
        [
            "issuer": .string(issuer),
            "token_endpoint": .string(token),
            "jwks_uri": .string(keySet),
            "response_types_supported": [],
            "grant_types_supported": [
                .string(GrantType.clientCredentials.rawValue), .string(GrantType.jwtBearer.rawValue),
            ],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
        ]
    }
}
