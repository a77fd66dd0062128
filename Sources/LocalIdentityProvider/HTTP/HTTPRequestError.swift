/// Why a request was not read: the status it is answered with, and a sentence for the client.
package struct HTTPRequestError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The status of the answer.
    package let status: HTTPStatus
    /// What is wrong. Nothing of the request is repeated in it.
    package let reason: String

    init(_ status: HTTPStatus, _ reason: String) {
        self.status = status
        self.reason = reason
    }

    package var description: String { "\(status.rawValue) \(status.phrase): \(reason)" }
}
