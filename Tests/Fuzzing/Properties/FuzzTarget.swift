/// A reader and the rules that must hold for it whatever it is given.
package struct FuzzTarget: Sendable {
    /// The name on the command line, and of the folder in `Corpus`.
    package let name: String

    /// The longest input that is worth trying, in bytes.
    package let maximumLength: Int

    /// Gives the input to the reader and checks the rules.
    package let check: @Sendable (_ input: [UInt8]) throws(Violation) -> Void

    init(
        _ name: String, maximumLength: Int,
        _ check: @escaping @Sendable (_ input: [UInt8]) throws(Violation) -> Void
    ) {
        self.name = name
        self.maximumLength = maximumLength
        self.check = check
    }
}

extension FuzzTarget {
    /// All readers of input that others wrote.
    package static let all = [
        FuzzTarget("base64", maximumLength: 96) { (input) throws(Violation) in
            try Base64Properties.standard.check(input)
        },
        FuzzTarget("base64url", maximumLength: 96) { (input) throws(Violation) in
            try Base64Properties.urlSafe.check(input)
        },
        FuzzTarget("pem", maximumLength: 1024, PEMProperties.check),
        FuzzTarget("credential", maximumLength: 1024, CredentialProperties.check),
        FuzzTarget("der", maximumLength: 512, DERProperties.check),
        FuzzTarget("json", maximumLength: 512, JSONProperties.check),
        FuzzTarget("private-key", maximumLength: 1024, PrivateKeyProperties.check),
        FuzzTarget("public-key", maximumLength: 1024, PublicKeyProperties.check),
        FuzzTarget("jws", maximumLength: 640, TokenProperties.checkJWS),
        FuzzTarget("jwt", maximumLength: 640, TokenProperties.checkJWT),
        FuzzTarget("jwk", maximumLength: 1536, JWKProperties.checkKey),
        FuzzTarget("jwk-set", maximumLength: 1536, JWKProperties.checkSet),
        FuzzTarget("token", maximumLength: 256, AnswerProperties.checkToken),
        FuzzTarget("discovery", maximumLength: 256, AnswerProperties.checkDiscovery),
        FuzzTarget("endpoint-url", maximumLength: 128, AddressProperties.checkURL),
        FuzzTarget("form", maximumLength: 192, AddressProperties.checkForm),
        FuzzTarget("http-request", maximumLength: 256, HTTPProperties.checkRequest),
        FuzzTarget("http-answer", maximumLength: 256, HTTPProperties.checkAnswer),
    ]

    /// Targets with a defect planted in them, which the fuzzer must find: `.ci/fuzz` fails if it does not.
    package static let controls = [
        FuzzTarget("control-base64", maximumLength: 32, Controls.unusedBits),
        FuzzTarget("control-json", maximumLength: 32, Controls.listOfTwo),
    ]
}
