"""Every way to damage the encoded message of RSASSA-PKCS1-v1_5 (RFC 8017 section 9.2)."""
import hashlib

import der
import rsa

HASH_OIDS = {
    "MD5": ("1.2.840.113549.2.5", "md5"),
    "SHA-1": ("1.3.14.3.2.26", "sha1"),
    "SHA-224": ("2.16.840.1.101.3.4.2.4", "sha224"),
    "SHA-384": ("2.16.840.1.101.3.4.2.2", "sha384"),
    "SHA-512": ("2.16.840.1.101.3.4.2.3", "sha512"),
    "SHA3-256": ("2.16.840.1.101.3.4.2.8", "sha3_256"),
}
OTHER_OIDS = {
    "SHA-512/256": "2.16.840.1.101.3.4.2.6",
    "SHA3-256": "2.16.840.1.101.3.4.2.8",
    "sha256WithRSAEncryption": "1.2.840.113549.1.1.11",
    "rsaEncryption": "1.2.840.113549.1.1.1",
    "one component more": "2.16.840.1.101.3.4.2.1.0",
    "one component less": "2.16.840.1.101.3.4.2",
    "last component 0": "2.16.840.1.101.3.4.2.0",
    "last component 129": "2.16.840.1.101.3.4.2.129",
    "first component 1": "1.16.840.1.101.3.4.2.1",
}

# Tried with every key; the whole list is tried with two of them.
SELECTION = {
    "digest info/no parameters", "digest info/parameters with content", "digest info/garbage parameters, 8 octets",
    "digest info/octet behind the hash, inside", "digest info/octet behind the hash, outside",
    "padding/eight octets, rest behind", "padding/middle octet 00", "padding/first octet 00",
    "padding/no separator", "block type/00 with zeros", "block type/02", "digest/last bit", "digest/truncated by 1",
    "BER/outer length in two octets", "BER/outer indefinite", "padding/shifted left",
}


def algorithm(parameters=der.NULL, identifier=None):
    return der.sequence(identifier or der.oid(der.SHA256), parameters)


def digest_infos(message):
    """(name, DigestInfo, rule, flag): wrong in structure, with the right hash in it."""
    hashed = rsa.digest(message)
    info = rsa.digest_info(message)
    value = der.octet_string(hashed)
    right = algorithm()
    section = "RFC 8017 appendix B.1"

    def structure(name, encoding, rule):
        return f"digest info/{name}", encoding, rule, "digestInfo"

    null = f"the parameters must be NULL ({section}; A.2.4, note 2)"
    yield structure("no parameters", der.sequence(algorithm(b""), value), null)
    yield structure("no parameters, length left", info[:15] + info[17:], null)
    yield structure("no parameters, inner length left", der.sequence(right[:-2], value), null)
    for name, parameters in {
        "parameters with content": b"\5\1\0",
        "parameters with 8 octets of content": b"\5\x08" + bytes(8),
        "parameters BOOLEAN": b"\1\1\xff",
        "parameters INTEGER": b"\2\1\0",
        "parameters empty OCTET STRING": b"\4\0",
        "parameters empty SEQUENCE": b"\x30\0",
        "parameters OBJECT IDENTIFIER": der.oid(der.SHA256),
        "parameters with tag 85": b"\x85\0",
        "parameters with tag 25": b"\x25\0",
        "parameters zero octets": b"\0\0",
        "parameters of one octet": b"\5",
        "NULL twice": der.NULL + der.NULL,
        "octet behind NULL": der.NULL + b"\0",
        "NULL in explicit tag": b"\xa0\2" + der.NULL,
    }.items():
        yield structure(name, der.sequence(algorithm(parameters), value), null)
    for count in [1, 8, 32, 100]:
        garbage = rsa.Stream(f"garbage {count}").octets(count)
        if count <= 32:
            yield structure(f"garbage behind the parameters, {count} octets",
                            der.sequence(algorithm(der.NULL + garbage), value), null)
        yield structure(f"garbage parameters, {count} octets",
                        der.sequence(algorithm(der.octet_string(garbage)), value), null)
    yield structure("garbage before the identifier", der.sequence(
        der.sequence(der.NULL, der.oid(der.SHA256), der.NULL), value), "the identifier comes first")

    sequence_of_two = f"DigestInfo is a SEQUENCE of two elements ({section})"
    yield structure("elements swapped", der.sequence(value, right), sequence_of_two)
    yield structure("hash twice", der.sequence(right, value, value), sequence_of_two)
    yield structure("algorithm twice", der.sequence(right, right, value), sequence_of_two)
    yield structure("no hash", der.sequence(right), sequence_of_two)
    yield structure("no algorithm", der.sequence(value), sequence_of_two)
    yield structure("hash only", value, sequence_of_two)
    yield structure("bare hash", hashed, "a bare hash is no DigestInfo")
    yield structure("hash in hexadecimal", der.sequence(right, der.octet_string(hashed.hex().encode())),
                    "the hash is 32 octets")
    yield structure("NULL behind the hash", der.sequence(right, value, der.NULL), sequence_of_two)
    yield structure("octet behind the hash, inside", der.sequence(right, value, b"\0"), sequence_of_two)
    yield structure("octet behind the hash, outside", info + b"\0", "nothing follows the DigestInfo")
    yield structure("wrapped in a SEQUENCE", der.sequence(info), sequence_of_two)
    yield structure("wrapped in an OCTET STRING", der.octet_string(info), sequence_of_two)
    yield structure("DigestInfo twice", info + info, "nothing follows the DigestInfo")

    for name, index, delta in [("outer", 1, 1), ("outer", 1, -1), ("algorithm", 3, 1), ("algorithm", 3, -1),
                               ("identifier", 5, 1), ("identifier", 5, -1), ("NULL", 16, 1), ("hash", 18, 1),
                               ("hash", 18, -1)]:
        changed = bytearray(info)
        changed[index] += delta
        yield structure(f"{name} length {delta:+d}", bytes(changed), "the lengths must agree")
    for name, index in [("outer", 1), ("algorithm", 3), ("identifier", 5), ("hash", 18)]:
        changed = bytearray(info)
        changed[index] = 0
        yield structure(f"{name} length 0", bytes(changed), "the lengths must agree")
    for name, index, tags in [("outer", 0, [0x31, 0x10, 0x70, 0xA0]), ("algorithm", 2, [0x31, 0x10, 0xA0]),
                              ("identifier", 4, [0x0D, 0x26, 0x86, 0x04]), ("hash", 17, [0x03, 0x0C, 0x24, 0x84])]:
        for tag in tags:
            changed = bytearray(info)
            changed[index] = tag
            yield structure(f"{name} tag {tag:02x}", bytes(changed), "each element has its tag")
    yield structure("hash as BIT STRING", der.sequence(right, der.bit_string(hashed)), "the hash is an OCTET STRING")


def ber_forms(message):
    """What BER allows and DER (X.690 section 10) does not: the encoded message is DER (RFC 8017 section 9.2)."""
    hashed = rsa.digest(message)
    identifier, value, right = der.oid(der.SHA256), der.octet_string(hashed), algorithm()
    minimal = "DER: lengths in the shortest form (X.690 section 10.1)"
    definite = "DER: definite lengths (X.690 section 10.1)"
    primitive = "DER: strings are primitive (X.690 section 10.2)"
    words = {1: "one octet", 2: "two octets", 3: "three octets", 4: "four octets", 8: "eight octets"}
    for octets, word in words.items():
        yield f"BER/outer length in {word}", der.sequence(right, value, octets=octets), minimal, "ber"
        yield f"BER/algorithm length in {word}", der.sequence(
            der.sequence(identifier, der.NULL, octets=octets), value), minimal, "ber"
        yield f"BER/hash length in {word}", der.sequence(right, der.octet_string(hashed, octets)), minimal, "ber"
    for octets in [1, 2]:
        word = words[octets]
        yield f"BER/identifier length in {word}", der.sequence(
            algorithm(identifier=der.oid(der.SHA256, octets)), value), minimal, "ber"
        yield f"BER/NULL length in {word}", der.sequence(
            algorithm(der.element(5, b"", octets)), value), minimal, "ber"
    yield "BER/reserved length ff", b"\x30\xff" + right + value, "X.690 section 8.1.3.5", "ber"
    yield "BER/outer indefinite", der.indefinite(0x30, right + value), definite, "ber"
    yield "BER/algorithm indefinite", der.sequence(der.indefinite(0x30, identifier + der.NULL), value), definite, "ber"
    yield "BER/both indefinite", der.indefinite(
        0x30, der.indefinite(0x30, identifier + der.NULL) + value), definite, "ber"
    yield "BER/outer indefinite, not ended", b"\x30\x80" + right + value, definite, "ber"
    yield "BER/hash indefinite", der.sequence(right, der.indefinite(0x24, value)), definite, "ber"
    yield "BER/hash constructed", der.sequence(right, der.element(0x24, value)), primitive, "ber"
    halves = der.octet_string(hashed[:16]) + der.octet_string(hashed[16:])
    yield "BER/hash in two pieces", der.sequence(right, der.element(0x24, halves)), primitive, "ber"
    yield "BER/high tag form", b"\x3f\x10" + der.sequence(right, value)[1:], "X.690 section 8.1.2.2", "ber"
    long_identifier = der.element(6, b"\x80" + der.oid_content(der.SHA256))
    yield "BER/identifier with leading 80", der.sequence(
        algorithm(identifier=long_identifier), value), "X.690 section 8.19.2", "ber"
    padded = der.oid_content(der.SHA256)
    padded = padded[:-1] + b"\x80\x01"
    yield "BER/last component with leading 80", der.sequence(
        algorithm(identifier=der.element(6, padded)), value), "X.690 section 8.19.2", "ber"


def digests(message):
    """The right structure around a wrong hash, or the wrong identifier."""
    hashed = rsa.digest(message)
    right = algorithm()

    def with_hash(name, content):
        return f"digest/{name}", der.sequence(right, der.octet_string(content)), "the hash must be that of the message"\
            if len(content) == 32 else "the hash is 32 octets", "digest"

    yield with_hash("first bit", bytes([hashed[0] ^ 0x80]) + hashed[1:])
    yield with_hash("last bit", hashed[:-1] + bytes([hashed[-1] ^ 1]))
    yield with_hash("reversed", hashed[::-1])
    yield with_hash("words reversed", b"".join(hashed[i:i + 4][::-1] for i in range(0, 32, 4)))
    yield with_hash("zeros", bytes(32))
    yield with_hash("ones", b"\xff" * 32)
    yield with_hash("of the empty message", rsa.digest(b""))
    yield with_hash("hashed twice", rsa.digest(hashed))
    yield with_hash("empty", b"")
    yield with_hash("truncated by 1", hashed[:-1])
    yield with_hash("truncated at the front", hashed[1:])
    yield with_hash("truncated to 1", hashed[:1])
    yield with_hash("truncated to 20", hashed[:20])
    yield with_hash("zero in front", b"\0" + hashed)
    yield with_hash("zero behind", hashed + b"\0")
    yield with_hash("twice", hashed + hashed)
    yield with_hash("is the message", message)
    for name, (identifier, function) in HASH_OIDS.items():
        own = hashlib.new(function, message).digest()
        if name != "SHA3-256":
            yield f"identifier/{name} with the hash of SHA-256", der.sequence(
                algorithm(identifier=der.oid(identifier)), der.octet_string(hashed)), "SHA-256 has its identifier", \
                "identifier"
        if len(own) != 32 or name == "SHA3-256":
            yield f"identifier/SHA-256 with the hash of {name}", der.sequence(right, der.octet_string(own)), \
                "the hash must be that of SHA-256", "identifier"
    for name, identifier in OTHER_OIDS.items():
        yield f"identifier/{name}", der.sequence(
            algorithm(identifier=der.oid(identifier)), der.octet_string(hashed)), "SHA-256 has its identifier", \
            "identifier"
    yield "identifier/empty", der.sequence(algorithm(identifier=b"\6\0"), der.octet_string(hashed)), \
        "SHA-256 has its identifier", "identifier"


def paddings(message, size):
    """The right DigestInfo in a wrong frame. Unlike the others, these are whole encoded messages."""
    info = rsa.digest_info(message)
    count = size - 3 - len(info)
    all_ff = "the padding is ff throughout (RFC 8017 section 9.2 step 4)"
    places = {"first": 0, "second": 1, "eighth": 7, "ninth": 8, "middle": count // 2, "last but one": count - 2,
              "last": count - 1}

    def frame(padding, lead=b"\0\1", separator=b"\0", tail=b""):
        return lead + padding + separator + info + tail

    ff = b"\xff" * count
    for name, index in places.items():
        for octet in [0x00, 0xFE] if name not in ("first", "middle", "last") else [0x00, 0x01, 0x7F, 0xFE]:
            yield f"padding/{name} octet {octet:02x}", frame(ff[:index] + bytes([octet]) + ff[index + 1:]), all_ff, "padding"
    yield "padding/all 00", frame(bytes(count)), all_ff, "padding"
    yield "padding/all fe", frame(b"\xfe" * count), all_ff, "padding"
    yield "padding/all 01", frame(b"\1" * count), all_ff, "padding"
    yield "padding/ff up to the middle, then 00", frame(ff[:count // 2] + bytes(count - count // 2)), all_ff, "padding"
    yield "padding/eight octets, then zeros", frame(ff[:8] + bytes(count - 8)), all_ff, "padding"
    yield "padding/no separator", frame(ff, separator=b"\xff"), "00 separates padding and DigestInfo", "separator"
    yield "padding/separator missing, padding longer", b"\0\1" + b"\xff" * (count + 1) + info, \
        "00 separates padding and DigestInfo", "separator"
    for octet in [0x01, 0x80]:
        yield f"padding/separator {octet:02x}", frame(ff, separator=bytes([octet])), \
            "00 separates padding and DigestInfo", "separator"
    yield "padding/two separators", frame(ff[1:], separator=b"\0\0"), all_ff, "separator"
    long = "the padding fills all of the octets (RFC 8017 section 9.2 step 4)"
    words = {0: "no", 1: "one", 7: "seven", 8: "eight"}
    for length, word in words.items():
        rest = count - length
        yield f"padding/{word} octets, zeros in front", bytes(rest) + frame(ff[:length]), long, "padding"
        yield f"padding/{word} octets, rest behind", frame(ff[:length], tail=rsa.Stream("tail").octets(rest)), \
            "nothing may follow the DigestInfo (Bleichenbacher 2006)", "trailing"
        if length:
            yield f"padding/{word} octets, zeros behind", frame(ff[:length], tail=bytes(rest)), \
                "nothing may follow the DigestInfo (Bleichenbacher 2006)", "trailing"
    for length in [1, 2, 8]:
        yield f"padding/{length} octets behind", frame(ff[length:], tail=rsa.Stream("tail").octets(length)), \
            "nothing may follow the DigestInfo (Bleichenbacher 2006)", "trailing"
    yield "padding/shifted left", frame(ff, lead=b"\1") + b"\0", "the first octet is 00", "padding"
    yield "padding/shifted left by two", frame(ff, lead=b"\1")[1:] + b"\0\0", "the first octets are 00 01", "padding"
    yield "padding/shifted right", b"\0" + frame(ff[1:]), "the first octets are 00 01", "padding"
    yield "padding/first octet 00", frame(b"\0" + ff[1:]), all_ff, "padding"
    yield "padding/message all ff", b"\0\1" + b"\xff" * (size - 2), "an encoded message without content", "padding"
    yield "padding/no DigestInfo", b"\0\1" + b"\xff" * (size - 3) + b"\0", "an encoded message without content", \
        "padding"
    yield "padding/DigestInfo cut off", b"\0\1" + b"\xff" * (size - 3 - 19) + b"\0" + info[:19], \
        "an encoded message without hash", "padding"
    block = "block type 01 is for signatures (RFC 8017 section 9.2 step 5)"
    nonzero = bytes(1 + octet % 255 for octet in rsa.Stream("nonzero").octets(count))
    yield "block type/00 with zeros", frame(bytes(count), lead=b"\0\0"), block, "blockType"
    yield "block type/00", frame(ff, lead=b"\0\0"), block, "blockType"
    yield "block type/02", frame(nonzero, lead=b"\0\2"), block, "blockType"
    yield "block type/02 with ff", frame(ff, lead=b"\0\2"), block, "blockType"
    yield "block type/01 with random padding", frame(nonzero), all_ff, "blockType"
    for octet in [0x03, 0x41, 0x81, 0xFF]:
        yield f"block type/{octet:02x}", frame(ff, lead=bytes([0, octet])), block, "blockType"
    for octet in [0x01, 0x02, 0x40]:
        yield f"block type/first octet {octet:02x}", frame(ff, lead=bytes([octet, 1])), "the first octet is 00", \
            "blockType"


def all_of(message, size):
    """(name, encoded message of `size` octets, rule, flag) for all of the above."""
    for name, content, rule, flag in [*digest_infos(message), *ber_forms(message), *digests(message)]:
        if len(content) <= size - 3:
            yield name, rsa.encode(size, content), rule, flag
    seen = set()
    for name, encoded, rule, flag in paddings(message, size):
        assert len(encoded) == size, name
        if encoded not in seen:
            seen.add(encoded)
            yield name, encoded, rule, flag
