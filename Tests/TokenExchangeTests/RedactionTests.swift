import ConstantTime
import DER
import Foundation
import JOSE
import RSA
import TestSupport
import Testing
import TokenExchange

/// Nothing that Swift prints by itself of a public type shows a secret: description, debug description, dump, mirrors of
/// everything inside, error texts.
@Suite struct RedactionTests {
    let key: RSAPrivateKey
    let pem: [UInt8]
    let canary: Canary

    init() throws {
        pem = try VectorFile.bytes("keys/generated/a2-pkcs1.pem")
        key = try RSAPrivateKey(credential: pem)
        var canary = Canary()
        let numbers = key.components
        for number in [
            numbers.privateExponent, numbers.prime1, numbers.prime2, numbers.exponent1, numbers.exponent2,
            numbers.coefficient,
        ] {
            canary.add(number.copied())
        }
        self.canary = canary
    }

    /// The control: what leaks in one way or another is found.
    @Test func leaksAreFound() {
        let prime = key.components.prime1.copied()
        struct Careless {
            let secret: Any
        }
        final class CarelessClass {
            let secret: [UInt8]
            init(_ secret: [UInt8]) { self.secret = secret }
        }
        struct CarelessError: Error {
            let text: String
        }
        let limbs = stride(from: 0, to: prime.count, by: 8).map { start in
            prime[start..<start + 8].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        }
        let careless: [Any] = [
            prime, Careless(secret: prime), CarelessClass(prime), [Careless(secret: limbs)],
            CarelessError(text: hexadecimal(prime)), Optional(Data(prime).base64EncodedString()) as Any,
            Careless(secret: Array(prime.reversed())), hexadecimal(prime).uppercased(),
        ]
        for value in careless {
            let isFound = canary.isVisible(in: value)
            #expect(isFound, "\(type(of: value))")
        }
        expectNothing(of: canary, in: [Careless(secret: key.publicKey.modulus)])
    }

    @Test func keys() throws {
        let secret = SecretBytes(copying: key.components.prime1.copied())
        let jwk = JWK(key, keyID: "name")
        let text = try #require(jwk.serializedPrivateKey())
        let block = PEMBlock(
            label: "RSA PRIVATE KEY", contents: SecretBytes(copying: key.pkcs1DERRepresentation))
        var reader = DERReader(key.pkcs1DERRepresentation)
        let values: [Any] = [
            key, [key], ["key": key], Optional(key) as Any, key.components, secret, [secret],
            SecretSlice(secret), jwk,
            try JWK(parsing: text), text, block, PEMDocument([block]), reader, try reader.readSequence(),
            RSASignatureRequest(key: key, message: [1]), key.publicKey, try KeyHolder(key),
        ]
        expectNothing(of: canary, in: values)
    }

    /// A program's own types print what is in them.
    private struct KeyHolder {
        let key: RSAPrivateKey
        let numbers: RSAPrivateComponents
        let jwk: JWK

        init(_ key: RSAPrivateKey) throws {
            self.key = key
            numbers = key.components
            jwk = JWK(key)
        }
    }

    /// The errors of damaged keys, wherever the damage is.
    @Test func errorsOfDamagedKeys() throws {
        var generator = SplitMix64(seed: 3)
        let jwk = try #require(JWK(key).serializedPrivateKey()).copied()
        let der = key.derRepresentation
        var errorCount = 0
        for (text, read) in [
            (pem, { _ = try RSAPrivateKey(credential: $0) }),
            (pem, { _ = try RSAPrivateKey(pemRepresentation: String(decoding: $0, as: UTF8.self)) }),
            (der, { _ = try RSAPrivateKey(derRepresentation: $0) }),
            (jwk, { _ = try JWK(parsing: $0).privateKey() }),
        ] as [([UInt8], ([UInt8]) throws -> Void)] {
            for _ in 0..<60 {
                do {
                    try read(damaged(text, &generator))
                } catch {
                    errorCount += 1
                    expectNothing(of: canary, in: [error])
                }
            }
        }
        #expect(errorCount > 150, "most damage must be noticed, or there are no errors to look at")
    }

    /// `bytes` with one of several kinds of damage somewhere.
    private func damaged(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeLast(bytes.count - place)
        case 3: bytes.insert(UInt8(ascii: "-"), at: place)
        default: bytes.removeFirst(place)
        }
        return bytes
    }

    @Test func assertionsAndTokens() throws {
        let endpoint = try EndpointURL(parsing: "https://idp.example/token")
        let content = AssertionContent(clientID: "client", audience: "https://idp.example")
        let assertion = try ClientAssertion(content, issuedAt: 1, key: key)
        var canary = canary
        let signature = try #require(assertion.token.split(separator: ".").last)
        canary.add(text: String(signature))
        canary.add(text: "the-canary-that-is-an-access-token")
        let isFound = canary.isVisible(in: assertion.token)
        #expect(isFound)

        let source = TokenSource(endpoint: .known(endpoint), assertion: content)
        let placements: [TokenRequest.ParameterPlacement] = [.body, .query]
        let requests = try placements.map { placement in
            try TokenRequest.clientCredentials(
                at: endpoint, clientID: "client", assertion: assertion,
                options: TokenRequest.Options(placement: placement))
        }
        let body = #"{"access_token":"the-canary-that-is-an-access-token","expires_in":300}"#
        let response = HTTPResponse(
            status: 200, headers: [HTTPHeader("Set-Cookie", "the-canary-that-is-an-access-token")],
            body: Array(body.utf8))
        let token = try AccessToken(reading: response, requestedAt: 1)
        let values: [Any] = [
            assertion, source, requests, requests.map(\.parameters), requests.map(\.parameters.parameters),
            requests.map(\.httpRequest), requests.map(\.httpRequest.endpoint),
            requests.map(\.httpRequest.headers),
            response, response.headers, token, token.authorization, Optional(token) as Any,
            try JWT.decodeWithoutVerifying(assertion.token),
        ]
        expectNothing(of: canary, in: values)
    }

    /// What signs many messages together, while requests wait in it and afterwards, and its errors.
    @Test func batches() async throws {
        var settings = RSABatchSigner.Settings()
        settings.batchSize = 2
        settings.capacity = 1
        settings.window = .seconds(3600)
        let signer = RSABatchSigner(processorCount: 1, settings: settings)
        let waiting = Task { [key] in try await signer.signature(for: [1], using: key) }
        while await signer.waitingCount == 0 { await Task.yield() }
        let outside = Task { [key] in try await JWT.sign(["a": 1], using: key, by: signer) }
        expectNothing(of: canary, in: [signer, settings, settings.whenFull])
        for task in [waiting] { task.cancel() }
        outside.cancel()
        var errors: [any Error] = [
            RSABatchSigningError.overloaded, RSABatchSigningError.signing(.faultDetected),
            RSASigningError.faultDetected, JWTBatchError.token(.token(.signing(.faultDetected))),
        ]
        do { _ = try await waiting.value } catch { errors.append(error) }
        do { _ = try await outside.value } catch { errors.append(error) }
        #expect(errors.count == 6)
        let requests = [
            RSASignatureRequest(key: key, message: [1]), RSASignatureRequest(key: key, message: []),
        ]
        expectNothing(of: canary, in: [signer, requests, RSABatch.sign(requests), errors])
        for error in errors { expectNothing(of: canary, in: [error]) }
        let engines = RSAEngine.allCases.map { key.using($0) }
        expectNothing(of: canary, in: [engines, engines.map(\.publicKey), engines.map(\.signingEngine)])
    }

    /// Errors of an exchange, with answers that repeat what was sent.
    @Test func errorsOfExchanges() async throws {
        let endpoint = try EndpointURL(parsing: "https://idp.example/token")
        let content = AssertionContent(clientID: "client", audience: "https://idp.example")
        let kinds = EchoingTransport.Answer.allCases
        for kind in kinds {
            let transport = EchoingTransport(answer: kind)
            for placement in [TokenRequest.ParameterPlacement.body, .query] {
                let provider = TokenProvider(
                    source: TokenSource(
                        endpoint: .known(endpoint), assertion: content,
                        options: TokenRequest.Options(placement: placement)),
                    key: key, transport: transport, now: { 1 })
                var caught: (any Error)?
                do { _ = try await provider.token() } catch { caught = error }
                var canary = canary
                let sent = await transport.assertion
                canary.add(text: try #require(sent.split(separator: ".").last.map { String($0) }))
                expectNothing(of: canary, in: [try #require(caught), provider])
            }
        }
    }
}

/// Fails for each value that shows a secret. The canary stays out of the expectation, whose failure would print it.
private func expectNothing(
    of canary: Canary, in values: [Any], sourceLocation: SourceLocation = #_sourceLocation
) {
    for value in values {
        let isVisible = canary.isVisible(in: value)
        #expect(!isVisible, "\(type(of: value)) shows a secret", sourceLocation: sourceLocation)
    }
}

/// A transport whose answers repeat the assertion, as careless servers do.
private actor EchoingTransport: HTTPTransport, CustomReflectable {
    /// It has seen the assertion, and a mirror of the provider shows what is in its transport.
    nonisolated var customMirror: Mirror { Mirror(self, children: []) }

    enum Answer: CaseIterable {
        case error, redirect, notJSON, wrongType, status, contentType, issue
    }

    let answer: Answer
    private(set) var assertion = ""

    init(answer: Answer) { self.answer = answer }

    func send(_ request: HTTPRequest, limits: HTTPLimits) async throws(HTTPTransportError) -> HTTPResponse {
        let parameters = (request.endpoint.query ?? "") + String(decoding: request.body, as: UTF8.self)
        for parameter in parameters.split(separator: "&") where parameter.hasPrefix("client_assertion=") {
            assertion = String(parameter.dropFirst("client_assertion=".count))
        }
        let echo = assertion
        switch answer {
        case .error:
            return response(400, #"{"error":"invalid_client","error_description":"what is \#(echo) ?"}"#)
        case .redirect:
            let url = "https://idp.example/login?\(parameters)"
            return HTTPResponse(status: 302, headers: [HTTPHeader("Location", url)])
        case .notJSON: return response(200, "<html>\(echo)</html>")
        case .wrongType: return response(200, #"{"access_token":"a","token_type":"\#(echo)"}"#)
        case .status: return response(500, echo)
        case .contentType:
            return HTTPResponse(
                status: 500, headers: [HTTPHeader("Content-Type", echo)], body: Array(echo.utf8))
        case .issue: throw HTTPTransportError(.cannotConnect, at: request.endpoint)
        }
    }

    private func response(_ status: Int, _ body: String) -> HTTPResponse {
        HTTPResponse(status: status, body: Array(body.utf8))
    }
}
