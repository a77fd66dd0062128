import ConstantTime
import JOSE
import RSA
import SHA2

/// `rs256 key`: what a key is, and its other forms.
enum KeyCommand {
    static let file = Operand(
        "FILE", "the key: PEM, DER or JWK; - reads standard input", completion: .files, isOptional: true)
    static let keyID = Option(
        "kid", .text("KID"), "the key id in the JWK; \"thumbprint\" takes the thumbprint")
    static let includePrivate = Option(
        "private", .none, "write the private key as well: keep the output as safe as the key")

    static let command = Command(
        "rs256", "key",
        summary: "look at a key, or write it in another form",
        examples: [
            .init("is this key usable, and which one is it?", "rs256 key inspect private.pem"),
            .init("what the other side needs", "rs256 key public private.pem > public.pem"),
        ],
        content: .commands([inspect, publicKey, jwk, thumbprint]))
}

extension KeyCommand {
    private static let inspect = Command(
        "rs256", "key", "inspect",
        summary: "say what a key is, and check that it can be used",
        discussion: [
            """
            Every number of a private key is checked. Nothing secret is shown: the output can go into a ticket.
            """
        ],
        operands: [file],
        groups: [options],
        examples: [
            .init("a file", "rs256 key inspect private.pem"),
            .init("an environment variable", "rs256 key inspect --key-env PRIVATE_KEY"),
        ],
        content: .action(inspect))

    private static let publicKey = Command(
        "rs256", "key", "public",
        summary: "write the public key in PEM (SubjectPublicKeyInfo)",
        operands: [file],
        groups: [options],
        examples: [
            .init("the public half of a private key", "rs256 key public private.pem > public.pem"),
            .init("the key in a certificate", "rs256 key public certificate.pem"),
        ],
        content: .action(writePublicKey))

    private static let jwk = Command(
        "rs256", "key", "jwk",
        summary: "write the public key as a JSON Web Key",
        operands: [file],
        groups: [Option.Group("Options", [keyID, includePrivate, setOption] + options.options)],
        examples: [
            .init("a JWK set to publish", "rs256 key jwk private.pem --kid thumbprint --set > jwks.json"),
            .init("the private key too", "rs256 key jwk private.pem --private > private.jwk"),
        ],
        content: .action(writeJWK))

    private static let thumbprint = Command(
        "rs256", "key", "thumbprint",
        summary: "print the JWK thumbprint (RFC 7638, SHA-256)",
        operands: [file],
        groups: [options],
        examples: [.init("a name for a key that anyone can compute", "rs256 key thumbprint public.pem")],
        content: .action(printThumbprint))

    private static let setOption = Option("set", .none, "wrap it into a JWK set")
    private static let options = Option.Group("Options", [KeyOptions.environment, KeyOptions.legacy])
}

extension KeyCommand {
    private static func inspect(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        let key = try read(arguments, inspect, console)
        let publicKey = key.publicKey
        let fingerprint = SHA256.hash(publicKey.derRepresentation).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let kind =
            switch key {
            case .privateKey: "RSA private key; all its numbers are consistent"
            case .publicKey: "RSA public key"
            }
        let rows = [
            ("kind", kind),
            ("size", "\(publicKey.keySizeInBits) bits"),
            ("exponent", exponent(publicKey)),
            ("thumbprint", "\(JWK(publicKey).thumbprint()) (RFC 7638)"),
            ("fingerprint", "\(fingerprint.joined()) (SHA-256 of the public key in DER)"),
        ]
        for line in TextLayout.table(rows, indentation: 0, width: 120) { try console.print(line) }
    }
}

extension KeyCommand {
    private static func writePublicKey(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        try console.write(try read(arguments, publicKey, console).publicKey.pemRepresentation)
    }

    private static func writeJWK(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        let key = try read(arguments, jwk, console)
        let identifier = arguments[keyID].map { $0 == "thumbprint" ? JWK(key.publicKey).thumbprint() : $0 }
        let isSet = arguments.contains(setOption)
        guard arguments.contains(includePrivate) else {
            let json = JSONValue.object(JWK(key.publicKey, keyID: identifier).json)
            try console.print(JSONDisplay.text(isSet ? ["keys": [json]] : json))
            return
        }
        guard case .privateKey(let privateKey) = key else {
            throw CommandFailure(.unreadable, "--private needs a private key, and this is a public one")
        }
        let jwk = JWK(privateKey, keyID: identifier)
        let policy = KeyOptions(arguments: arguments, command: self.jwk).policy
        let text = isSet ? JWKSet([jwk], policy: policy).serializedPrivateKeys() : jwk.serializedPrivateKey()
        _ = try text?.withArray(console.write(bytes:))
        try console.print("")
    }

    private static func printThumbprint(_ arguments: Arguments, _ console: Console) throws(CommandFailure) {
        try console.print(JWK(try read(arguments, thumbprint, console).publicKey).thumbprint())
    }

    private static func read(
        _ arguments: Arguments, _ command: Command, _ console: Console
    ) throws(CommandFailure) -> LoadedKey {
        let options = KeyOptions(arguments: arguments, command: command)
        let source: KeySource
        switch (arguments.operands.first, try options.source()) {
        case (let file?, nil): source = .file(InputFile(file))
        case (nil, let named?): source = named
        case (nil, nil): throw .usage("a key is missing: FILE or --key-env NAME", of: command)
        case (_?, _?): throw .usage("FILE and --key-env exclude each other", of: command)
        }
        return try source.key(policy: options.policy, console)
    }

    /// The public exponent in decimal digits.
    private static func exponent(_ key: RSAPublicKey) -> String {
        String(key.exponent.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
