import ConstantTime
import JOSE
import RSA

/// A key that was read, whichever half it is.
enum LoadedKey: Sendable {
    case privateKey(RSAPrivateKey)
    case publicKey(RSAPublicKey)

    /// The public half.
    var publicKey: RSAPublicKey {
        switch self {
        case .privateKey(let key): key.publicKey
        case .publicKey(let key): key
        }
    }
}

extension KeySource {
    /// Reads the private key: PEM, DER or JWK.
    ///
    /// - Throws: exit code 3 with what is wrong and what to do about it.
    func privateKey(policy: RSAKeyPolicy, _ console: Console) throws(CommandFailure) -> RSAPrivateKey {
        let content = try read(console)
        let jwk = try jwk(content)
        do throws(RSAKeyError) {
            if let jwk { return try jwk.privateKey(policy: policy) }
            return try Self.privateKey(content, policy)
        } catch {
            throw failure(error)
        }
    }

    /// Reads a private key, a public key or a certificate: PEM, DER or JWK.
    ///
    /// - Throws: exit code 3 with what is wrong and what to do about it.
    func key(policy: RSAKeyPolicy, _ console: Console) throws(CommandFailure) -> LoadedKey {
        let content = try read(console)
        let jwk = try jwk(content)
        do throws(RSAKeyError) {
            if let jwk {
                return jwk.isPrivate
                    ? .privateKey(try jwk.privateKey(policy: policy))
                    : .publicKey(try jwk.publicKey(policy: policy))
            }
            return try Self.eitherKey(content, policy)
        } catch {
            throw failure(error)
        }
    }

    /// The private key; without a usable one the public key, which may stand beside a private key that is encrypted.
    private static func eitherKey(
        _ content: SecretBytes, _ policy: RSAKeyPolicy
    ) throws(RSAKeyError) -> LoadedKey {
        let privateKeyError: RSAKeyError
        do throws(RSAKeyError) {
            return .privateKey(try privateKey(content, policy))
        } catch {
            privateKeyError = error
        }
        do throws(RSAKeyError) {
            return try content.withArray { (bytes) throws(RSAKeyError) in
                .publicKey(try RSAPublicKey(credential: bytes, policy: policy))
            }
        } catch {
            switch privateKeyError {
            case .unsuitable(.rsaPublicKey, _), .unsuitable(.certificate, _): throw error
            default: throw privateKeyError
            }
        }
    }

    private static func privateKey(
        _ content: SecretBytes, _ policy: RSAKeyPolicy
    ) throws(RSAKeyError) -> RSAPrivateKey {
        try content.withArray { (bytes) throws(RSAKeyError) in
            try RSAPrivateKey(credential: bytes, policy: policy)
        }
    }

    /// The key if the content is JSON, `nil` if it is something else.
    private func jwk(_ content: SecretBytes) throws(CommandFailure) -> JWK? {
        let whiteSpace = Array(" \t\r\n".utf8)
        let start = (0..<content.count).first { !whiteSpace.contains(content[$0]) }
        guard let start, content[start] == UInt8(ascii: "{") else { return nil }
        do throws(JWKError) {
            return try JWK(parsing: content)
        } catch {
            throw CommandFailure(.unreadable, "\(label): \(error)")
        }
    }

    private func failure(_ error: RSAKeyError) -> CommandFailure {
        let isLegacy =
            switch error {
            case .modulusBitLength(let bits, let allowed): bits < allowed.lowerBound && bits >= 1024
            case .publicExponentOutOfRange(let allowed): allowed == RSAKeyPolicy.default.publicExponents
            default: false
            }
        let hints = isLegacy ? ["--legacy-keys accepts short keys and small exponents of old keys"] : []
        return CommandFailure(.unreadable, "\(label): \(error)", hints: hints)
    }
}
