import Foundation
import TokenExchange
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What Foundation's errors mean in the words of the transport protocol.
enum FailureKind {
    static func of(_ error: any Error) -> HTTPTransportError.Kind {
        guard let error = error as? URLError else {
            return .other(reason: "the system's network code failed")
        }
        // On Linux TLS failures have no code of their own. The text is curl's, about the handshake or the certificate;
        // the error's other members hold the whole URL and must not be shown.
        if error.code == .unknown, error.localizedDescription.contains("SSL") {
            return .secureConnectionFailed(reason: error.localizedDescription)
        }
        switch error.code {
        case .cannotFindHost, .dnsLookupFailed: return .hostNotFound
        case .cannotConnectToHost, .notConnectedToInternet: return .cannotConnect
        case .timedOut: return .timedOut
        case .cancelled: return .cancelled
        // Linux reports most of what can be wrong with an answer as "unknown", or as an unsupported URL when the
        // answer does not begin like HTTP/1.
        case .networkConnectionLost, .badServerResponse, .cannotParseResponse, .cannotDecodeContentData,
            .cannotDecodeRawData, .zeroByteResource, .unknown, .unsupportedURL:
            return .brokenAnswer
        case .serverCertificateUntrusted:
            return .secureConnectionFailed(reason: "the server's certificate is not trusted")
        case .serverCertificateHasBadDate, .serverCertificateNotYetValid:
            return .secureConnectionFailed(reason: "the server's certificate has expired or is not valid yet")
        case .serverCertificateHasUnknownRoot:
            return .secureConnectionFailed(reason: "the server's certificate comes from an unknown authority")
        case .clientCertificateRejected, .clientCertificateRequired:
            return .secureConnectionFailed(reason: "the server wants a client certificate")
        case .secureConnectionFailed: return .secureConnectionFailed(reason: "the TLS handshake failed")
        default: return .other(reason: "network error \(error.code.rawValue)")
        }
    }
}
