import JOSE
import RSA
import Testing

/// Many tokens at once are the tokens that one by one are made.
@Suite("Tokens in batches")
struct JWTBatchTests {
    private let claims: [JWTClaims] = (0..<9).map { ["iss": "batch", "jti": .string("\($0)")] }
    private let header: JOSEHeader = {
        var header = JOSEHeader()
        header.keyID = "k"
        return header
    }()

    @Test("in one call", arguments: [JWTSerialization.compact, .pythonJWT])
    func oneCall(serialization: JWTSerialization) throws {
        let key = try Vectors.a2.get()
        let tokens = try JWT.sign(claims, header: header, using: key, serialization: serialization)
        #expect(
            try tokens
                == claims.map {
                    try JWT.sign($0, header: header, using: key, serialization: serialization)
                })
    }

    @Test("none for no claims")
    func none() throws {
        #expect(try JWT.sign([JWTClaims](), using: Vectors.a2.get()) == [])
    }

    @Test("by a signer that many tasks share")
    func sharedSigner() async throws {
        let key = try Vectors.a2.get()
        let signer = RSABatchSigner(processorCount: 2)
        try await withThrowingTaskGroup { group in
            for claims in claims {
                group.addTask {
                    (claims.jwtID, try await JWT.sign(claims, using: key, by: signer))
                }
            }
            for try await (identifier, token) in group {
                #expect(
                    try token == JWT.sign(["iss": "batch", "jti": .string(identifier ?? "")], using: key))
            }
        }
    }

    @Test("a header that asks for something else is refused")
    func refusedHeader() async throws {
        let key = try Vectors.a2.get()
        var other = JOSEHeader()
        other["alg"] = "none"
        let expected = JWTError.token(.algorithmRefused("none"))
        do throws(JWTError) {
            _ = try JWT.sign(claims, header: other, using: key)
            Issue.record("signed")
        } catch {
            #expect(error == expected)
        }
        do throws(JWTBatchError) {
            _ = try await JWT.sign(
                claims[0], header: other, using: key, by: RSABatchSigner(processorCount: 1))
            Issue.record("signed")
        } catch {
            #expect(error == .token(expected))
        }
    }
}
