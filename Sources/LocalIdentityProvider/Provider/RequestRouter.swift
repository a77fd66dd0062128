import JOSE
import RSA

/// Finds the answer to a request by its path and method.
struct RequestRouter: Sendable {
    let endpoints: ProviderEndpoints
    let signingKey: RSAPrivateKey
    let tokens: TokenService

    /// The answer, and what to tell the log.
    func answer(
        _ request: Result<IncomingRequest, HTTPRequestError>
    ) -> (response: OutgoingResponse, event: ProviderEvent) {
        switch request {
        case .failure(let error):
            let event = ProviderEvent(
                method: "", path: "", status: error.status.rawValue, outcome: .failure(error.reason))
            return (Self.failure(error.status, error.reason), event)
        case .success(let request):
            let (response, outcome) = answer(request)
            let event = ProviderEvent(
                method: request.method, path: request.path, status: response.status.rawValue, outcome: outcome
            )
            return (response, event)
        }
    }

    private func answer(_ request: IncomingRequest) -> (OutgoingResponse, ProviderEvent.Outcome) {
        switch request.path {
        case ProviderEndpoints.Path.discovery: document(endpoints.discoveryDocument, request)
        case ProviderEndpoints.Path.metadata: document(endpoints.metadataDocument, request)
        case ProviderEndpoints.Path.keySet: document(keySet, request)
        case ProviderEndpoints.Path.token: token(request)
        default: Self.refuse(.notFound, "there is nothing at this path")
        }
    }

    private func document(
        _ document: JSONObject, _ request: IncomingRequest
    ) -> (OutgoingResponse, ProviderEvent.Outcome) {
        guard request.method == "GET" || request.method == "HEAD" else {
            return Self.refuse(method: request.method, allowed: "GET, HEAD")
        }
        return (OutgoingResponse(status: .ok, body: document.serialized()), .document)
    }

    /// The key set has the public half alone.
    private var keySet: JSONObject {
        let key = JWK(signingKey.publicKey, keyID: tokens.issuer.keyID)
        return ["keys": [.object(key.json)]]
    }

    private func token(_ request: IncomingRequest) -> (OutgoingResponse, ProviderEvent.Outcome) {
        guard request.method == "POST" else { return Self.refuse(method: request.method, allowed: "POST") }
        do throws(OAuthError) {
            let issued = try tokens.token(for: try TokenParameters.form(of: request))
            return (
                OutgoingResponse(status: .ok, body: issued.answer.serialized()),
                .token(client: issued.client, subject: issued.subject)
            )
        } catch {
            let response = OutgoingResponse(status: error.status, body: error.answer.serialized())
            return (response, .refusal(error: error.code.rawValue, description: error.reason))
        }
    }

    private static func refuse(
        method: String, allowed: String
    ) -> (OutgoingResponse, ProviderEvent.Outcome) {
        // RFC 9110 §15.5.6 and §15.6.2: a method that exists but not here, and one that is not known at all.
        let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"]
        guard known.contains(method) else { return refuse(.notImplemented, "this method is not known here") }
        var (response, outcome) = refuse(.methodNotAllowed, "this path takes \(allowed)")
        response.fields.append(IncomingRequest.Field(name: "Allow", value: allowed))
        return (response, outcome)
    }

    private static func refuse(
        _ status: HTTPStatus, _ reason: String
    ) -> (OutgoingResponse, ProviderEvent.Outcome) {
        (failure(status, reason), .failure(reason))
    }

    private static func failure(_ status: HTTPStatus, _ reason: String) -> OutgoingResponse {
        OutgoingResponse(status: status, body: (["message": .string(reason)] as JSONObject).serialized())
    }
}
