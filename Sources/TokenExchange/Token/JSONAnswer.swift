import JOSE

/// How large an answer may be.
public struct AnswerLimits: Sendable, Equatable {
    /// The most bytes of a body.
    public var bodyByteCount: Int

    /// Limits; by default 256 KiB, far more than any token or discovery document needs.
    public init(bodyByteCount: Int = 256 * 1024) {
        self.bodyByteCount = bodyByteCount
    }
}

/// What answers of both endpoints have in common: status, size, and a JSON object in the body.
struct JSONAnswer {
    let response: HTTPResponse
    let step: ExchangeStep
    let limits: AnswerLimits

    init(_ response: HTTPResponse, step: ExchangeStep, limits: AnswerLimits) {
        self.response = response
        self.step = step
        self.limits = limits
    }

    /// RFC 6749 §3.2 and RFC 8414 §3.2 know no redirects, and following one would hand the assertion to whoever
    /// is named there.
    func refuseRedirect() throws(TokenExchangeError) {
        guard (300..<400).contains(response.status) else { return }
        let location = response.headers["Location"].flatMap { try? EndpointURL(parsing: $0) }
        throw .redirected(step, status: response.status, location: location)
    }

    func requireStatusOK() throws(TokenExchangeError) {
        guard response.status == 200 else {
            throw .unexpectedStatus(step, status: response.status, contentType: contentType)
        }
    }

    /// The JSON object in the body.
    func object() throws(TokenExchangeError) -> JSONObject {
        guard response.body.count <= limits.bodyByteCount else {
            throw .malformed(step, .tooLarge(limit: limits.bodyByteCount))
        }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(
                parsing: response.body, limits: JSONLimits(maximumByteCount: limits.bodyByteCount))
        } catch {
            throw .malformed(step, .notJSON(error, contentType: contentType))
        }
        guard let object = value.objectValue else { throw .malformed(step, .notAnObject) }
        return object
    }

    /// The JSON object in the body, if there is one.
    var objectIfAny: JSONObject? { try? object() }

    private var contentType: String? { response.headers["Content-Type"].map { ServerText.printable($0) } }
}
