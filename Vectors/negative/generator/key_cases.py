"""keys.json: RSA keys in DER that a reader must refuse, because of their numbers or of their encoding."""
import math

from cryptography.hazmat.primitives.asymmetric import rsa as library
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key

import der
import key_encodings
import key_numbers
import rsa

FIELDS = ["version", "n", "e", "d", "p", "q", "dp", "dq", "qi"]


def numbers_of(key):
    """The nine numbers of RSAPrivateKey (RFC 8017 appendix A.1.2)."""
    return {"version": 0} | {name: getattr(key, name) for name in FIELDS[1:]}


def pkcs1(numbers):
    return der.sequence(*(
        value if isinstance(value, bytes) else der.integer(value) for value in numbers.values()))


def pkcs8(content, algorithm=None, version=der.integer(0), rest=b""):
    return der.sequence(version, algorithm or der.algorithm(), der.octet_string(content), rest)


def pkcs1_public(n, e):
    return der.sequence(der.integer(n), der.integer(e))


def spki(content, algorithm=None, unused=0, rest=b""):
    return der.sequence(algorithm or der.algorithm(), der.bit_string(content, unused), rest)


def library_accepts(half, encoding):
    """What the library says. Errors that are no refusal, such as a crash, are not swallowed."""
    try:
        if half == "private":
            return isinstance(load_der_private_key(encoding, None), library.RSAPrivateKey)
        return isinstance(load_der_public_key(encoding), library.RSAPublicKey)
    except (ValueError, TypeError) as error:
        return False
    except Exception as error:
        if type(error).__name__ in ("UnsupportedAlgorithm", "PanicException"):
            return False
        raise


class KeyCases:
    def __init__(self):
        self.cases = []
        self.ids = set()

    def add(self, name, form, encoding, rule, defect=None, offset=None, policy="default", flags=()):
        """A case; without a defect, a key that must be accepted."""
        identifier = f"{form}/{name}"
        assert identifier not in self.ids, identifier
        self.ids.add(identifier)
        half = "public" if form in ("spki", "pkcs1-public") else "private"
        expected = "accept" if defect is None else "unusable" if defect == "unusable" else "refuse"
        case = {"id": identifier, "rule": rule, "flags": sorted(flags), "half": half, "policy": policy,
                "der": encoding.hex(), "expected": expected}
        if expected == "refuse":
            case["defect"] = defect
        if offset is not None:
            case["offset"] = offset
        case["cryptography"] = "accept" if library_accepts(half, encoding) else "refuse"
        self.cases.append(case)

    def numbers(self, name, numbers, rule, defect=None, policy="default", flags=()):
        """A key that is wrong in its numbers alone, in both containers."""
        content = pkcs1(numbers)
        for form, encoding in [("pkcs1", content), ("pkcs8", pkcs8(content))]:
            offset = None
            if defect == "encoding.negativeInteger":
                offset = encoding.index(der.integer(next(value for value in numbers.values() if value < 0)))
            if defect == "encoding.integerTooLarge":
                offset = encoding.index(der.integer(numbers["version"]))
            self.add(name, form, encoding, rule, defect, offset, policy, ["numbers", *flags])


def make():
    cases = KeyCases()
    key_numbers.add(cases)
    key_encodings.add_private(cases)
    key_encodings.add_public(cases)
    return {"cases": cases.cases}
