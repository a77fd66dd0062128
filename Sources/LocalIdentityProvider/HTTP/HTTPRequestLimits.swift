/// How large the parts of a request may be.
package struct HTTPRequestLimits: Sendable {
    /// Bytes of the request line. An assertion may travel in its query.
    package var requestLine = 16 * 1024
    /// Bytes of all header fields together.
    package var headerSection = 16 * 1024
    /// How many header fields.
    package var fieldCount = 64
    /// Bytes of the body.
    package var body = 64 * 1024

    /// The limits above.
    package init() {}
}
