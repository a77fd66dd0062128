import Dispatch
import Foundation
import TokenExchange

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests with a session of its own: no cookies, no cache, no stored credentials, no redirects.
final class URLSessionClient: Sendable {
    private let session: URLSession
    private let delegate: SessionDelegate

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        delegate = SessionDelegate()
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
    }

    deinit {
        // A session keeps its delegate, its threads and its connections until it is told to let go. On Linux that may
        // wait, like cancelling.
        DispatchQueue.global().async { [session] in session.invalidateAndCancel() }
    }

    /// Starts `request`. What comes of it is reported to `exchange`.
    ///
    /// - Parameter timeout: in seconds; not less than the exchange has.
    func start(_ request: HTTPRequest, _ exchange: Exchange, timeout: TimeInterval) {
        guard let url = URL(string: request.url) else {
            return exchange.finish(.failed(.other(reason: "Foundation does not take this URL")))
        }
        var urlRequest = URLRequest(url: url)
        urlRequest.httpMethod = request.method.rawValue
        urlRequest.httpShouldHandleCookies = false
        urlRequest.timeoutInterval = timeout
        for header in request.headers { urlRequest.setValue(header.value, forHTTPHeaderField: header.name) }
        // Requests are minutes apart; an idle connection is only something for the server to close on us.
        urlRequest.setValue("close", forHTTPHeaderField: "Connection")
        if request.method == .post { urlRequest.httpBody = Data(request.body) }
        let task = session.dataTask(with: urlRequest)
        delegate.register(exchange, for: task)
        task.resume()
    }

    /// Lets go of an exchange that has ended.
    ///
    /// - Parameter cancelling: whether the session is still busy with it.
    func release(_ exchange: Exchange, cancelling: Bool) {
        guard let task = delegate.forget(exchange), cancelling else { return }
        // On Linux this waits for the session's own queue, which may be busy with what the server sends.
        DispatchQueue.global().async { task.cancel() }
    }
}
