public import Base64Coding
public import RSA

/// Why a JWS is not accepted, or cannot be made.
public enum JWSError: Error, Equatable, Sendable {
    /// The text is larger than the limit, in bytes. Nothing else was looked at.
    case tooLarge(limit: Int)
    /// The text does not have exactly three parts (two dots).
    case partCount(Int)
    /// A part is not canonical base64url without padding. The offset is from the start of the whole text.
    case encoding(JWSPart, Base64Error)
    /// The header is not JSON. The offset is in the decoded header.
    case header(JSONError)
    /// The header is JSON, but no object.
    case headerNotObject
    /// The header has no `alg`.
    case algorithmMissing
    /// The header has an `alg` other than exactly `RS256`.
    case algorithmRefused(String)
    /// The header has `crit`: it demands extensions, and none is supported.
    case criticalExtensions
    /// A member of the header that must be a string is none.
    case parameterNotString(String)
    /// The key set has no RS256 key with the `kid` of the header; or, if there is no `kid`, no RS256 key at all.
    case noMatchingKey
    /// The signature is not by this key over this header and payload. There is no more to know.
    case signatureInvalid
    /// Signing failed.
    case signing(RSASigningError)
}

/// The parts of a JWS in its compact form (RFC 7515 section 3.1).
public enum JWSPart: Sendable, Equatable {
    /// The protected header, before the first dot.
    case header
    /// The payload, between the dots.
    case payload
    /// The signature, after the second dot.
    case signature
}

extension JWSError: CustomStringConvertible {
    /// What is wrong, and where. No part of the token is in it, except what it names as its algorithm.
    public var description: String {
        switch self {
        case .tooLarge(let limit): "the token is larger than \(limit) bytes"
        case .partCount(let count):
            "a signed token has three parts with dots between them, this has \(count)"
                + (count == 5 ? " like an encrypted one (JWE), which is not supported" : "")
        case .encoding(let part, let error): "the \(part.text) of the token: \(error)"
        case .header(let error): "the header of the token is not JSON: \(error)"
        case .headerNotObject: "the header of the token is not a JSON object"
        case .algorithmMissing: "the header does not name an algorithm (alg); only RS256 is accepted"
        case .algorithmRefused(let name): "the algorithm (alg) is \(name.quoted); only \"RS256\" is accepted"
        case .criticalExtensions: "the header demands extensions (crit); none is supported"
        case .parameterNotString(let name): "\(name) in the header is not a string"
        case .noMatchingKey: "the key set has no RS256 key for this token"
        case .signatureInvalid: "the signature does not verify"
        case .signing(let error): "\(error)"
        }
    }
}

extension JWSPart {
    fileprivate var text: String {
        switch self {
        case .header: "header"
        case .payload: "payload"
        case .signature: "signature"
        }
    }
}
