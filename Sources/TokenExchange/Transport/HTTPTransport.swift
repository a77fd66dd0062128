#if !hasFeature(Embedded)
    /// Sends requests and brings back answers: the one thing a token exchange needs from the outside.
    ///
    /// A transport follows no redirect and hands a 3xx answer back as it is; it keeps no cookies, caches
    /// nothing, checks the server's certificate for `https`, and stops reading at the limits.
    public protocol HTTPTransport: Sendable {
        /// Sends `request` and returns the answer, whatever its status is.
        ///
        /// - Parameters:
        ///   - request: what to send.
        ///   - limits: when and where to stop.
        /// - Throws: ``HTTPTransportError`` if there is no whole answer. A cancelled task throws
        ///   ``HTTPTransportError/Kind/cancelled``.
        func send(
            _ request: HTTPRequest, limits: HTTPLimits
        ) async throws(HTTPTransportError) -> HTTPResponse
    }

    /// Where a transport stops.
    public struct HTTPLimits: Sendable {
        /// When the whole answer must be there: names, connection, TLS, sending and receiving together.
        public let deadline: ContinuousClock.Instant
        /// The most bytes of the answer's body that are taken.
        public let maximumBodyByteCount: Int

        /// Limits of one request.
        public init(deadline: ContinuousClock.Instant, maximumBodyByteCount: Int) {
            self.deadline = deadline
            self.maximumBodyByteCount = maximumBodyByteCount
        }
    }
#endif
