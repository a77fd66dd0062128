#if !hasFeature(Embedded)
    public import RSA

    /// Gets access tokens and keeps one until it should be refreshed.
    ///
    ///     let provider = TokenProvider.marketingCloudIntelligence(
    ///         endpoint: .discovered(at: try EndpointURL(parsing: discoveryEndpoint)),
    ///         clientID: serviceAccountID, key: key, transport: URLSessionTransport(), now: SystemClock.now)
    ///     let token = try await provider.token()
    ///
    /// Callers that come while a request is under way wait for its answer: there is never more than one. A caller
    /// that is cancelled leaves at once and does not disturb the others; the request goes on as long as one of them
    /// waits. Every attempt signs a new assertion, with a new identifier and the time of that moment.
    public actor TokenProvider {
        let source: TokenSource
        let key: RSAPrivateKey
        let transport: any HTTPTransport
        let now: @Sendable () -> Int64
        var randomness: any RandomNumberGenerator & Sendable

        /// The token that is handed out until it should be refreshed.
        private var current: AccessToken?
        /// What discovery said, and when, in seconds since 1970.
        var discovered: (endpoint: EndpointURL, at: Int64)?
        /// The request under way.
        private var flight: Flight?
        private var lastNumber = 0

        /// A provider that has no token yet.
        ///
        /// - Parameters:
        ///   - source: the client and its identity provider.
        ///   - key: the client's private key.
        ///   - transport: what sends the requests.
        ///   - now: the time in seconds since 1970.
        ///   - randomness: where the identifiers of assertions come from.
        public init(
            source: TokenSource, key: RSAPrivateKey, transport: any HTTPTransport,
            now: @escaping @Sendable () -> Int64,
            randomness: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
        ) {
            self.source = source
            self.key = key
            self.transport = transport
            self.now = now
            self.randomness = randomness
        }

        /// A token that can be used now: the one at hand, or a new one if 60 seconds or a fifth of its lifetime is
        /// left of it.
        ///
        /// - Throws: ``TokenExchangeError``; ``TokenExchangeError/cancelled`` if the calling task is cancelled
        ///   while it waits.
        public func token() async throws(TokenExchangeError) -> AccessToken {
            if let current, !current.needsRefresh(at: now()) { return current }
            return try await answerOfFlight()
        }

        /// Forgets `token` if it is the one at hand, so that the next caller gets a new one: for a token that the
        /// protected resource did not accept.
        public func discard(_ token: AccessToken) {
            if current == token { current = nil }
        }
    }

    // MARK: - One request for all who wait

    extension TokenProvider {
        private typealias Answer = Result<AccessToken, TokenExchangeError>

        /// A request under way and those who wait for it.
        private struct Flight {
            let number: Int
            var work: Task<Void, Never>?
            var alarm: Task<Void, Never>?
            var waiting: [Int: CheckedContinuation<Answer, Never>] = [:]

            func cancel() {
                work?.cancel()
                alarm?.cancel()
            }
        }

        private func nextNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }

        private func answerOfFlight() async throws(TokenExchangeError) -> AccessToken {
            let caller = nextNumber()
            let answer = await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    var flight = flight ?? takeOff()
                    flight.waiting[caller] = continuation
                    self.flight = flight
                }
            } onCancel: {
                // Runs on the actor after the lines above, even if the task was cancelled before them.
                Task { await self.leave(caller) }
            }
            return try answer.get()
        }

        private func takeOff() -> Flight {
            let number = nextNumber()
            var flight = Flight(number: number)
            let deadline = ContinuousClock.now + .seconds(source.timeout)
            flight.work = Task {
                do throws(TokenExchangeError) {
                    land(number, .success(try await exchange(before: deadline)))
                } catch {
                    land(number, .failure(error))
                }
            }
            // Transports keep the deadline themselves. Those who wait do not depend on it.
            flight.alarm = Task {
                do {
                    try await Task.sleep(until: deadline, tolerance: .milliseconds(50), clock: .continuous)
                    land(number, .failure(.timedOut(seconds: source.timeout)))
                } catch {
                    return  // The answer came first.
                }
            }
            return flight
        }

        /// Gives the answer to everyone who waits. Answers to flights that nobody waits for any more are dropped.
        private func land(_ number: Int, _ answer: Answer) {
            guard let flight, flight.number == number else { return }
            self.flight = nil
            flight.cancel()
            if case .success(let token) = answer { current = token }
            for continuation in flight.waiting.values { continuation.resume(returning: answer) }
        }

        /// Lets one caller go; with the last one the request is given up.
        private func leave(_ caller: Int) {
            guard let continuation = flight?.waiting.removeValue(forKey: caller) else { return }
            continuation.resume(returning: .failure(.cancelled))
            if let flight, flight.waiting.isEmpty {
                flight.cancel()
                self.flight = nil
            }
        }
    }
#endif
