/// RS256 under one import: keys, signatures, JSON Web Tokens, and the encodings below them.
///
/// Import a single module instead (`JOSE`, `RSA`, `DER`, `SHA2`, `Base64Coding`) to get only that one. What talks to
/// a network is not part of this: `TokenExchange` and `URLSessionTransport` are imported by their own names.
@_exported public import Base64Coding
@_exported public import DER
@_exported public import JOSE
@_exported public import RSA
@_exported public import SHA2
