import ConstantTime
import JOSE
import RSA

/// What a file with a private key holds.
enum KeyForm: String {
    case pem, der, jwk
    /// A JWK that stands where none is expected.
    case refused
}

/// What becomes of the key in the end.
enum Ending: String {
    /// The last copy goes.
    case released
    /// A copy is kept.
    case alive
    /// A copy of p in an array goes without being wiped.
    case heap
    /// The same on the stack.
    case stack
}

/// Everything that a program does with a private key, from the file to the token.
struct KeyUse {
    let form: KeyForm
    let path: String
    let engine: RSAEngine
    let ending: Ending

    /// The copy of the key that the control keeps.
    nonisolated(unsafe) private static var kept: RSAPrivateKey?

    func run() {
        do {
            guard let key = try load()?.using(engine) else { return }
            try use(key)
            switch ending {
            case .released: break
            case .alive: unsafe Self.kept = key
            case .heap: precondition(forget(key.components.prime1.copied()) != 0)
            case .stack: precondition(forgetOnStack(key.components.prime1) != 0)
            }
        } catch {
            fatalError("the key cannot be used: \(error)")
        }
    }

    /// The key, from bytes that are wiped here: they are the caller's. None where none is expected.
    private func load() throws -> RSAPrivateKey? {
        var text = ownBytes(path)
        defer { unsafe text.withUnsafeMutableBytes { unsafe wipe($0) } }
        switch form {
        case .pem: return try RSAPrivateKey(credential: text)
        case .der: return try RSAPrivateKey(derRepresentation: text)
        case .jwk: return try JWK(parsing: text).privateKey()
        case .refused:
            let set = try? JWKSet(parsing: text)
            precondition(set?.keys.isEmpty ?? true)
            // Only what is no set but a key can be read so.
            if let jwk = try? JWK(parsing: text) { precondition(set == nil && jwk.isPrivate) }
            return nil
        }
    }

    private func use(_ key: RSAPrivateKey) throws {
        let message = Array("a message".utf8)
        let signature = try key.signature(for: message)
        precondition(key.publicKey.isValidSignature(signature, for: message))
        let signatures = try key.signatures(for: Array(repeating: message, count: 5))
        precondition(signatures.allSatisfy { $0 == signature })
        let token = try JWT.sign(["iss": "me"], using: key)
        precondition(token.utf8.count > 300)
        // What writing the key makes on the way.
        precondition(JWK(key).serializedPrivateKey()?.count ?? 0 > 1000)
        precondition(key.components.prime1.count == 128)
        precondition("\(key)".contains("redacted"))
        // The refusal of a damaged key, and its error.
        let numbers = key.components
        let wrong = RSAPrivateComponents(
            modulus: numbers.modulus, publicExponent: numbers.publicExponent,
            privateExponent: numbers.privateExponent, prime1: numbers.prime2, prime2: numbers.prime1,
            exponent1: numbers.exponent1, exponent2: numbers.exponent2, coefficient: numbers.coefficient)
        do throws(RSAKeyError) {
            _ = try RSAPrivateKey(components: wrong)
            preconditionFailure("a damaged key was accepted")
        } catch {
            precondition(!error.description.isEmpty)
        }
    }

    /// The last byte of a prime, which is never zero; what else there was is left where it is.
    @inline(never)
    private func forget(_ bytes: [UInt8]) -> UInt8 { bytes[bytes.count - 1] }

    /// The same on the stack, so many calls further down that what follows does not reach it.
    @inline(never) @_optimize(none)
    private func forgetOnStack(_ prime: SecretBytes, depth: Int = 100) -> UInt8 {
        unsafe withUnsafeTemporaryAllocation(byteCount: 512, alignment: 16) { copy in
            guard depth == 0 else { return forgetOnStack(prime, depth: depth - 1) }
            unsafe prime.withBytes { unsafe copy.copyMemory(from: $0) }
            return unsafe copy[127]
        }
    }
}
