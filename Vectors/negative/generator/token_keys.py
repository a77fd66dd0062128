"""Keys: those that a token brings along or points at, and the choice among the keys of a set."""

import base64
import datetime
import json

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa as library, utils

import rsa

CURVE_SECRET = int.from_bytes(rsa.digest(b"P-256"), "big") >> 1
EMBEDDED = "a key is never taken from the token (RFC 8725 section 3.10)"
KID = "kid chooses among trusted keys and nothing else (RFC 7515 section 4.1.4, RFC 8725 section 3.10)"


def encoded(part):
    part = part.encode() if isinstance(part, str) else part
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def number(value):
    return encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def public(key, **members):
    return {"kty": "RSA", **members, "n": number(key.n), "e": number(key.e)}


def library_private(key):
    return library.RSAPrivateNumbers(
        key.p, key.q, key.d, key.dp, key.dq, key.qi, library.RSAPublicNumbers(key.e, key.n)
    ).private_key()


def fixed_size(signature):
    """An ECDSA signature as JWS has it (RFC 7518 section 3.4)."""
    return b"".join(part.to_bytes(32, "big") for part in utils.decode_dss_signature(signature))


def certificate(key):
    """A certificate that the key has issued to itself."""
    private, name = library_private(key), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "attacker")])
    day = datetime.datetime(2020, 1, 1)
    builder = x509.CertificateBuilder(name, name, private.public_key(), 1, day, day + datetime.timedelta(36500))
    return builder.sign(private, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def curve_key(**members):
    numbers = ec.derive_private_key(CURVE_SECRET, ec.SECP256R1()).public_key().public_numbers()
    return {
        "kty": "EC",
        **members,
        "crv": "P-256",
        "x": encoded(numbers.x.to_bytes(32, "big")),
        "y": encoded(numbers.y.to_bytes(32, "big")),
    }


def sets(keys):
    key, other = keys["key"], keys["other"]
    secret = encoded(b"a secret that both sides know, 32 octets and more")
    return {
        "two": {"keys": [public(key, kid="a"), public(other, kid="b")]},
        "same kid": {"keys": [public(other, kid="a"), public(key, kid="a")]},
        "without kid": {"keys": [public(other), public(key)]},
        "for encryption": {"keys": [public(key, kid="a", use="enc"), public(other, kid="b")]},
        "for PS256": {"keys": [public(key, kid="a", alg="PS256"), public(other, kid="b")]},
        "for signing": {"keys": [public(key, kid="a", key_ops=["sign"]), public(other, kid="b")]},
        "for everything": {
            "keys": [public(key, kid="a", use="sig", alg="RS256", key_ops=["verify"]), public(other, kid="b")]
        },
        "several types": {
            "keys": [{"kty": "oct", "kid": "secret", "k": secret}, curve_key(kid="curve"), public(key, kid="a")]
        },
        "no RSA key": {"keys": [{"kty": "oct", "kid": "a", "k": secret}, curve_key(kid="b")]},
        "empty": {"keys": []},
    }


def add(cases):
    embedded(cases)
    kid(cases)
    key_sets(cases)


def embedded(cases):
    other = cases.keys["other"]
    forms = {
        "jwk": {"jwk": public(other)},
        "jwk with everything": {"jwk": public(other, use="sig", alg="RS256", kid="a"), "kid": "a"},
        "jwk of a curve": {"jwk": curve_key()},
        "jwk of a secret": {"jwk": {"kty": "oct", "k": ""}},
        "jku": {"jku": "https://attacker.example/jwks.json"},
        "jku, data": {"jku": "data:application/json," + json.dumps({"keys": [public(other)]})},
        "jku, file": {"jku": "file:///dev/zero"},
        "jku, loopback": {"jku": "http://127.0.0.1:9/jwks.json"},
        "x5u": {"x5u": "https://attacker.example/certificate.pem"},
        "x5c": {"x5c": [base64.b64encode(certificate(other)).decode()]},
        "x5t": {"x5t": encoded(rsa.digest(certificate(other), "sha1"))},
        "x5t#S256": {"x5t#S256": encoded(rsa.digest(certificate(other)))},
        "all of them": {
            "jwk": public(other),
            "jku": "https://attacker.example",
            "x5u": "https://attacker.example",
            "x5c": [base64.b64encode(certificate(other)).decode()],
        },
        "jwk as text": {"jwk": json.dumps(public(other))},
        "jwk, not a key": {"jwk": None},
        "x5c, empty": {"x5c": []},
        "private jwk": {"jwk": public(other, d=number(other.d), p=number(other.p), q=number(other.q))},
    }
    for name, members in forms.items():
        header = json.dumps({"alg": "RS256", **members}, separators=(",", ":"))
        cases.add(
            f"embedded/{name}, signed with it",
            cases.token(header, key="other"),
            EMBEDDED,
            "signatureInvalid",
            ["embedded"],
        )
        cases.add(
            f"embedded/{name}, signed with the right key",
            cases.token(header),
            "keys in the token are ignored, and so is what they say",
            flags=["embedded", "policy"],
        )


def kid(cases):
    oddities = {
        "empty": "",
        "a path": "../../../../dev/null",
        "SQL": "' UNION SELECT 'secret' -- ",
        "a command": "$(id)|id",
        "NUL": "a\0",
        "control characters": "\x1b[2J\r\nX: y",
        "a URL": "https://attacker.example/key",
        "format": "%s%n{0}",
        "right-to-left override": "\u202ea",
        "1,000 letters": "a" * 1000,
        "another key's": "b",
    }
    for name, value in oddities.items():
        header = json.dumps({"alg": "RS256", "kid": value})
        cases.add(
            f"kid/{name}, one key",
            cases.token(header),
            "with one trusted key there is nothing to choose",
            flags=["kid", "policy"],
        )
        if value != "b":
            cases.add(f"kid/{name}, key set", cases.token(header), KID, "noMatchingKey", ["kid"], key_set="two")
    for name, value in {
        "upper case": "A",
        "space behind": "a ",
        "space in front": " a",
        "longer": "aa",
        "accent": "a\u0301",
        "fullwidth": "\uff41",
        "kid of nobody": "c",
    }.items():
        cases.add(
            f"kid/{name}",
            cases.token(json.dumps({"alg": "RS256", "kid": value})),
            "kid is compared code point by code point (RFC 7517 section 4.5)",
            "noMatchingKey",
            ["kid"],
            key_set="two",
        )


def key_sets(cases):
    header = lambda kid: json.dumps({"alg": "RS256", "kid": kid} if kid else {"alg": "RS256"})
    choice = "the key that kid names, among those that are for RS256 (RFC 7517 sections 4.2 to 4.4)"
    for name, kid, signer in [
        ("two", "a", "key"),
        ("two", "b", "other"),
        ("two", None, "key"),
        ("two", None, "other"),
        ("same kid", "a", "key"),
        ("same kid", "a", "other"),
        ("without kid", None, "key"),
        ("for everything", "a", "key"),
        ("several types", "a", "key"),
        ("several types", None, "key"),
    ]:
        cases.add(
            f"key set/{name}, kid {kid}, signed by {signer}",
            cases.token(header(kid), key=signer),
            choice,
            flags=["keySet"],
            key_set=name,
        )
    wrong = [
        ("two", "a", "other", "signatureInvalid"),
        ("two", "b", "key", "signatureInvalid"),
        ("without kid", "a", "key", "noMatchingKey"),
        ("for encryption", "a", "key", "noMatchingKey"),
        ("for encryption", None, "key", "signatureInvalid"),
        ("for PS256", "a", "key", "noMatchingKey"),
        ("for PS256", None, "key", "signatureInvalid"),
        ("for signing", "a", "key", "noMatchingKey"),
        ("for signing", None, "key", "signatureInvalid"),
        ("several types", "secret", "key", "noMatchingKey"),
        ("several types", "curve", "key", "noMatchingKey"),
        ("several types", "a", "other", "signatureInvalid"),
        ("no RSA key", "a", "key", "noMatchingKey"),
        ("no RSA key", None, "key", "noMatchingKey"),
        ("empty", "a", "key", "noMatchingKey"),
        ("empty", None, "key", "noMatchingKey"),
    ]
    for name, kid, signer, defect in wrong:
        cases.add(
            f"key set/{name}, kid {kid}, signed by {signer}",
            cases.token(header(kid), key=signer),
            choice,
            defect,
            ["keySet"],
            key_set=name,
        )
