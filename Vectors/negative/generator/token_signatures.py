"""Signatures that are wrong, or right for something else."""

import rsa
import token_keys

RULE = "the signature is that of the key over the first two parts as they were sent (RFC 7515 section 5.2 step 8)"


def add(cases):
    token = cases.token()
    header, payload, signature = token.split(".")
    key = cases.keys["key"]
    text = header + "." + payload
    octets = cases.sign(text)
    s = int.from_bytes(octets, "big")
    number = lambda value: value.to_bytes(key.size, "big")
    cases.add("signature/right", token, "a right token")
    cases.add(
        "signature/right, claims in another order",
        cases.token(payload='{"exp":1700000290,"aud":"https://idp.example",' '"iss":"me"}'),
        "a right token",
    )
    wrong = {
        "one octet": b"\1",
        "32 octets": rsa.digest(text.encode()),
        "last octet missing": octets[:-1],
        "first octet missing": octets[1:],
        "zero in front": b"\0" + octets,
        "zero behind": octets + b"\0",
        "twice": octets * 2,
        "reversed": octets[::-1],
        "inverted": bytes(255 - octet for octet in octets),
        "first bit": bytes([octets[0] ^ 0x80]) + octets[1:],
        "last bit": octets[:-1] + bytes([octets[-1] ^ 1]),
        "middle bit": octets[:128] + bytes([octets[128] ^ 0x10]) + octets[129:],
        "zeros": bytes(256),
        "ones": b"\xff" * 256,
        "s = 1": number(1),
        "s = n": number(key.n),
        "s = n - 1": number(key.n - 1),
        "n - s": number(key.n - s),
        "1 / s": number(pow(s, -1, key.n)),
        "s + n": (s + key.n).to_bytes(key.size + 1, "big"),
        "64 KiB of zeros, cut at 4 KiB": bytes(4096),
        "encoded message, not signed": rsa.encode_message(text.encode(), key.size),
        "encoded message, encrypted": number(
            pow(int.from_bytes(rsa.encode_message(text.encode(), key.size), "big"), key.e, key.n)
        ),
        "hash of the text signed without DigestInfo": key.raw(rsa.encode(key.size, rsa.digest(text.encode()))),
        "no NULL in the DigestInfo": key.raw(
            rsa.encode(
                key.size,
                b"\x30\x2f\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"
                b"\x04\x20" + rsa.digest(text.encode()),
            )
        ),
        "hash of another algorithm": key.raw(
            rsa.encode(key.size, rsa.digest_info(text.encode())[:-32] + rsa.digest(text.encode(), "sha3_256"))
        ),
    }
    for name, signature_octets in wrong.items():
        cases.add(
            f"signature/{name}",
            text + "." + token_keys.encoded(signature_octets),
            RULE,
            "signatureInvalid",
            ["signature"],
        )
    # The right signature under other parts, and these parts over the signature of something else.
    kept = lambda header, payload: f"{token_keys.encoded(header)}.{token_keys.encoded(payload)}.{signature}"
    over = lambda signed: f"{text}.{token_keys.encoded(cases.sign(signed))}"
    hashed = key.raw(rsa.encode_message(rsa.digest(text.encode()), key.size))
    wide = key.raw(rsa.encode_message(text.encode("utf-16-le"), key.size))
    elsewhere = {
        "another key": cases.token(key="other"),
        "another payload": kept(cases.HEADER, cases.PAYLOAD.replace("me", "root")),
        "another header": kept('{"alg":"RS256"}', cases.PAYLOAD),
        "kid added": kept('{"alg":"RS256","typ":"JWT","kid":"a"}', cases.PAYLOAD),
        "white space in the payload": kept(cases.HEADER, cases.PAYLOAD.replace(",", ", ")),
        "the payload alone": over(payload),
        "the header alone": over(header),
        "the decoded texts": over(cases.HEADER + "." + cases.PAYLOAD),
        "the text without dot": over(header + payload),
        "the text with a dot behind": over(text + "."),
        "the text with a line feed behind": over(text + "\n"),
        "the text in lower case": over(text.lower()),
        "the text in UTF-16": f"{text}.{token_keys.encoded(wide)}",
        "the hash of the text": f"{text}.{token_keys.encoded(hashed)}",
        "nothing": over(""),
        "another token": f"{text}.{cases.token(payload='{}').split('.')[2]}",
    }
    for name, other in elsewhere.items():
        cases.add(f"signed/{name}", other, RULE, "signatureInvalid", ["signature"])
