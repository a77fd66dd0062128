#if !hasFeature(Embedded)
    import JOSE
    import RSA

    extension TokenProvider {
        /// How long a discovery document is believed, in seconds.
        static let discoveryLifetime: Int64 = 24 * 60 * 60

        /// One exchange, which is one attempt. A policy that tries again would stand here: each attempt finds the
        /// endpoint, signs and sends anew, and all of them share the deadline.
        func exchange(before deadline: ContinuousClock.Instant) async throws(TokenExchangeError)
            -> AccessToken
        {
            do throws(TokenExchangeError) {
                return try await attempt(before: deadline)
            } catch {
                // The endpoint may have moved.
                discovered = nil
                throw error
            }
        }

        private func attempt(before deadline: ContinuousClock.Instant) async throws(TokenExchangeError)
            -> AccessToken
        {
            let endpoint = try await tokenEndpoint(before: deadline)
            let requestedAt = now()
            let request = try source.request(to: endpoint, with: try sign(at: requestedAt))
            let response = try await send(request.httpRequest, before: deadline)
            return try AccessToken(reading: response, requestedAt: requestedAt, limits: source.limits)
        }

        private func tokenEndpoint(before deadline: ContinuousClock.Instant) async throws(TokenExchangeError)
            -> EndpointURL
        {
            switch source.endpoint {
            case .known(let endpoint): return endpoint
            case .discovered(let url, let issuer):
                let time = now()
                if let discovered, (0..<Self.discoveryLifetime).contains(time - discovered.at) {
                    return discovered.endpoint
                }
                let response = try await send(DiscoveryDocument.request(at: url), before: deadline)
                let document = try DiscoveryDocument(
                    reading: response, from: url, expectedIssuer: issuer, limits: source.limits)
                discovered = (document.tokenEndpoint, time)
                return document.tokenEndpoint
            }
        }

        private func sign(at time: Int64) throws(TokenExchangeError) -> ClientAssertion {
            do throws(JWTError) {
                return try ClientAssertion(source.assertion, issuedAt: time, key: key, using: &randomness)
            } catch {
                throw .assertion(error)
            }
        }

        private func send(
            _ request: HTTPRequest, before deadline: ContinuousClock.Instant
        ) async throws(TokenExchangeError) -> HTTPResponse {
            let limits = HTTPLimits(deadline: deadline, maximumBodyByteCount: source.limits.bodyByteCount)
            do throws(HTTPTransportError) {
                return try await transport.send(request, limits: limits)
            } catch {
                switch error.kind {
                case .cancelled: throw .cancelled
                case .timedOut: throw .timedOut(seconds: source.timeout)
                default: throw .transport(error)
                }
            }
        }
    }
#endif
