import ConstantTime
import DER
import RSA
import TestSupport
import Testing

/// A certificate of which one place is changed: the key in it is the same, or is not to be used.
@Suite("Certificates")
struct CertificateTests {
    private let certificate: [UInt8]

    init() throws {
        certificate = try VectorFile.bytes("keys/generated/a2-cert.der")
        // Two SEQUENCEs, each with two bytes of length, then the version 2 in [0].
        try #require(certificate[0..<2] == [0x30, 0x82] && certificate[4..<6] == [0x30, 0x82])
        try #require(certificate[8..<13] == [0xa0, 3, 2, 1, 2])
    }

    /// The certificate, longer by a NULL at `place`, in SEQUENCEs whose lengths are at `lengths`.
    private func withNull(at place: Int, in lengths: [Int]) -> [UInt8] {
        var changed = certificate
        for position in lengths {
            let length = Int(changed[position]) << 8 + Int(changed[position + 1]) + 2
            changed[position] = UInt8(length >> 8)
            changed[position + 1] = UInt8(length & 0xff)
        }
        changed.insert(contentsOf: [5, 0], at: place)
        return changed
    }

    @Test("as it is")
    func unchanged() throws {
        #expect(try RSAPublicKey(derRepresentation: certificate) == TestKeys.rfc7515().publicKey)
    }

    @Test("nothing may stand behind the signature")
    func behindSignature() {
        let changed = withNull(at: certificate.count, in: [2])
        #expect(throws: RSAKeyError.encoding(DERError(.trailingBytes, offset: certificate.count))) {
            try RSAPublicKey(derRepresentation: changed)
        }
    }

    @Test("nothing may stand behind the version")
    func behindVersion() {
        var changed = withNull(at: 13, in: [2, 6])
        changed[9] = 5
        #expect(throws: RSAKeyError.encoding(DERError(.trailingBytes, offset: 13))) {
            try RSAPublicKey(derRepresentation: changed)
        }
    }

    @Test("versions 1 to 3 are read, others refused", arguments: 0...4 as ClosedRange<UInt8>)
    func versions(version: UInt8) throws {
        var changed = certificate
        changed[12] = version
        if version <= 2 {
            #expect(try RSAPublicKey(derRepresentation: changed) == TestKeys.rfc7515().publicKey)
        } else {
            #expect(throws: RSAKeyError.unsupportedVersion) {
                try RSAPublicKey(derRepresentation: changed)
            }
        }
    }

    @Test("a key restricted to RSASSA-PSS is refused, though it looks like any other")
    func restrictedKey() throws {
        let rsaEncryption: [UInt8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1]
        let place = try #require(
            certificate.indices.dropLast(8).first { certificate[$0..<($0 + 9)] == rsaEncryption[...] })
        var changed = certificate
        changed[place + 8] = 10
        #expect(throws: RSAKeyError.unsuitable(.rsaPSSKey, needed: .publicKey)) {
            try RSAPublicKey(derRepresentation: changed)
        }
    }

    /// A certification request has at most four (RFC 2986), a certificate at least six (RFC 5280).
    @Test("what has a signature is a certificate from six elements on", arguments: 0...8)
    func elements(count: Int) {
        var writer = DERWriter()
        writer.appendSequence { outer in
            outer.appendSequence { first in for _ in 0..<count { first.appendNull() } }
            outer.appendSequence { $0.appendNull() }
            outer.appendBitString(SecretSlice(SecretBytes(count: 1)))
        }
        let found: KeyMaterial = count < 6 ? .certificateRequest : .certificate
        #expect(throws: RSAKeyError.unsuitable(found, needed: .privateKey)) {
            try RSAPrivateKey(derRepresentation: writer.bytes)
        }
    }
}
