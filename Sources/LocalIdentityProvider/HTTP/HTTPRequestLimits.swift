/// How large the parts of a request may be.
struct HTTPRequestLimits: Sendable {
    /// Bytes of the request line. An assertion may travel in its query.
    var requestLine = 16 * 1024
    /// Bytes of all header fields together.
    var headerSection = 16 * 1024
    /// How many header fields.
    var fieldCount = 64
    /// Bytes of the body.
    var body = 64 * 1024
}
