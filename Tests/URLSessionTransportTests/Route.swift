@testable import URLSessionTransport

/// The ways in which a request in the clear can travel. Off Linux both are the same.
enum Route: CaseIterable {
    /// As it does for users.
    case usual
    /// Through `URLSession`, as requests over TLS do.
    case urlSession

    var transport: URLSessionTransport { URLSessionTransport(usesURLSessionAlways: self == .urlSession) }
}
