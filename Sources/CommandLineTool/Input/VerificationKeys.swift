import ConstantTime
import JOSE
import RSA

/// The keys that `rs256 verify` may use: one key, or a JWK set.
enum VerificationKeys {
    case one(RSAPublicKey)
    case set(JWKSet)

    /// How large a JWK set can be, in bytes.
    static let limit = 1024 * 1024

    /// Reads what the options name.
    ///
    /// - Throws: exit code 2 unless exactly one source is named, exit code 3 if it cannot be read.
    init(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        let command = VerifyCommand.command
        let options = KeyOptions(arguments: arguments, command: command)
        let source = try options.source()
        let standardInputs = [
            source?.isStandardInput == true, arguments[VerifyCommand.keySet] == "-",
            arguments.operands.first == "-",
        ]
        guard standardInputs.count(where: \.self) <= 1 else {
            throw .usage("the token and the key cannot both come from standard input", of: command)
        }
        switch (source, arguments[VerifyCommand.keySet]) {
        case (let source?, nil):
            self = .one(try source.key(policy: options.policy, console).publicKey)
        case (nil, let name?):
            self = .set(try Self.readSet(InputFile(name), options.policy, console))
        case (nil, nil):
            throw .usage("a key is missing: --key FILE, --key-env NAME or --jwks FILE", of: command)
        case (_?, _?):
            throw .usage("--jwks and the other key options exclude each other", of: command)
        }
    }

    private static func readSet(
        _ file: InputFile, _ policy: RSAKeyPolicy, _ console: Console
    ) throws(CommandFailure) -> JWKSet {
        let content = try file.read(limit: limit, console).copied()
        do throws(JWKError) {
            return try JWKSet(parsing: content, policy: policy)
        } catch {
            throw CommandFailure(.unreadable, "\(file.label) is not a JWK set: \(error)")
        }
    }

    /// Which keys of the set cannot be used, and why: one line for each.
    var skipped: [String] {
        guard case .set(let set) = self else { return [] }
        return set.skipped.map { "key \($0.index + 1) of the set: \($0.reason)" }
    }

    /// Verifies `token` with the key, or with the key of the set that the token names.
    func verify(_ token: String, policy: JWTPolicy) throws(JWTError) -> JWTVerified {
        switch self {
        case .one(let key): try JWT.verify(token, using: key, policy: policy)
        case .set(let keys): try JWT.verify(token, using: keys, policy: policy)
        }
    }
}
