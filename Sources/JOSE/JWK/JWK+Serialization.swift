import Base64Coding
public import ConstantTime
import RSA
import SHA2

extension JWK {
    /// The public key as JSON text. The private numbers are not in it.
    public func serialized(_ style: JSONStyle = .compact) -> [UInt8] {
        json.serialized(style)
    }

    /// The whole key with its private numbers as JSON text, in memory that is wiped when released; nil for a public
    /// key. Keep the text as safe as the key.
    public func serializedPrivateKey() -> SecretBytes? {
        secretText?.joined()
    }

    /// The whole key in pieces; nil for a public key.
    var secretText: SecretText? {
        guard let privateNumbers else { return nil }
        var text = SecretText()
        text.append(Array(serialized().dropLast()))
        for (name, number) in privateNumbers.members {
            text.append(Array(",\"\(name)\":\"".utf8))
            text.append(SecretSlice(Base64URL.encodeASCII(SecretSlice(number))))
            text.append([.quotationMark])
        }
        text.append([.rightBrace])
        return text
    }

    /// The SHA-256 thumbprint of the public key in base64url (RFC 7638): the same for everyone who has the key,
    /// whatever else is in the JWK.
    public func thumbprint() -> String {
        let canonical: JSONObject = [
            "e": .string(Base64URL.encode(publicExponent)), "kty": "RSA",
            "n": .string(Base64URL.encode(modulus)),
        ]
        return Base64URL.encode(SHA256.hash(canonical.serialized()))
    }
}

extension JWKPrivateNumbers {
    /// The numbers with their names, in the order of RFC 7518 section 6.3.2.
    fileprivate var members: [(name: String, number: SecretBytes)] {
        switch self {
        case .exponent(let exponent): [("d", exponent)]
        case .all(let components):
            [
                ("d", components.privateExponent), ("p", components.prime1), ("q", components.prime2),
                ("dp", components.exponent1), ("dq", components.exponent2), ("qi", components.coefficient),
            ]
        }
    }
}
