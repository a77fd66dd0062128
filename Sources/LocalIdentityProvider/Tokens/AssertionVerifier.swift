import JOSE
import RSA
import Synchronization

/// An assertion that has passed every check.
struct VerifiedAssertion {
    let client: RegisteredClient
    let subject: String
}

/// Decides about assertions, with all the rules of RFC 7523 §3 and those that a careful provider adds.
final class AssertionVerifier: Sendable {
    /// What an assertion is used for.
    enum Role {
        case clientAuthentication
        case grant

        /// RFC 7523 §3.1 and §3.2.
        fileprivate var errorCode: OAuthError.Code {
            self == .grant ? .invalidGrant : .invalidClient
        }
    }

    /// The largest assertion that is looked at, in bytes.
    static let maximumByteCount = 8192
    /// How far `exp` may be after `iat`, in seconds: more is a client's mistake (RFC 7523 §3, point 4).
    static let maximumLifetime: Int64 = 3600
    /// The longest `jti`, in bytes: it has to be remembered.
    static let maximumIdentifierByteCount = 256

    private let clients: [RegisteredClient]
    private let audiences: [String]
    private let settings: ProviderSettings
    private let replays: Mutex<ReplayStore>

    init(clients: [RegisteredClient], audiences: [String], settings: ProviderSettings) {
        self.clients = clients
        self.audiences = audiences
        self.settings = settings
        replays = Mutex(ReplayStore(capacity: settings.replayCapacity))
    }

    /// Checks `token`, and remembers its identifier so that it is not accepted again.
    ///
    /// - Parameter now: the time in seconds since 1970.
    func verify(_ token: String, as role: Role, at now: Int64) throws(OAuthError) -> VerifiedAssertion {
        let (client, verified) = try verifySignature(token, role, now)
        let claims = verified.claims
        try checkType(verified.header, role)
        try checkAudience(claims, role)
        let subject = try subject(claims, of: client, role)
        try checkLifetime(claims, role)
        try checkReplay(claims, of: client, role, now)
        return VerifiedAssertion(client: client, subject: subject)
    }

    /// The issuer says whose key it takes; everything else is believed after the signature.
    private func verifySignature(
        _ token: String, _ role: Role, _ now: Int64
    ) throws(OAuthError) -> (RegisteredClient, JWTVerified) {
        do throws(JWTError) {
            let unverified = try JWT.decodeWithoutVerifying(token, maximumSize: Self.maximumByteCount)
            guard let issuer = unverified.claims.issuer else { throw .claimMissing("iss") }
            // A client that is not registered has no key, so its assertion is no RS256 signature that verifies.
            guard let client = clients.first(where: { $0.id.utf8.elementsEqual(issuer.utf8) }) else {
                throw .token(.noMatchingKey)
            }
            let policy = JWTPolicy(
                issuer: client.id, leeway: settings.leeway, now: now,
                requiredClaims: ["iss", "sub", "aud", "iat", "jti"],
                maximumAge: settings.maximumAssertionAge, maximumTokenSize: Self.maximumByteCount)
            return (client, try JWT.verify(token, using: client.key, policy: policy))
        } catch {
            throw OAuthError(role.errorCode, Self.reason(error))
        }
    }

    private static func reason(_ error: JWTError) -> String {
        error == .token(.noMatchingKey)
            ? "the issuer (iss) is not a registered client" : error.description
    }

    /// A JWT of another type, an access token for example, is no assertion (RFC 8725 §3.11).
    private func checkType(_ header: JOSEHeader, _ role: Role) throws(OAuthError) {
        guard let type = header.type?.lowercased() else { return }
        guard ["jwt", "application/jwt", "client-authentication+jwt"].contains(type) else {
            throw OAuthError(role.errorCode, "the type (typ) is not that of an assertion")
        }
    }

    /// Every audience must be this provider: an assertion that another provider takes as well could be used there.
    private func checkAudience(_ claims: JWTClaims, _ role: Role) throws(OAuthError) {
        let found = claims.audience
        let isOurs = found.allSatisfy { audience in
            audiences.contains { $0.utf8.elementsEqual(audience.utf8) }
        }
        guard !found.isEmpty, isOurs else {
            throw OAuthError(
                role.errorCode, "the audience (aud) must be \(audiences.joined(separator: " or "))")
        }
    }

    private func subject(
        _ claims: JWTClaims, of client: RegisteredClient, _ role: Role
    ) throws(OAuthError) -> String {
        let subject = claims.subject ?? ""
        let allowed = role == .grant ? [client.id] + client.subjects : [client.id]
        guard allowed.contains(where: { $0.utf8.elementsEqual(subject.utf8) }) else {
            throw OAuthError(
                role.errorCode,
                role == .grant
                    ? "the client may not ask for tokens for this subject (sub)"
                    : "the subject (sub) must be the issuer (iss)")
        }
        return subject
    }

    private func checkLifetime(_ claims: JWTClaims, _ role: Role) throws(OAuthError) {
        guard let issuedAt = claims.issuedAt, let expiration = claims.expiration else { return }
        let (lifetime, overflow) = expiration.subtractingReportingOverflow(issuedAt)
        guard !overflow, lifetime <= Self.maximumLifetime else {
            throw OAuthError(role.errorCode, "exp is more than \(Self.maximumLifetime) seconds after iat")
        }
    }

    /// The last check: only an assertion that is accepted is remembered.
    private func checkReplay(
        _ claims: JWTClaims, of client: RegisteredClient, _ role: Role, _ now: Int64
    ) throws(OAuthError) {
        guard let identifier = claims.jwtID, let issuedAt = claims.issuedAt, !identifier.isEmpty,
            identifier.utf8.count <= Self.maximumIdentifierByteCount
        else {
            throw OAuthError(
                role.errorCode, "jti must have 1 to \(Self.maximumIdentifierByteCount) bytes")
        }
        // After this second the assertion is too old anyway.
        let end = issuedAt.addingWithoutOverflow(settings.maximumAssertionAge)
            .addingWithoutOverflow(settings.leeway)
        switch replays.withLock({ $0.insert(identifier, of: client.id, until: end, now: now) }) {
        case .inserted: return
        case .replayed: throw OAuthError(role.errorCode, "an assertion with this jti has been used already")
        case .full: throw OAuthError(.temporarilyUnavailable, "too many assertions; try again later")
        }
    }
}
