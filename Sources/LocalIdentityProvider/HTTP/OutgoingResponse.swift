/// An answer before it is written.
struct OutgoingResponse: Sendable, Equatable {
    /// The status.
    let status: HTTPStatus
    /// Fields besides those that every answer has.
    var fields: [IncomingRequest.Field] = []
    /// The body.
    let body: [UInt8]

    /// The bytes on the wire. Every answer closes its connection and is kept by no cache (RFC 6749 §5.1).
    ///
    /// - Parameter withBody: false for the answer to a HEAD request.
    func serialized(withBody: Bool = true) -> [UInt8] {
        var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
        head += "Content-Type: application/json\r\n"
        head += "Content-Length: \(body.count)\r\n"
        head += "Cache-Control: no-store\r\n"
        head += "Pragma: no-cache\r\n"
        for field in fields { head += "\(field.name): \(field.value)\r\n" }
        head += "Connection: close\r\n\r\n"
        return Array(head.utf8) + (withBody ? body : [])
    }
}
