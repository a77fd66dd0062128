"""Makes a key in several forms, and lets SecretsCheck use it and search for what is left of it.

    python3 Tests/SecretsCheck/scan.py PROGRAM FOLDER

Every form of the key with every engine that the machine has: nothing may be left. The controls leave something.
"""
import base64
import json
import pathlib
import secrets
import subprocess
import sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

LENGTH = 16
ENGINES = ("portable", "avx512")
CONTROLS = ("alive", "heap", "stack")
UNAVAILABLE = 3


def to_bytes(number):
    return number.to_bytes((number.bit_length() + 7) // 8)


def base64url(number):
    return base64.urlsafe_b64encode(to_bytes(number)).rstrip(b"=").decode()


def windows(content):
    return [content[i:i + LENGTH] for i in range(len(content) - LENGTH + 1)]


class Key:
    def __init__(self):
        self.key = rsa.generate_private_key(65537, 2048)
        numbers = self.key.private_numbers()
        self.n = numbers.public_numbers.n
        self.secrets = {
            "d": numbers.d, "p": numbers.p, "q": numbers.q,
            "dp": numbers.dmp1, "dq": numbers.dmq1, "qi": numbers.iqmp,
        }

    def encoded(self, encoding, form):
        return self.key.private_bytes(encoding, form, serialization.NoEncryption())

    def forms(self):
        """Name of the form, what SecretsCheck calls it, and the content of the file."""
        der, pem = serialization.Encoding.DER, serialization.Encoding.PEM
        pkcs1, pkcs8 = serialization.PrivateFormat.TraditionalOpenSSL, serialization.PrivateFormat.PKCS8
        pasted = b'"' + self.encoded(pem, pkcs1).replace(b"\n", b"\\n") + b'"'
        jwk = {"kty": "RSA", "n": base64url(self.n), "e": "AQAB"}
        every = {name: base64url(number) for name, number in self.secrets.items()}
        return [
            ("PKCS#1 PEM", "pem", self.encoded(pem, pkcs1)),
            ("PKCS#8 PEM", "pem", self.encoded(pem, pkcs8)),
            ("pasted PEM", "pem", pasted),
            ("PKCS#1 DER", "der", self.encoded(der, pkcs1)),
            ("PKCS#8 DER", "der", self.encoded(der, pkcs8)),
            ("JWK", "jwk", json.dumps(jwk | every).encode()),
            ("JWK with d alone", "jwk", json.dumps(jwk | {"d": every["d"]}).encode()),
            # Where no key is expected, so that it is refused.
            ("JWK as a set", "refused", json.dumps(jwk | every).encode()),
            ("JWK in place of the keys", "refused", json.dumps({"keys": jwk | every}).encode()),
            ("JWK too deep in a set", "refused", json.dumps({"keys": [[jwk | every]]}).encode()),
            ("JWK in an array", "refused", json.dumps([jwk | every]).encode()),
            ("numbers in arrays", "refused", json.dumps(jwk | {k: [v] for k, v in every.items()}).encode()),
            ("numbers in objects", "refused", json.dumps(jwk | {k: {"v": v} for k, v in every.items()}).encode()),
        ]

    def needles(self):
        """Every run of 16 bytes of the secret numbers in both orders, of their base64url, and of the PEM body."""
        for name, number in self.secrets.items():
            content = to_bytes(number)
            yield from ((f"{name},big-endian", window) for window in windows(content))
            yield from ((f"{name},little-endian", window) for window in windows(content[::-1]))
            yield from ((f"{name},base64url", window) for window in windows(base64url(number).encode()))
        forms = {"PKCS#1": serialization.PrivateFormat.TraditionalOpenSSL, "PKCS#8": serialization.PrivateFormat.PKCS8}
        for name, form in forms.items():
            der = self.encoded(serialization.Encoding.DER, form)
            # The text begins with the public modulus; the secret part begins with d.
            public = 4 * (der.index(to_bytes(self.secrets["d"])) // 3 + 1)
            pem = self.encoded(serialization.Encoding.PEM, form).decode().splitlines()[1:-1]
            text = "".join(pem)[public:].encode()
            yield from ((f"{name},PEM", window) for window in windows(text))


def disguised(needles):
    mask = secrets.token_bytes(LENGTH)
    lines = [f"mask {mask.hex()}"]
    for name, window in needles:
        lines.append(f"{name} {bytes(a ^ b for a, b in zip(window, mask)).hex()}")
    return "\n".join(lines) + "\n"


def hits(program, *arguments):
    """How many needles the program found, and where; None where the engine is not available."""
    process = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if process.returncode == UNAVAILABLE:
        return None, []
    if process.returncode != 0:
        sys.exit(f"error: SecretsCheck {' '.join(map(str, arguments))}:\n{process.stdout}\n{process.stderr}")
    lines = process.stdout.splitlines()
    return int(lines[-1].split()[0]), lines


def main(program, folder):
    folder.mkdir(parents=True, exist_ok=True)
    key = Key()
    needles, file = folder / "needles", folder / "key"
    needles.write_text(disguised(key.needles()))
    problems = 0
    for engine in ENGINES:
        for name, form, content in key.forms():
            file.write_bytes(content)
            count, lines = hits(program, "released", form, file, needles, engine)
            if count is None:
                print(f"CAUTION: the engine {engine} was not looked at, this machine does not have it")
                break
            print(f"{name}, {engine}: {lines[-1]}")
            if count:
                problems += 1
                print("error: something is left:\n    " + "\n    ".join(lines[:-1]), file=sys.stderr)
        else:
            file.write_bytes(next(content for _, form, content in key.forms() if form == "jwk"))
            for ending in CONTROLS:
                count, _ = hits(program, ending, "jwk", file, needles, engine)
                print(f"control {ending}, {engine}: {count} hits")
                problems += count == 0
    file.unlink()
    sys.exit(bool(problems))


main(sys.argv[1], pathlib.Path(sys.argv[2]))
