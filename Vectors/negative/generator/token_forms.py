"""The compact form: dots, base64url, sizes, and what is given in its place."""

import base64
import json

DOTS = "three parts with two dots between them (RFC 7515 section 7.1)"
ALPHABET = "base64url without padding, white space or other characters (RFC 7515 section 2)"
CANONICAL = "bits that belong to no octet are zero (RFC 4648 section 3.5): one token has one form"
SIZE = "a verifier may limit the size of tokens, and looks at that first (a choice)"


def encoded(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def changed(text, bits):
    """The text with the lowest bits of its last character set."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return text[:-1] + letters[letters.index(text[-1]) | bits]


def add(cases):
    dots(cases)
    base64url(cases)
    around(cases)
    serializations(cases)
    sizes(cases)


def dots(cases):
    token = cases.token()
    header, payload, signature = token.split(".")
    forms = {
        "nothing": "",
        "a dot": ".",
        "two parts": header + "." + payload,
        "header alone": header,
        "no dots": header + payload + signature,
        "dot in front": "." + token,
        "dot behind": token + ".",
        "four parts": token + "." + signature,
        "five parts": f"{header}..{payload}.{signature}.",
        "three dots": "...",
        "two dots in a row": f"{header}..{payload}." f"{signature}",
        "a thousand dots": "." * 1000,
        "colons": token.replace(".", ":"),
        "fullwidth dots": token.replace(".", "\uff0e"),
        "dots in percent code": token.replace(".", "%2E"),
        "payload and signature alone": f"{payload}.{signature}",
    }
    for name, text in forms.items():
        cases.add(f"dots/{name}", text, DOTS, "partCount", ["dots"])
    empty = {
        "all parts empty": ("..", "header.unexpectedEnd"),
        "header empty": (f".{payload}.{signature}", "header.unexpectedEnd"),
        "payload empty (detached)": (f"{header}..{signature}", "signatureInvalid"),
        "payload empty, signed so": (cases.token(payload=""), "claims.unexpectedEnd"),
        "header empty, signed so": (cases.token(header=""), "header.unexpectedEnd"),
        "signature empty": (f"{header}.{payload}.", "signatureInvalid"),
        "all but the header empty": (f"{header}..", "signatureInvalid"),
        "header and payload exchanged": (f"{payload}.{header}.{signature}", "algorithmMissing"),
    }
    for name, (text, defect) in empty.items():
        cases.add(
            f"dots/{name}", text, "no part of a token is empty" if "empty" in name else DOTS, defect, ["dots"]
        )


def base64url(cases):
    # Lengths of all three kinds: 14, 15 and 16 octets.
    headers = {0: '{"alg":"RS256"}', 1: '{"alg":"RS256" }', 2: '{"alg":"RS256"  }'}
    payload = cases.PAYLOAD
    right = {rest: cases.token(header).split(".") for rest, header in headers.items()}
    one, two = right[1], right[2]
    assert len(one[0]) % 4 == 2 and len(two[0]) % 4 == 3
    # What is signed is the changed text: the signature is right, and only the form is wrong.
    signed = lambda header, payload: cases.signed(header + "." + payload)
    good = right[0][1]
    payloads = {len(encoded(text.encode())) % 4: text for text in [payload, payload + " ", payload + "  "]}
    two_octets, one_octet = encoded(payloads[3].encode()), encoded(payloads[2].encode())
    stray = {
        "header, four bits": (signed(changed(one[0], 15), good), "header"),
        "header, one of four": (signed(changed(one[0], 1), good), "header"),
        "header, two bits": (signed(changed(two[0], 3), good), "header"),
        "payload, four bits": (signed(right[0][0], changed(one_octet, 15)), "payload"),
        "payload, two bits": (signed(right[0][0], changed(two_octets, 2)), "payload"),
        "signature, one bit": (".".join(right[0][:2] + [changed(right[0][2], 1)]), "signature"),
        "signature, all bits": (".".join(right[0][:2] + [changed(right[0][2], 15)]), "signature"),
    }
    for name, (token, part) in stray.items():
        cases.add(
            f"base64url/stray bits, {name}", token, CANONICAL, f"encoding.{part}.unusedBitsNotZero", ["base64url"]
        )
    for index, part in enumerate(["header", "payload", "signature"]):

        def altered(change):
            """The token with one part changed, and signed again where that is possible."""
            parts = [one[0], one_octet, None]
            if part != "signature":
                parts[index] = change(parts[index])
                return signed(*parts[:2])
            token = signed(*parts[:2]).split(".")
            return ".".join(token[:2] + [change(token[2])])

        forms = {
            "padding": (lambda text: text + "=" * (-len(text) % 4), "unexpectedPadding"),
            "one =": (lambda text: text + "=", "unexpectedPadding"),
            "only padding": (lambda text: "====", "unexpectedPadding"),
            "space in front": (lambda text: " " + text, "whiteSpace"),
            "space inside": (lambda text: text[:8] + " " + text[8:], "whiteSpace"),
            "line feed behind": (lambda text: text + "\n", "whiteSpace"),
            "line of 64": (lambda text: text[:16] + "\r\n" + text[16:], "whiteSpace"),
            "tab": (lambda text: text[:4] + "\t" + text[4:], "whiteSpace"),
            "plus sign": (lambda text: text[:4] + "+" + text[5:], "otherAlphabet"),
            "solidus": (lambda text: text[:4] + "/" + text[5:], "otherAlphabet"),
            "percent code": (lambda text: text[:4] + "%2B" + text[7:], "invalidCharacter"),
            "NUL": (lambda text: text + "\0", "invalidCharacter"),
            "umlaut": (lambda text: text[:4] + "ä" + text[5:], "invalidCharacter"),
            "fullwidth letter": (lambda text: "\uff45" + text[1:], "invalidCharacter"),
            "reverse solidus": (lambda text: text[:4] + "\\" + text[5:], "invalidCharacter"),
            "one character too many": (lambda text: text + "A" * (5 - len(text) % 4), "incompleteGroup"),
        }
        for name, (change, defect) in forms.items():
            cases.add(
                f"base64url/{part}, {name}", altered(change), ALPHABET, f"encoding.{part}.{defect}", ["base64url"]
            )
    standard = lambda octets: base64.b64encode(octets).decode()
    octets = b'{"alg":"RS256","x":"\xc3\xbf\xc3\xbf?>"}'
    assert {"+", "/"} & set(standard(octets))
    cases.add(
        "base64url/header in base64",
        signed(standard(octets).rstrip("="), good),
        ALPHABET,
        "encoding.header.otherAlphabet",
        ["base64url"],
    )
    cases.add(
        "base64url/header with - and _",
        cases.token(octets),
        "the alphabet of base64url (RFC 4648 section 5)",
        flags=["base64url"],
    )
    signature = cases.sign(".".join(right[0][:2]))
    for name, text, defect in [
        ("hexadecimal", signature.hex(), "signatureInvalid"),
        ("base64url twice", encoded(encoded(signature).encode()), "signatureInvalid"),
    ]:
        cases.add(
            f"base64url/signature in {name}", ".".join(right[0][:2] + [text]), ALPHABET, defect, ["base64url"]
        )


def around(cases):
    token = cases.token()
    forms = {
        "space in front": (" " + token, "encoding.header.whiteSpace"),
        "line feed behind": (token + "\n", "encoding.signature.whiteSpace"),
        "CRLF behind": (token + "\r\n", "encoding.signature.whiteSpace"),
        "NUL behind": (token + "\0", "encoding.signature.invalidCharacter"),
        "byte order mark": ("\ufeff" + token, "encoding.header.invalidCharacter"),
        "Bearer": ("Bearer " + token, "encoding.header.whiteSpace"),
        "quotation marks": (f'"{token}"', "encoding.header.invalidCharacter"),
        "URL": ("https://" + token, "encoding.header.invalidCharacter"),
        "fragment": (token + "#a", "encoding.signature.invalidCharacter"),
        "comma": (token + ",", "encoding.signature.invalidCharacter"),
    }
    for name, (text, defect) in forms.items():
        cases.add(f"around/{name}", text, "nothing is around the token (RFC 7515 section 7.1)", defect, ["around"])
    cases.add("around/two tokens", token + "," + token, DOTS, "partCount", ["around"])


def serializations(cases):
    header, payload, signature = cases.token().split(".")
    one = {"protected": header, "signature": signature}
    forms = {
        "flattened": {"payload": payload, **one},
        "general": {"payload": payload, "signatures": [one]},
        "general, two signatures": {
            "payload": payload,
            "signatures": [one, {"protected": header, "signature": "AA"}],
        },
        "unprotected header": {"payload": payload, "header": {"alg": "RS256"}, "signature": signature},
    }
    for name, value in forms.items():
        cases.add(
            f"JSON serialization/{name}",
            json.dumps(value),
            "a JWT is in the compact form (RFC 7519 section 3)",
            "partCount",
            ["serialization"],
        )
    cases.add(
        "JSON serialization/compact and JSON at once",
        json.dumps({"payload": payload, **one})[:-1] + f', "x": "{cases.token()}"}}',
        "a JWT is in the compact form (RFC 7519 section 3)",
        "encoding.header.invalidCharacter",
        ["serialization"],
    )
    jwe = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.AQ.AQ.AQ.AQ"
    cases.add(
        "JWE/five parts",
        jwe,
        "an encrypted token is none that is signed (RFC 7516 section 9)",
        "partCount",
        ["jwe"],
    )
    jwe_header = encoded(b'{"alg":"RSA-OAEP","enc":"A128GCM"}')
    cases.add(
        "JWE/header over three parts",
        cases.signed(f"{jwe_header}.{payload}"),
        "an encrypted token is none that is signed (RFC 7516 section 9)",
        "algorithmRefused",
        ["jwe"],
    )


def sizes(cases):
    token = cases.token()
    for difference, defect in (0, None), (1, None), (-1, "tooLarge"), (-len(token), "tooLarge"):
        limit = len(token) + difference
        cases.add(
            f"size/{len(token)} octets, at most {limit}", token, SIZE, defect, ["size"], {"maximumTokenSize": limit}
        )
    cases.add("size/too large and no token", "." * 101, SIZE, "tooLarge", ["size"], {"maximumTokenSize": 100})
    cases.add(
        "size/octets are counted, not characters",
        "\u20ac" * 34,
        SIZE,
        "tooLarge",
        ["size"],
        {"maximumTokenSize": 100},
    )
    cases.add("size/empty, at most 0", "", DOTS, "partCount", ["size"], {"maximumTokenSize": 0})
    large = cases.token(payload=cases.PAYLOAD[:-1] + ',"x":"' + "x" * 20000 + '"}')
    cases.add("size/a large claim", large, SIZE, flags=["size"])
