"""Keys with right numbers in wrong encodings."""
import der
import rsa

# A version number of PKCS#8 and PKCS#1.
ZERO = der.integer(0)


def add_private(cases):
    import key_cases as form

    key = rsa.Key.generate("rsa-2048", 2048, 65537)
    good = form.numbers_of(key)
    content = form.pkcs1(good)
    fields = [der.integer(value) for value in good.values()]
    whole = form.pkcs8(content)

    def both(name, inner, rule, kind, offset, flags=()):
        """A damaged RSAPrivateKey, alone and in PKCS#8; the offset is that in the former."""
        cases.add(name, "pkcs1", inner, rule, kind, offset, flags=["encoding", *flags])
        outer = form.pkcs8(inner)
        cases.add(name, "pkcs8", outer, rule, kind, offset if offset is None else outer.rindex(inner) + offset,
                  flags=["encoding", *flags])

    def case(name, container, encoding, rule, kind=None, at=None, delta=0, flags=()):
        """`at` is the first damaged part, `delta` where in it the error is."""
        offset = at if at is None or isinstance(at, int) else encoding.index(at) + delta
        cases.add(name, container, encoding, rule, kind, offset, flags=["encoding", *flags])

    # Trailing data, at each level.
    nothing = "nothing is left over at any level"
    for name, tail in {"one octet": b"\0", "NULL": der.NULL, "an element": ZERO, "the key again": content}.items():
        case(f"trailing/{name}", "pkcs1", content + tail, nothing, "encoding.trailingBytes", len(content))
    for name, tail in {"one octet": b"\0", "line feed": b"\n", "the key again": whole}.items():
        case(f"trailing/{name}", "pkcs8", whole + tail, nothing, "encoding.trailingBytes", len(whole))
    for name, tail in {"inside, NULL": der.NULL, "inside, a tenth number": ZERO,
                       "inside, other primes under version 0": der.sequence(der.sequence(ZERO, ZERO, ZERO))}.items():
        inner = der.sequence(*fields, tail)
        both(f"trailing/{name}", inner, nothing, "encoding.trailingBytes", len(inner) - len(tail))
    inner = content + b"\0"
    case("trailing/inside the OCTET STRING", "pkcs8", form.pkcs8(inner), nothing, "encoding.trailingBytes",
         len(form.pkcs8(inner)) - 1)
    algorithm = der.sequence(der.oid(der.RSA_ENCRYPTION), der.NULL, der.NULL)
    case("trailing/behind the parameters", "pkcs8", form.pkcs8(content, algorithm), nothing, "encoding.trailingBytes",
         algorithm, len(algorithm) - 2)
    for name, tail in {"NULL": der.NULL, "primitive [0]": b"\x80\0", "[1], a public key": b"\x81\x02\0\0",
                       "[0] twice": b"\xa0\0\xa0\0"}.items():
        encoding = form.pkcs8(content, rest=tail)
        case(f"trailing/behind the key, {name}", "pkcs8", encoding, nothing, "encoding.trailingBytes",
             len(encoding) - (2 if name != "[1], a public key" else 4))
    attribute = der.element(0xA0, der.sequence(der.oid("1.2.840.113549.1.9.20"), der.element(
        0x31, der.element(0x1E, "key".encode("utf-16-be")))))
    case("valid, attributes", "pkcs8", form.pkcs8(content, rest=attribute),
         "control: attributes are allowed (RFC 5208 section 5)", flags=["control"])
    case("valid, no attribute in [0]", "pkcs8", form.pkcs8(content, rest=b"\xa0\0"),
         "control: a set of attributes may be empty", flags=["control"])
    attributes = "attributes are SEQUENCEs of a type and a SET of values, which are elements (RFC 5208 section 5)"
    name, cut = der.oid("1.2.840.113549.1.9.20"), b"\4\5\1"
    for title, value, kind, damaged, delta in [
            ("no element", b"\xff\xff", "unexpectedTag", b"\xa0\2\xff\xff", 2),
            ("an INTEGER", ZERO, "unexpectedTag", b"\xa0" + bytes([len(ZERO)]) + ZERO, 2),
            ("cut off", b"\x30\5\1", "truncated", b"\x30\5\1", 0),
            ("without a type", der.sequence(der.element(0x31, b"")), "unexpectedTag", b"\x30\2\x31\0", 2),
            ("without values", der.sequence(name), "missingElement", name, len(name)),
            ("values in a SEQUENCE", der.sequence(name, der.sequence()), "unexpectedTag", name, len(name)),
            ("behind the values", der.sequence(name, b"\x31\0", ZERO), "trailingBytes", name, len(name) + 2),
            ("value cut off", der.sequence(name, der.element(0x31, cut)), "truncated", cut, 0),
            ("inner value cut off", der.sequence(name, der.element(0x31, der.sequence(cut))), "truncated", cut, 0)]:
        encoding = form.pkcs8(content, rest=der.element(0xA0, value))
        case(f"attributes/{title}", "pkcs8", encoding, attributes, f"encoding.{kind}", encoding.rindex(damaged) + delta)

    # Missing and additional parts.
    complete = "RSAPrivateKey has nine elements (RFC 8017 appendix A.1.2)"
    for count in [8, 7, 5, 4, 3]:
        inner = der.sequence(*fields[:count])
        both(f"missing/{9 - count} numbers", inner, complete, "encoding.missingElement", len(inner))
    six = der.sequence(*fields[:6])
    case("missing/3 numbers", "pkcs1", six, "six numbers are a DSA key", "unsuitable.dsaKey")
    case("missing/3 numbers", "pkcs8", form.pkcs8(six), complete, "encoding.missingElement", len(form.pkcs8(six)))
    both("missing/everything", der.sequence(), complete, "encoding.missingElement", 2)
    no_version = der.sequence(*fields[1:])
    both("missing/version", no_version, complete, "encoding.integerTooLarge", no_version.index(fields[1]))
    case("missing/empty input", "pkcs1", b"", "an empty input is no key", "encoding.missingElement", 0)
    case("missing/key", "pkcs8", der.sequence(ZERO, der.algorithm()), "PrivateKeyInfo has a key (RFC 5208 section 5)",
         "encoding.missingElement", len(der.sequence(ZERO, der.algorithm())))
    case("missing/empty key", "pkcs8", form.pkcs8(b""), "PrivateKeyInfo has a key (RFC 5208 section 5)",
         "encoding.missingElement", len(form.pkcs8(b"")))
    parameters = "the parameters of rsaEncryption are NULL (RFC 3279 section 2.3.1)"
    for name, value in {"missing": b"", "an empty SEQUENCE": b"\x30\0", "an OCTET STRING": b"\4\0",
                        "an OBJECT IDENTIFIER": der.oid("1.2.840.10045.3.1.7"), "INTEGER 0": ZERO,
                        "[0]": b"\xa0\0"}.items():
        case(f"parameters/{name}", "pkcs8", form.pkcs8(content, der.algorithm(parameters=value)), parameters,
             "algorithmParameters", flags=["algorithm"])
    case("parameters/NULL with content", "pkcs8", form.pkcs8(content, der.algorithm(parameters=b"\5\1\0")),
         "NULL has no content (X.690 section 8.8.2)", "encoding.nullWithContent", b"\5\1\0", flags=["algorithm"])
    algorithms = {"RSASSA-PSS": ("1.2.840.113549.1.1.10", "rsaPSSKey"), "EC": ("1.2.840.10045.2.1", "ellipticCurveKey"),
                  "DSA": ("1.2.840.10040.4.1", "dsaKey"), "Ed25519": ("1.3.101.112", "edwardsCurveKey"),
                  "X25519": ("1.3.101.110", "edwardsCurveKey"), "Ed448": ("1.3.101.113", "edwardsCurveKey"),
                  "RSAES-OAEP": ("1.2.840.113549.1.1.7", "unknownAlgorithm"),
                  "sha256WithRSAEncryption": ("1.2.840.113549.1.1.11", "unknownAlgorithm"),
                  "md2WithRSAEncryption": ("1.2.840.113549.1.1.2", "unknownAlgorithm"),
                  "pkcs-1": ("1.2.840.113549.1.1", "unknownAlgorithm"),
                  "rsa (X.509)": ("2.5.8.1.1", "unknownAlgorithm"),
                  "one component more": ("1.2.840.113549.1.1.1.1", "unknownAlgorithm")}
    for name, (identifier, material) in algorithms.items():
        case(f"algorithm/{name}", "pkcs8", form.pkcs8(content, der.algorithm(identifier)),
             "the algorithm is rsaEncryption (RFC 8017 appendix A.1)", f"unsuitable.{material}", flags=["algorithm"])
        case(f"algorithm/{name}", "spki", form.spki(form.pkcs1_public(key.n, key.e), der.algorithm(identifier)),
             "the algorithm is rsaEncryption (RFC 8017 appendix A.1)", f"unsuitable.{material}", flags=["algorithm"])
    malformed = "X.690 section 8.19"
    dotted = der.oid_content(der.RSA_ENCRYPTION)
    for name, value in {"empty": b"", "leading 80": b"\x80" + dotted, "cut off": dotted[:-1] + b"\x81",
                        "component of 40 bits": dotted[:-1] + b"\x8f\xff\xff\xff\xff\x7f"}.items():
        identifier = der.element(6, value)
        case(f"identifier/{name}", "pkcs8", form.pkcs8(content, der.sequence(identifier, der.NULL)), malformed,
             "encoding.malformedObjectIdentifier", identifier, flags=["algorithm"])

    # Versions of PKCS#8 and other structures.
    for version in [1, 2, 255]:
        case(f"version of PKCS#8/{version}", "pkcs8", form.pkcs8(content, version=der.integer(version)),
             "version 0 of PKCS#8 (RFC 5208 section 5)", "unsupportedVersion")
    public = form.pkcs1_public(key.n, key.e)
    case("version of PKCS#8/1 with public key", "pkcs8", form.pkcs8(
        content, version=der.integer(1), rest=der.element(0x81, b"\0" + public)),
        "RFC 5958 is another format", "unsupportedVersion")
    case("version of PKCS#8/-1", "pkcs8", form.pkcs8(content, version=der.integer(-1)), "the version is 0",
         "encoding.negativeInteger", der.integer(-1))
    multi = der.sequence(der.integer(1), *fields[1:], der.sequence(der.sequence(
        der.integer(65537), der.integer(17), der.integer(3))))
    both("multi-prime", multi, "two primes, not more (RFC 8017 appendix A.1.2, version 1)",
         "unsuitable.multiPrimeRSAKey", None)
    encrypted = der.sequence(der.algorithm("1.2.840.113549.1.5.13"), der.octet_string(bytes(1200)))
    case("other/EncryptedPrivateKeyInfo", "pkcs8", encrypted, "an encrypted key", "unsuitable.encryptedPrivateKey")
    elliptic = der.sequence(der.integer(1), der.octet_string(bytes(32)), der.element(0xA0, der.oid(
        "1.2.840.10045.3.1.7")))
    case("other/ECPrivateKey", "pkcs1", elliptic, "a key for an elliptic curve", "unsuitable.ellipticCurveKey")
    case("other/public key in PKCS#8", "pkcs8", form.pkcs8(public), complete, "encoding.integerTooLarge",
         fields[1])
    case("other/PKCS#8 in PKCS#8", "pkcs8", form.pkcs8(whole), complete, "encoding.unexpectedTag",
         der.sequence(der.oid(der.RSA_ENCRYPTION), der.NULL) + der.octet_string(content))
    case("other/public key", "pkcs1", public, "this is a public key", "unsuitable.rsaPublicKey")
    case("other/SubjectPublicKeyInfo", "pkcs8", form.spki(public), "this is a public key", "unsuitable.rsaPublicKey")
    case("other/PEM", "pkcs1", b"-----BEGIN RSA PRIVATE KEY-----\n", "PEM is not DER", "encoding.unexpectedTag", 0)
    case("other/zeros", "pkcs1", bytes(1200), "zeros are no key", "encoding.unexpectedTag", 0)

    # BER that is not DER, and damaged elements.
    shortest = "lengths in the shortest form (X.690 section 10.1)"
    inner = der.sequence(*fields, octets=3)
    both("length/outer in three octets", inner, shortest, "encoding.nonMinimalLength", 1, ["ber"])
    inner = der.sequence(*fields, octets=4)
    both("length/outer in four octets", inner, shortest, "encoding.nonMinimalLength", 1, ["ber"])
    both("length/outer in five octets", der.sequence(*fields, octets=5), shortest, "encoding.lengthTooLarge", 1,
         ["ber"])
    names = list(good)
    for index, name in enumerate(names):
        value = good[name]
        octets = 1 if value < 1 << 1000 else 3
        damaged = der.integer(value, octets=octets)
        inner = der.sequence(*fields[:index], damaged, *fields[index + 1:])
        both(f"length/of {name}", inner, shortest, "encoding.nonMinimalLength", inner.index(damaged) + 1, ["ber"])
        damaged = der.integer(value, excess=b"\0")
        inner = der.sequence(*fields[:index], damaged, *fields[index + 1:])
        both(f"integer/zero octet before {name}", inner, "INTEGER in the shortest form (X.690 section 8.3.2)",
             "encoding.nonMinimalInteger", inner.index(damaged), ["ber"])
        damaged = b"\2\0"
        inner = der.sequence(*fields[:index], damaged, *fields[index + 1:])
        both(f"integer/empty {name}", inner, "INTEGER has content (X.690 section 8.3.1)", "encoding.emptyInteger",
             len(inner) - sum(map(len, fields[index + 1:])) - 2)
        if name != "version":
            damaged = der.element(0x04, der.integer(value)[-good["n"].bit_length() // 8:])
            inner = der.sequence(*fields[:index], damaged, *fields[index + 1:])
            if index > 2:
                both(f"tag/OCTET STRING for {name}", inner, "each number is an INTEGER", "encoding.unexpectedTag",
                     len(inner) - sum(map(len, fields[index + 1:])) - len(damaged))
    ff = der.element(2, b"\xff\xff" + fields[1][-255:])
    inner = der.sequence(fields[0], ff, *fields[2:])
    both("integer/negative, with excess ff", inner, "INTEGER in the shortest form, not negative",
         "encoding.negativeInteger", inner.index(ff), ["ber"])
    definite = "definite lengths (X.690 section 10.1)"
    both("length/outer indefinite", der.indefinite(0x30, b"".join(fields)), definite, "encoding.indefiniteLength", 1,
         ["ber"])
    case("length/PKCS#8 indefinite", "pkcs8", der.indefinite(0x30, whole[4:]), definite, "encoding.indefiniteLength",
         1, flags=["ber"])
    case("length/PKCS#8 in three octets", "pkcs8", b"\x30\x83\0" + whole[2:], shortest, "encoding.nonMinimalLength",
         1, flags=["ber"])
    long_algorithm = der.sequence(der.oid(der.RSA_ENCRYPTION), der.NULL, octets=1)
    case("length/of the algorithm", "pkcs8", form.pkcs8(content, long_algorithm), shortest,
         "encoding.nonMinimalLength", long_algorithm, 1, flags=["ber"])
    endless = der.indefinite(0x30, der.oid(der.RSA_ENCRYPTION) + der.NULL)
    case("length/algorithm indefinite", "pkcs8", form.pkcs8(content, endless), definite,
         "encoding.indefiniteLength", endless, 1, flags=["ber"])
    long_identifier = der.sequence(der.oid(der.RSA_ENCRYPTION, octets=1), der.NULL)
    case("length/of the identifier", "pkcs8", form.pkcs8(content, long_identifier), shortest,
         "encoding.nonMinimalLength", long_identifier, 3, flags=["ber"])
    long_null = der.sequence(der.oid(der.RSA_ENCRYPTION), b"\5\x81\0")
    case("length/of NULL", "pkcs8", form.pkcs8(content, long_null), shortest, "encoding.nonMinimalLength",
         b"\5\x81\0", 1, flags=["ber"])
    long_string = der.octet_string(content, octets=3)
    case("length/of the OCTET STRING", "pkcs8", der.sequence(ZERO, der.algorithm(), long_string), shortest,
         "encoding.nonMinimalLength", long_string, 1, flags=["ber"])
    pieces = der.element(0x24, der.octet_string(content[:600]) + der.octet_string(content[600:]))
    case("tag/OCTET STRING in pieces", "pkcs8", der.sequence(ZERO, der.algorithm(), pieces),
         "strings are primitive (X.690 section 10.2)", "encoding.unexpectedTag", pieces, flags=["ber"])
    case("tag/BIT STRING for the OCTET STRING", "pkcs8", der.sequence(ZERO, der.algorithm(), der.bit_string(content)),
         "the key is in an OCTET STRING", "encoding.unexpectedTag", der.bit_string(content))
    for tag in [0x31, 0x10, 0x70, 0xA0]:
        both(f"tag/outer {tag:02x}", der.element(tag, b"".join(fields)), "RSAPrivateKey is a SEQUENCE",
             "encoding.unexpectedTag", 0)
    both("tag/long form", b"\x3f\x10" + content[1:], "tags in one octet (X.690 section 8.1.2.4)",
         "encoding.unexpectedTag", 0)
    for name, count in {"one octet": 1, "a hundred": 100, "half": len(content) // 2,
                        "all but one": len(content) - 1}.items():
        both(f"cut off/by {name}", content[:len(content) - count], "an element is complete", "encoding.truncated", 0)
    case("cut off/PKCS#8", "pkcs8", whole[:-1], "an element is complete", "encoding.truncated", 0)
    for octets, kind in [(4, "encoding.truncated"), (8, "encoding.lengthTooLarge"), (126, "encoding.lengthTooLarge")]:
        huge = bytes([0x30, 0x80 | octets]) + b"\x7f" + b"\xff" * (octets - 1) + content
        both(f"length/beyond the end, {octets} octets", huge, "a length is at most what is there",
             kind, 0 if kind == "encoding.truncated" else 1)
    both("length/ff", b"\x30\xff" + content, "the first octet ff is reserved (X.690 section 8.1.3.5)",
         "encoding.lengthTooLarge", 1)
    both("length/2^32-1", b"\x30\x84\xff\xff\xff\xff" + content, "a length is at most what is there",
         "encoding.lengthTooLarge", 1)


def add_public(cases):
    import key_cases as form

    key = rsa.Key.generate("rsa-2048", 2048, 65537)
    content = form.pkcs1_public(key.n, key.e)
    whole = form.spki(content)

    def both(name, inner, rule, kind=None, offset=None, policy="default", flags=()):
        cases.add(name, "pkcs1-public", inner, rule, kind, offset, policy, flags)
        outer = form.spki(inner)
        cases.add(name, "spki", outer, rule, kind, offset if offset is None else outer.rindex(inner) + offset, policy,
                  flags)

    def case(name, encoding, rule, kind, at=None, delta=0):
        offset = at if at is None or isinstance(at, int) else encoding.index(at) + delta
        cases.add(name, "spki", encoding, rule, kind, offset, flags=["encoding"])

    both("valid 2048", content, "control: a good key", flags=["control"])
    both("valid, e = 3, legacy", form.pkcs1_public(key.n, 3), "control: e = 3 where the policy allows it",
         policy="legacy", flags=["control"])
    for name, n, e, kind in [
        ("n even", key.n - 1, key.e, "invalid.modulusNotOdd"), ("n = 0", 0, key.e, "modulusBitLength"),
        ("n = 1", 1, key.e, "modulusBitLength"), ("n of 1024 bits", key.n >> 1024 | 1, key.e, "modulusBitLength"),
        ("n of 16384 bits", key.n << 14336 | 1, key.e, "modulusBitLength"),
        ("e = 0", key.n, 0, "publicExponentOutOfRange"),
        ("e = 1", key.n, 1, "publicExponentOutOfRange"), ("e = 2", key.n, 2, "publicExponentOutOfRange"),
        ("e = 3", key.n, 3, "publicExponentOutOfRange"), ("e = 65538", key.n, 65538, "invalid.publicExponentNotOdd"),
        ("e of 33 bits", key.n, (1 << 32) + 1, "publicExponentOutOfRange"),
        ("e of 10000 bits", key.n, 1 << 9999 | 1, "publicExponentOutOfRange"),
        ("n and e swapped", key.e, key.n, "publicExponentOutOfRange"),
    ]:
        both(f"numbers/{name}", form.pkcs1_public(n, e), "sizes and parity of n and e", kind, flags=["numbers"])
    both("numbers/e = 1, legacy", form.pkcs1_public(key.n, 1), "with e = 1 every octet string signs itself",
         "publicExponentOutOfRange", policy="legacy", flags=["numbers"])
    both("numbers/n negative", form.pkcs1_public(-key.n, key.e), "n is positive", "encoding.negativeInteger", 4)
    inner = form.pkcs1_public(key.n, -3)
    both("numbers/e negative", inner, "e is positive", "encoding.negativeInteger", len(inner) - 3)
    for name, inner, kind, offset in [
        ("zero octet before n", der.sequence(der.integer(key.n, b"\0"), der.integer(key.e)),
         "encoding.nonMinimalInteger", 4),
        ("zero octet before e", der.sequence(der.integer(key.n), der.integer(key.e, b"\0")),
         "encoding.nonMinimalInteger", 4 + 261),
        ("length of n", der.sequence(der.integer(key.n, octets=3), der.integer(key.e)), "encoding.nonMinimalLength", 5),
        ("outer indefinite", der.indefinite(0x30, content[4:]), "encoding.indefiniteLength", 1),
        ("trailing octet", content + b"\0", "encoding.trailingBytes", len(content)),
        ("cut off", content[:-1], "encoding.truncated", 0),
    ]:
        both(f"encoding/{name}", inner, "DER (X.690)", kind, offset, flags=["encoding"])
    two = "RSAPublicKey has two numbers"
    third = der.sequence(content[4:], ZERO)
    cases.add("other/a third number", "pkcs1-public", third, two, "unsuitable.rsaPrivateKey", flags=["encoding"])
    case("other/a third number", form.spki(third), two, "encoding.trailingBytes", len(form.spki(third)) - 3)
    alone = der.sequence(der.integer(key.n))
    cases.add("other/n only", "pkcs1-public", alone, two, "encoding.unexpectedTag", 4, flags=["encoding"])
    case("other/n only", form.spki(alone), two, "encoding.missingElement", len(form.spki(alone)))
    private = form.pkcs1(form.numbers_of(key))
    cases.add("other/private key", "pkcs1-public", private, "this is a private key", "unsuitable.rsaPrivateKey")
    case("other/PKCS#8", form.pkcs8(private), "this is a private key", "unsuitable.rsaPrivateKey")
    whole_bits = "the key is a whole number of octets"
    partial = content[:-1] + b"\0"
    case("bits/7 unused", form.spki(partial, unused=7), whole_bits, "encoding.partialByte", der.bit_string(partial, 7))
    case("bits/1 unused, not zero", form.spki(content, unused=1), "unused bits are zero (X.690 section 11.2.1)",
         "encoding.unusedBitsNotZero", der.bit_string(content, 1))
    for unused in [8, 255]:
        case(f"bits/{unused} unused", form.spki(content, unused=unused), "at most 7 unused bits (X.690 section 8.6.2)",
             "encoding.malformedBitString", der.bit_string(content, unused))
    empty = der.sequence(der.algorithm(), b"\3\0")
    case("bits/no content", empty, "X.690 section 8.6.2", "encoding.malformedBitString", len(empty) - 2)
    case("bits/empty", form.spki(b""), "there is a key", "encoding.missingElement", len(form.spki(b"")))
    parameters = "the parameters of rsaEncryption are NULL (RFC 3279 section 2.3.1)"
    for name, value in {"missing": b"", "an empty SEQUENCE": b"\x30\0"}.items():
        case(f"parameters/{name}", form.spki(content, der.algorithm(parameters=value)), parameters,
             "algorithmParameters")
    encoding = form.spki(content, rest=der.NULL)
    case("trailing/behind the key", encoding, "nothing is left over", "encoding.trailingBytes", len(encoding) - 2)
    case("trailing/outside", whole + b"\0", "nothing is left over", "encoding.trailingBytes", len(whole))
    algorithm = der.sequence(der.oid(der.RSA_ENCRYPTION), der.NULL, der.NULL)
    case("trailing/behind the parameters", form.spki(content, algorithm), "nothing is left over",
         "encoding.trailingBytes", algorithm, len(algorithm) - 2)
    case("other/OCTET STRING for BIT STRING", der.sequence(der.algorithm(), der.octet_string(content)),
         "the key is in a BIT STRING; this looks like an encrypted private key", "unsuitable.encryptedPrivateKey")
