import Foundation
import Synchronization
import TokenExchange
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Hands what the session reports to the exchange that it belongs to.
///
/// The session holds its delegate, so the delegate must not hold the transport, whose `deinit` ends the session.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let running = Mutex<[(task: URLSessionTask, exchange: Exchange)]>([])

    func register(_ exchange: Exchange, for task: URLSessionTask) {
        running.withLock { $0.append((task, exchange)) }
    }

    /// Forgets `exchange`: its task, if there is one.
    func forget(_ exchange: Exchange) -> URLSessionTask? {
        running.withLock { running in
            running.firstIndex { $0.exchange === exchange }.map { running.remove(at: $0).task }
        }
    }

    private func exchange(of task: URLSessionTask) -> Exchange? {
        running.withLock { running in running.first { $0.task === task }?.exchange }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        // Foundation on Linux does not listen to the disposition. The transport cancels the task once; doing it here
        // for every piece that is too much would be slower than the pieces come in.
        completionHandler(.allow)
        guard let exchange = exchange(of: dataTask), let response = response as? HTTPURLResponse else {
            return
        }
        let headers = response.allHeaderFields.compactMap { name, value in
            (name as? String).map { HTTPHeader($0, "\(value)") }
        }
        exchange.begin(
            status: response.statusCode, headers: headers,
            announcedByteCount: response.expectedContentLength)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(of: dataTask)?.append(data)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        // An assertion goes to the endpoint it was made for and nowhere else. The 3xx answer itself is handed on.
        // Foundation on Linux does not survive an answer about a task that has been cancelled.
        if exchange(of: task) != nil { completionHandler(nil) }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(FoundationNetworking)
            // On Linux the question comes after the whole 401 answer, and its default answer never ends the task.
            exchange(of: task)?.complete()
            completionHandler(.cancelAuthenticationChallenge, nil)
        #else
            completionHandler(.performDefaultHandling, nil)
        #endif
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = exchange(of: task) else { return }
        if let error { exchange.finish(.failed(FailureKind.of(error))) } else { exchange.complete() }
    }
}
