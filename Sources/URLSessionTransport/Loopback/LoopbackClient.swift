#if os(Linux)
    import TokenExchange

    /// Sends one request in the clear to this machine.
    ///
    /// Foundation on Linux ends the process when a server closes the connection within the header fields, and when a
    /// task is cancelled while it is redirected. A server that speaks TLS has proved who it is before it can do so;
    /// on loopback it may be anything that took the port. So plain HTTP, which is for loopback only, goes over a
    /// socket of our own.
    struct LoopbackClient {
        private let request: HTTPRequest
        private let exchange: Exchange

        init(_ request: HTTPRequest, _ exchange: Exchange) {
            self.request = request
            self.exchange = exchange
        }

        /// Sends the request and ends the exchange. Blocks its thread, until soon after the exchange has been ended
        /// by someone else at the latest.
        func run() {
            guard let socket = connect() else { return exchange.finish(.failed(.cannotConnect)) }
            guard send(over: socket) else { return exchange.finish(.failed(.brokenAnswer)) }
            exchange.finish(receive(from: socket))
        }

        private func connect() -> LoopbackSocket? {
            guard let port = UInt16(exactly: request.endpoint.effectivePort) else { return nil }
            let candidates: [() -> LoopbackSocket?]
            switch request.endpoint.host {
            case "localhost":
                candidates = [
                    { LoopbackSocket.connecting(toIPv4: (127, 0, 0, 1), port: port) },
                    { LoopbackSocket.connectingToIPv6(port: port) },
                ]
            case "[::1]": candidates = [{ LoopbackSocket.connectingToIPv6(port: port) }]
            case let host:
                let parts = host.split(separator: ".").compactMap { UInt8($0) }
                guard parts.count == 4 else { return nil }
                candidates = [
                    {
                        LoopbackSocket.connecting(
                            toIPv4: (parts[0], parts[1], parts[2], parts[3]), port: port)
                    }
                ]
            }
            for connecting in candidates {
                if let socket = connecting(), wait(for: socket, toWrite: true), socket.isConnected {
                    return socket
                }
            }
            return nil
        }

        private func send(over socket: LoopbackSocket) -> Bool {
            var rest = message[...]
            while !rest.isEmpty {
                switch socket.write(rest) {
                case .done(let count): rest = rest.dropFirst(count)
                case .wouldBlock: guard wait(for: socket, toWrite: true) else { return false }
                // The answer may be there all the same.
                case .closed: return true
                }
            }
            return true
        }

        private func receive(from socket: LoopbackSocket) -> Exchange.Outcome {
            var parser = HTTPAnswerParser(maximumBodyByteCount: exchange.maximumBodyByteCount)
            do throws(HTTPAnswerError) {
                while wait(for: socket, toWrite: false) {
                    switch socket.read(atMost: 16 * 1024) {
                    case .done(let bytes): try parser.append(bytes)
                    case .wouldBlock: continue
                    case .closed: try parser.finish()
                    }
                    if let answer = parser.answer { return .answered(answer) }
                }
                return .failed(.cancelled)
            } catch {
                return .failed(error == .tooLarge ? exchange.tooLarge : .brokenAnswer)
            }
        }

        /// Waits until `socket` can go on; false if the exchange has ended meanwhile.
        private func wait(for socket: LoopbackSocket, toWrite: Bool) -> Bool {
            while !exchange.isOver {
                if socket.wait(toWrite: toWrite, milliseconds: 20) { return true }
            }
            return false
        }

        /// The request on the wire (RFC 9112 §3).
        private var message: [UInt8] {
            let endpoint = request.endpoint
            var head = "\(request.method.rawValue) \(endpoint.path)"
            if let query = endpoint.query { head += "?" + query }
            head += " HTTP/1.1\r\nHost: \(endpoint.host)"
            if let port = endpoint.port { head += ":\(port)" }
            head += "\r\n"
            for header in request.headers { head += "\(header.name): \(header.value)\r\n" }
            if request.method == .post { head += "Content-Length: \(request.body.count)\r\n" }
            return Array((head + "Connection: close\r\n\r\n").utf8) + request.body
        }
    }
#endif
