import RSA

/// The options that say where a key comes from, the same for every command.
struct KeyOptions {
    static let key = Option(
        "key", .file("FILE"), "the key: PEM, DER or JWK; - reads standard input")
    static let environment = Option(
        "key-env", .text("NAME"), "the environment variable that holds the key; \\n may stand for line ends")
    static let legacy = Option(
        "legacy-keys", .none, "accept keys from 1024 bits and small public exponents: for old keys only")

    static let group = Option.Group("Key", [key, environment, legacy])

    let arguments: Arguments
    let command: Command

    /// Where the key comes from, `nil` if neither option was given.
    func source() throws(CommandFailure) -> KeySource? {
        switch (arguments[Self.key], arguments[Self.environment]) {
        case (nil, nil): return nil
        case (let file?, nil): return .file(InputFile(file))
        case (nil, let name?): return .environment(name)
        case (_?, _?): throw .usage("--key and --key-env exclude each other", of: command)
        }
    }

    /// Where the key comes from.
    func requiredSource() throws(CommandFailure) -> KeySource {
        guard let source = try source() else {
            throw .usage("a key is missing: --key FILE or --key-env NAME", of: command)
        }
        return source
    }

    /// Which keys are accepted.
    var policy: RSAKeyPolicy { arguments.contains(Self.legacy) ? .legacy : .default }
}
