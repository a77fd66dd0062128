"""signatures.json: RSASSA-PKCS1-v1_5 with SHA-256, encoded_messages and signatures that a verifier must refuse."""
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa as library

import der
import encoded_messages
import rsa

MESSAGE = b"The quick brown fox jumps over the lazy dog"

# name: bits, public exponent. 2049 and 2055 bits: the top octet of the modulus holds one bit, or seven.
KEYS = {
    "rsa-2048": (2048, 65537),
    "rsa-2048-e3": (2048, 3),
    "rsa-3072": (3072, 65537),
    "rsa-2049": (2049, 65537),
    "rsa-2055-e3": (2055, 3),
    "rsa-1024-e3": (1024, 3),
    "rsa-4096": (4096, 65537),
}


def library_accepts(key, signature, message):
    public = library.RSAPublicNumbers(key.e, key.n).public_key()
    try:
        public.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
        return True
    except InvalidSignature:
        return False


class SignatureCases:
    def __init__(self):
        self.keys = {name: rsa.Key.generate(name, *form) for name, form in KEYS.items()}
        self.cases = []
        self.ids = set()

    def add(self, name, key_name, signature, rule, expected="invalid", message=MESSAGE, flags=()):
        key = self.keys[key_name]
        identifier = f"{key_name}/{name}"
        assert identifier not in self.ids, identifier
        self.ids.add(identifier)
        # Three verifiers must agree with what is expected: this one, the library, and those who read the file.
        assert rsa.is_valid(key.n, key.e, signature, message) == (expected == "valid"), identifier
        self.cases.append(
            {
                "id": identifier,
                "rule": rule,
                "flags": sorted(flags),
                "key": key_name,
                "message": message.hex(),
                "signature": signature.hex(),
                "expected": expected,
                "cryptography": "valid" if library_accepts(key, signature, message) else "invalid",
            }
        )

    def encoding(self, name, key_name, encoded, rule, flags=(), message=MESSAGE):
        """A signature that is right but for its encoded message. Too large a message for the key is left out."""
        if int.from_bytes(encoded, "big") < self.keys[key_name].n:
            self.add(name, key_name, self.keys[key_name].raw(encoded), rule, flags=flags, message=message)


def valid(cases):
    stream = rsa.Stream("messages")
    messages = {
        "message": MESSAGE,
        "empty message": b"",
        "55 octets": stream.octets(55),
        "56 octets": stream.octets(56),
        "64 octets": stream.octets(64),
        "1000 octets": stream.octets(1000),
    }
    for name, key in cases.keys.items():
        for title, message in messages.items() if name == "rsa-2048" else [("message", MESSAGE)]:
            signature = key.raw(rsa.encode_message(message, key.size))
            cases.add(f"valid/{title}", name, signature, "control: a right signature", "valid", message, ["control"])
    for name in ["rsa-2048", "rsa-2049"]:
        key = cases.keys[name]
        count = 0
        while (signature := key.raw(rsa.encode_message(b"%d" % count, key.size)))[0]:
            count += 1
        message = b"%d" % count
        rule = "control: the signature is as long as the modulus, with a leading zero octet (RFC 8017 section 8.2.1)"
        cases.add("valid/leading zero", name, signature, rule, "valid", message, ["control", "length"])
        cases.add("leading zero cut off", name, signature[1:], "the length must be that of the modulus (RFC 8017 "
                  "section 8.2.2 step 1), even if the missing octet is zero", message=message, flags=["length"])
    key = cases.keys["rsa-2048"]
    count = 0
    while rsa.digest(b"%d" % count)[:2] != bytes(2):
        count += 1
    message = b"%d" % count
    cases.add("valid/digest with leading zeros", "rsa-2048", key.raw(rsa.encode_message(message, key.size)),
              "control: the hash begins with two zero octets", "valid", message, ["control"])


def numbers(cases, name):
    """Signatures that are wrong as numbers or as octets; the encoded message is left alone."""
    key = cases.keys[name]
    right = key.raw(rsa.encode_message(MESSAGE, key.size))
    s = int.from_bytes(right, "big")
    n, size = key.n, key.size
    step1 = "the length must be that of the modulus (RFC 8017 section 8.2.2 step 1)"
    range_rule = "the signature must be less than the modulus (RFC 8017 section 5.2.2 step 1)"
    for title, value in {"0": 0, "1": 1, "2": 2, "n-1": n - 1, "n-s": n - s, "s inverted": pow(s, -1, n),
                         "2s": 2 * s % n, "s squared": s * s % n}.items():
        cases.add(f"number/{title}", name, value.to_bytes(size, "big"), f"s = {title} is no signature",
                  flags=["number"])
    for title, value in {"n": n, "n+1": n + 1, "largest": (1 << 8 * size) - 1}.items():
        if value < 1 << 8 * size:
            cases.add(f"range/{title}", name, value.to_bytes(size, "big"), range_rule, flags=["range"])
    for factor in [1, 2, 3, 5, 127, 128, 255]:
        value = s + factor * n
        title = "s+n" if factor == 1 else f"s+{factor}n"
        if value < 1 << 8 * size:
            cases.add(f"range/{title}", name, value.to_bytes(size, "big"), range_rule, flags=["range"])
        else:
            cases.add(f"range/{title} one octet longer", name, value.to_bytes(size + 1, "big"), step1,
                      flags=["length", "range"])
    lengths = {
        "empty": b"",
        "one octet": right[:1],
        "last octet missing": right[:-1],
        "first octet missing": right[1:],
        "zero in front": b"\0" + right,
        "eight zeros in front": bytes(8) + right,
        "zero behind": right + b"\0",
        "twice": right + right,
        "hexadecimal": right.hex().encode(),
        "as OCTET STRING": der.octet_string(right),
        "as BIT STRING": der.bit_string(right),
        "half": right[: size // 2],
    }
    for title, signature in lengths.items():
        cases.add(f"length/{title}", name, signature, step1, flags=["length"])
    flips = {"first bit": 0, "bit 8": 8, "middle bit": 4 * size, "last bit": 8 * size - 1}
    for title, position in flips.items():
        changed = (s ^ 1 << (8 * size - 1 - position)).to_bytes(size, "big")
        cases.add(f"changed/{title}", name, changed, "one bit differs from the right signature", flags=["number"])
    other = {"reversed": right[::-1],
             "the encoded message itself": rsa.encode_message(MESSAGE, size),
             "encrypted, not signed": pow(int.from_bytes(rsa.encode_message(MESSAGE, size), "big"), key.e, n)
             .to_bytes(size, "big")}
    for title, signature in other.items():
        cases.add(f"octets/{title}", name, signature, f"{title}: not a signature", flags=["number"])


def other_schemes(cases, name):
    """Real signatures of the same message by the same key, made by another scheme or for another hash."""
    key = cases.keys[name]
    size = key.size
    library_key = library.RSAPrivateNumbers(
        key.p, key.q, key.d, key.dp, key.dq, key.qi, library.RSAPublicNumbers(key.e, key.n)).private_key()
    for title, function in {"SHA-1": hashes.SHA1, "SHA-224": hashes.SHA224, "SHA-384": hashes.SHA384,
                            "SHA-512": hashes.SHA512, "SHA3-256": hashes.SHA3_256, "MD5": hashes.MD5,
                            "SHA-512/256": hashes.SHA512_256}.items():
        signature = library_key.sign(MESSAGE, padding.PKCS1v15(), function())
        cases.add(f"scheme/PKCS1-v1_5 with {title}", name, signature,
                  f"a right signature with {title} is none with SHA-256 (RFC 7518 section 3.3)", flags=["hash"])
    salt = rsa.Stream("salt").octets(32)
    library_key.public_key().verify(
        rsa.pss(key, MESSAGE, salt), MESSAGE, padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256())
    for title, signature in {"PSS, salt of 32": rsa.pss(key, MESSAGE, salt), "PSS, no salt": rsa.pss(key, MESSAGE, b""),
                             "PSS with SHA-1": rsa.pss(key, MESSAGE, salt[:20], "sha1")}.items():
        cases.add(f"scheme/{title}", name, signature, "RSASSA-PSS is another scheme (RFC 7518 section 3.5)",
                  flags=["scheme"])
    hashed = rsa.digest(MESSAGE)
    x931 = b"\x6b" + b"\xbb" * (size - 36) + b"\xba" + hashed + b"\x34\xcc"
    if int.from_bytes(x931, "big") < key.n:
        cases.encoding("scheme/X9.31", name, x931, "ANSI X9.31 is another scheme", ["scheme"])
    iso = b"\x6a" + MESSAGE.ljust(size - 34, b"\0") + hashed[:31] + b"\x34\xcc"
    if len(iso) == size and int.from_bytes(iso, "big") < key.n:
        cases.encoding("scheme/ISO 9796-2", name, iso, "ISO/IEC 9796-2 is another scheme", ["scheme"])
    cases.encoding("scheme/no padding", name, bytes(size - 32) + hashed, "a bare hash (textbook RSA)", ["scheme"])
    cases.encoding("scheme/MD5 and SHA-1", name,
                   rsa.encode(size, rsa.digest(MESSAGE, "md5") + rsa.digest(MESSAGE, "sha1")),
                   "the hash pair of TLS 1.0, without DigestInfo", ["scheme"])


def forgeries(cases, name):
    """Signatures made without the private key, for verifiers that do not look at all of the encoded message."""
    key = cases.keys[name]
    size = key.size
    for count in [0, 1, 8, 16]:
        # Bleichenbacher 2006: what follows the hash is whatever makes the number a cube.
        front = b"\0\1" + b"\xff" * count + b"\0" + rsa.digest_info(MESSAGE)
        garbage = size - len(front)
        top = int.from_bytes(front + b"\xff" * garbage, "big")
        forged = rsa.root(top)
        if (forged**3).to_bytes(size, "big").startswith(front):
            cases.add(f"forgery/cube root, {count} octets of padding", name, forged.to_bytes(size, "big"),
                      "nothing may follow the hash (Bleichenbacher 2006); made without the private key",
                      flags=["forgery"])
    # BERserk: the algorithm's length octets, or its parameters, swallow what makes the number a cube.
    hashed = rsa.digest(MESSAGE)
    tail = der.octet_string(hashed)
    suffix = int.from_bytes(tail, "big")
    if suffix % 2:
        modulus = 1 << 8 * len(tail)
        low = pow(suffix, pow(3, -1, modulus // 2), modulus)
        for title, front in {
            "long length": b"\0\1" + b"\xff" * 8 + b"\0" + bytes([0x30, 0xD8]),
            "parameters": b"\0\1" + b"\xff" * 8 + b"\0" + bytes([0x30, 0x81]),
            "no padding": b"\0\1\0",
        }.items():
            high = rsa.root(int.from_bytes(front + b"\xff" * (size - len(front)), "big"))
            forged = high >> 8 * len(tail) << 8 * len(tail) | low
            cubed = (forged**3).to_bytes(size, "big")
            assert cubed.endswith(tail) and cubed[:3] == front[:3]
            cases.add(f"forgery/right end, {title}", name, forged.to_bytes(size, "big"),
                      "all octets of the encoded message count (CVE-2014-1568); made without the private key",
                      flags=["forgery"])
    # Small enough not to wrap around: the cube of s as an integer.
    for value in [8, 1 << 170, rsa.root(int.from_bytes(b"\0\1" + b"\xff" * (size - 2), "big"))]:
        cases.add(f"forgery/cube of {value.bit_length()} bits", name, value.to_bytes(size, "big"),
                  "a number whose cube does not reach the modulus", flags=["forgery"])


def crossed(cases):
    """A right signature for something else."""
    key = cases.keys["rsa-2048"]
    signature = key.raw(rsa.encode_message(MESSAGE, key.size))
    cases.add("crossed/message", "rsa-2048", signature, "another message", message=MESSAGE + b".")
    cases.add("crossed/shorter message", "rsa-2048", signature, "another message", message=MESSAGE[:-1])
    cases.add("crossed/hash as message", "rsa-2048", signature, "the message is hashed once, not passed as its hash",
              message=rsa.digest(MESSAGE))
    cases.add("crossed/key", "rsa-2048-e3", signature, "a signature by another key")
    cases.add("crossed/exponent", "rsa-2048", pow(
        int.from_bytes(rsa.encode_message(MESSAGE, key.size), "big"), pow(17, -1, (key.p - 1) * (key.q - 1)), key.n)
        .to_bytes(key.size, "big"), "a signature under another public exponent")


def make():
    cases = SignatureCases()
    valid(cases)
    for name in KEYS:
        selection = None if name in ("rsa-2048", "rsa-2048-e3") else encoded_messages.SELECTION
        for title, encoded, rule, flag in encoded_messages.all_of(MESSAGE, cases.keys[name].size):
            if selection is None or title in selection:
                cases.encoding(title, name, encoded, rule, [flag])
        if name in ("rsa-2048", "rsa-2048-e3", "rsa-2049"):
            numbers(cases, name)
    for name in ["rsa-2048", "rsa-3072"]:
        other_schemes(cases, name)
    for name in ["rsa-2048-e3", "rsa-2055-e3", "rsa-1024-e3"]:
        forgeries(cases, name)
    crossed(cases)
    numbers_of = lambda key: {part: f"{getattr(key, part):x}" for part in ["n", "e", "d", "p", "q"]}
    return {"keys": {name: numbers_of(key) for name, key in cases.keys.items()}, "cases": cases.cases}
