"""DER (X.690) from parts, and the ways to write it wrongly."""

RSA_ENCRYPTION = "1.2.840.113549.1.1.1"
SHA256 = "2.16.840.1.101.3.4.2.1"


def length(count, octets=None):
    """The length octets: the shortest form, or the long form in `octets` octets."""
    if octets is None:
        if count < 0x80:
            return bytes([count])
        octets = (count.bit_length() + 7) // 8
    return bytes([0x80 | octets]) + count.to_bytes(octets, "big")


def element(tag, content, octets=None):
    return bytes([tag]) + length(len(content), octets) + content


def indefinite(tag, content):
    """The indefinite form, which BER allows and DER does not."""
    return bytes([tag, 0x80]) + content + b"\0\0"


def sequence(*parts, octets=None):
    return element(0x30, b"".join(parts), octets)


def integer(value, excess=b"", octets=None):
    """An INTEGER, minimal unless there are excess octets to put in front."""
    return element(0x02, excess + value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True), octets)


def octet_string(content, octets=None):
    return element(0x04, content, octets)


def bit_string(content, unused=0, octets=None):
    return element(0x03, bytes([unused]) + content, octets)


NULL = bytes([0x05, 0x00])


def oid_content(dotted):
    first, second, *rest = map(int, dotted.split("."))
    content = b""
    for component in [40 * first + second, *rest]:
        digits = [component & 0x7F]
        while component := component >> 7:
            digits.append(component & 0x7F | 0x80)
        content += bytes(reversed(digits))
    return content


def oid(dotted, octets=None):
    return element(0x06, oid_content(dotted), octets)


def algorithm(dotted=RSA_ENCRYPTION, parameters=NULL):
    return sequence(oid(dotted), parameters)
