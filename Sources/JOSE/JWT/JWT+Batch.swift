public import RSA

extension JWT {
    /// Signs the claims of many tokens in one go: the same tokens as one by one, in the same order, in less time where the
    /// machine has an engine for batches (see ``RSABatch``).
    ///
    /// - Parameters:
    ///   - claims: of each token; written in their order.
    ///   - header: more members for the header of every token.
    ///   - key: the private key.
    ///   - serialization: how the JSON is written.
    /// - Throws: ``JWTError/token(_:)`` as for one token; when one of them fails, none is released.
    /// - Complexity: linear in the number of tokens.
    public static func sign(
        _ claims: [JWTClaims], header: JOSEHeader = JOSEHeader(), using key: RSAPrivateKey,
        serialization: JWTSerialization = .compact
    ) throws(JWTError) -> [String] {
        var signingInputs: [[UInt8]] = []
        for claims in claims { signingInputs.append(try signingInput(claims, header, serialization)) }
        do throws(RSASigningError) {
            return zip(signingInputs, try key.signatures(for: signingInputs)).map(JWS.compact)
        } catch {
            throw .token(.signing(error))
        }
    }

    #if !hasFeature(Embedded)
        /// Signs claims together with those of other tasks that ask `signer` at the same time.
        ///
        /// - Parameters:
        ///   - claims: written in their order.
        ///   - header: more members for the header.
        ///   - key: the private key.
        ///   - signer: what gathers requests into batches.
        ///   - serialization: how the JSON is written.
        /// - Throws: ``JWTBatchError``.
        public static func sign(
            _ claims: JWTClaims, header: JOSEHeader = JOSEHeader(), using key: RSAPrivateKey,
            by signer: RSABatchSigner, serialization: JWTSerialization = .compact
        ) async throws(JWTBatchError) -> String {
            let signingInput: [UInt8]
            do throws(JWTError) {
                signingInput = try self.signingInput(claims, header, serialization)
            } catch {
                throw .token(error)
            }
            do throws(RSABatchSigningError) {
                return JWS.compact(signingInput, try await signer.signature(for: signingInput, using: key))
            } catch {
                throw .batch(error)
            }
        }
    #endif

    /// What is signed for claims.
    static func signingInput(
        _ claims: JWTClaims, _ header: JOSEHeader, _ serialization: JWTSerialization
    ) throws(JWTError) -> [UInt8] {
        do throws(JWSError) {
            return try JWS.signingInput(
                claims.object.serialized(serialization.payloadStyle), serialization.completed(header),
                serialization.headerStyle)
        } catch {
            throw .token(error)
        }
    }
}

/// Why a token was not signed together with others.
public enum JWTBatchError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The token cannot be made.
    case token(JWTError)
    /// The token could be made, but there is no signature.
    case batch(RSABatchSigningError)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .token(let error): "\(error)"
        case .batch(let error): "\(error)"
        }
    }
}
