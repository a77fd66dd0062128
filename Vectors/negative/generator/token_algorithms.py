"""Algorithms: none in every spelling, other names, and right signatures by another algorithm."""

import hashlib
import hmac
import itertools

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding

import rsa
import token_keys

ALGORITHM = "the verifier chooses the algorithm, not the token (RFC 8725 section 3.1); only RS256 is expected"
NONE = "an unsecured token is refused (RFC 7518 section 3.6, RFC 8725 section 3.2)"
MISSING = "alg must be there (RFC 7515 section 4.1.1)"
CASE = "alg is compared code point by code point (RFC 7515 sections 4.1.1 and 5.3)"
STRING = "the value is a string (RFC 7515 section 4.1)"
IGNORED = "parameters that are not understood are ignored (RFC 7515 section 4)"


def add(cases):
    none(cases)
    names(cases)
    confused(cases)


def none(cases):
    for letters in itertools.product(*zip("none", "NONE")):
        name = "".join(letters)
        cases.add(
            f"none/{name}", cases.token(f'{{"alg":"{name}"}}', signature=b""), NONE, "algorithmRefused", ["none"]
        )
    spelt = {
        "escaped": '"\\u006eone"',
        "with a space": '"none "',
        "with NUL": '"none\\u0000"',
        "empty": '""',
        "null as text": '"null"',
        "in Cyrillic o": '"n\\u043ene"',
        "with RS256": '"none,RS256"',
    }
    for name, value in spelt.items():
        cases.add(
            f"none/{name}", cases.token(f'{{"alg":{value}}}', signature=b""), NONE, "algorithmRefused", ["none"]
        )
    for name in "none", "None":
        cases.add(
            f"none/{name} over a right signature",
            cases.token(f'{{"alg":"{name}","typ":"JWT"}}'),
            NONE,
            "algorithmRefused",
            ["none"],
        )
    cases.add(
        "none/no alg, no signature",
        cases.token('{"typ":"JWT"}', signature=b""),
        MISSING,
        "algorithmMissing",
        ["none"],
    )
    cases.add("none/RS256 without signature", cases.token(signature=b""), NONE, "signatureInvalid", ["none"])


def names(cases):
    missing = {
        "missing": '{"typ":"JWT"}',
        "ALG": '{"ALG":"RS256"}',
        "Alg": '{"Alg":"RS256"}',
        "with a space": '{"alg ":"RS256"}',
        "in another object": '{"x":{"alg":"RS256"}}',
        "empty": "{}",
        "escape of an escape": '{"\\\\u0061lg":"RS256"}',
    }
    for name, header in missing.items():
        cases.add(
            f"alg name/{name}",
            cases.token(header),
            MISSING,
            "algorithmMissing",
            ["alg"],
        )
    for name, value in {
        "null": "null",
        "true": "true",
        "number": "256",
        "array": '["RS256"]',
        "object": '{"RS256":true}',
        "array of two": '["RS256","none"]',
    }.items():
        cases.add(f"alg type/{name}", cases.token(f'{{"alg":{value}}}'), STRING, "parameterNotString.alg", ["alg"])
    spelt = {
        "rs256": "rs256",
        "Rs256": "Rs256",
        "RS 256": "RS 256",
        "space in front": " RS256",
        "space behind": "RS256 ",
        "line feed behind": "RS256\\n",
        "NUL behind": "RS256\\u0000",
        "two": "RS256,HS256",
        "too long": "RS2560",
        "cut off": "RS25",
        "empty": "",
        "its number": "-257",
        "URI": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        "OID": "1.2.840.113549.1.1.11",
        "fullwidth": "\\uff32S256",
        "Cyrillic": "R\\u0405256",
        "zero width space": "RS256\\u200b",
        "combining": "RS256\\u0301",
        "SHA256withRSA": "SHA256withRSA",
        "escape of an escape": "\\\\u0052S256",
    }
    for name, value in spelt.items():
        cases.add(f"alg value/{name}", cases.token(f'{{"alg":"{value}"}}'), CASE, "algorithmRefused", ["alg"])
    for value in [
        "HS256",
        "HS384",
        "HS512",
        "RS1",
        "RS384",
        "RS512",
        "PS256",
        "ES256",
        "ES256K",
        "EdDSA",
        "Ed25519",
        "RSA-OAEP",
        "RSA1_5",
        "dir",
        "A128KW",
    ]:
        cases.add(
            f"alg other/{value} over an RS256 signature",
            cases.token(f'{{"alg":"{value}"}}'),
            ALGORITHM,
            "algorithmRefused",
            ["alg"],
        )
    cases.add(
        "alg value/RS256 in escapes",
        cases.token('{"\\u0061lg":"\\u0052S256"}'),
        "escapes are resolved before names and values are compared (RFC 7515 section 5.3)",
        flags=["alg"],
    )
    cases.add(
        "alg value/escape of an escape beside alg",
        cases.token('{"alg":"RS256","\\\\u0061lg":"none"}'),
        "escapes are resolved once (RFC 8259 section 7)",
        flags=["alg"],
    )
    cases.add(
        "alg value/Alg beside alg",
        cases.token('{"alg":"RS256","Alg":"none","ALG":"HS256"}'),
        IGNORED,
        flags=["alg"],
    )


def confused(cases):
    """Right signatures by another algorithm, under its own name and under that of RS256."""
    key = cases.keys["key"]
    library_key = token_keys.library_private(key)
    public = library_key.public_key()
    form = serialization.PublicFormat
    pem = public.public_bytes(serialization.Encoding.PEM, form.SubjectPublicKeyInfo)
    secrets = {
        "the public key as PEM": pem,
        "the public key as PEM without the last line end": pem.rstrip(),
        "the public key as PEM with CRLF": pem.replace(b"\n", b"\r\n"),
        "the public key as PKCS #1 PEM": public.public_bytes(serialization.Encoding.PEM, form.PKCS1),
        "the public key as DER": public.public_bytes(serialization.Encoding.DER, form.SubjectPublicKeyInfo),
        "the public key as PKCS #1 DER": public.public_bytes(serialization.Encoding.DER, form.PKCS1),
        "the modulus": key.n.to_bytes(key.size, "big"),
        "n of the JWK": token_keys.public(key)["n"].encode(),
        "nothing": b"",
    }
    confusion = "a public key is no secret: HMAC is refused (RFC 8725 section 3.1)"
    for name, secret in secrets.items():
        for algorithm, defect in ("HS256", "algorithmRefused"), ("RS256", "signatureInvalid"):
            unsigned = cases.token(f'{{"alg":"{algorithm}","typ":"JWT"}}', signature=b"").rstrip(".")
            code = hmac.digest(secret, unsigned.encode(), hashlib.sha256)
            cases.add(
                f"confusion/HMAC with {name}, alg {algorithm}",
                cases.token(f'{{"alg":"{algorithm}","typ":"JWT"}}', signature=code),
                confusion,
                defect,
                ["confusion"],
            )
    curve = ec.derive_private_key(token_keys.CURVE_SECRET, ec.SECP256R1())
    edwards = ed25519.Ed25519PrivateKey.from_private_bytes(rsa.digest(b"ed25519"))
    makers = {
        "RS1": lambda text: library_key.sign(text, padding.PKCS1v15(), hashes.SHA1()),
        "RS384": lambda text: library_key.sign(text, padding.PKCS1v15(), hashes.SHA384()),
        "RS512": lambda text: library_key.sign(text, padding.PKCS1v15(), hashes.SHA512()),
        "PS256": lambda text: rsa.pss(key, text, rsa.Stream("token salt").octets(32)),
        "ES256": lambda text: token_keys.fixed_size(
            curve.sign(text, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
        ),
        "EdDSA": edwards.sign,
    }
    for algorithm, sign in makers.items():
        for named, defect in (algorithm, "algorithmRefused"), ("RS256", "signatureInvalid"):
            header = f'{{"alg":"{named}","typ":"JWT"}}'
            unsigned = cases.token(header, signature=b"").rstrip(".")
            cases.add(
                f"confusion/{algorithm} signature, alg {named}",
                cases.token(header, signature=sign(unsigned.encode())),
                ALGORITHM,
                defect,
                ["confusion"],
            )
