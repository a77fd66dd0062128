"""Writes the seeds in Tests/Fuzzing/Corpus: small inputs made from Vectors, and a few by hand where a reader has rules
that no vector shows.

    python3 Tests/Fuzzing/seeds.py

Files with names of 40 hexadecimal digits and `regression-…` are what the fuzzer has found, and are left alone.
"""
import base64
import hashlib
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).parents[2]
VECTORS, CORPUS = ROOT / "Vectors", ROOT / "Tests/Fuzzing/Corpus"
SERIALIZED = VECTORS / "keys/asymmetric/DER_Serialization"


def vector(path):
    return (VECTORS / "keys" / path).read_bytes()


def load(path):
    return json.loads((VECTORS / path).read_text())


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def pem(label, der):
    body = base64.encodebytes(der).decode().replace("\n", "")
    lines = [body[i:i + 64] for i in range(0, len(body), 64)]
    return "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""])


def integers(der):
    """The numbers of a PKCS#1 key: elements of one SEQUENCE with lengths of up to two bytes."""
    numbers, position = [], 4 if der[1] == 0x82 else 3
    while position < len(der):
        count, start = der[position + 1], position + 2
        if count >= 0x80:
            start += count - 0x80
            count = int.from_bytes(der[position + 2:start], "big")
        numbers.append(int.from_bytes(der[start:start + count], "big"))
        position = start + count
    return numbers


# The key of PublishedKey.swift: PKCS#8 around PKCS#1.
PKCS8 = (SERIALIZED / "unenc-rsa-pkcs8.der").read_bytes()
PKCS1 = PKCS8[PKCS8.index(bytes.fromhex("3082025d020100")):]
PKCS1 = PKCS1[:4 + int.from_bytes(PKCS1[2:4], "big")]
_, N, E, D, P, Q, DP, DQ, QINV = integers(PKCS1)
SPKI = (SERIALIZED / "unenc-rsa-pkcs8.pub.der").read_bytes()
PKCS1_PUBLIC = vector("asymmetric/public/PKCS1/rsa.pub.der")


def octets(number):
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def signed(header, payload):
    """A token with the published key: RFC 8017 section 8.2.1."""
    signing_input = base64url(header.encode()) + "." + base64url(payload.encode())
    digest = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(signing_input.encode()).digest()
    encoded = b"\x00\x01" + b"\xff" * (128 - 3 - len(digest)) + b"\x00" + digest
    return signing_input + "." + base64url(pow(int.from_bytes(encoded, "big"), D, N).to_bytes(128, "big"))


def base64_seeds(kind):
    texts = [case[kind] for case in load("rfc/rfc4648-10.json")["section10"]]
    other = {"base64": "+/+/", "base64urlPadded": "-_-_"}[kind]
    texts += [other, "Zh==", "Zg=", "Zg", "Z", "Zm9v\n", " Zm9v", "Zm=v", "AAAAAAAAAAA=", "gICA", "////" * 8, "Zm9vYmF" * 9]
    return dict(enumerate(texts))


def pem_seeds():
    tiny = pem("PRIVATE KEY", bytes(range(50)))
    return {
        "two-lines": tiny, "crlf": tiny.replace("\n", "\r\n"), "cr": tiny.replace("\n", "\r"),
        "text-around": "Bag Attributes\n    name: x\n" + tiny + "\n" + pem("X-Y", b"abc") + "the end",
        "no-last-line-end": tiny.rstrip(), "short-lines": tiny.replace("BAUG", "BAUG\n"), "empty": "",
        "empty-body": "-----BEGIN A-----\n-----END A-----\n", "no-end": tiny.split("-----END")[0],
        "other-end": tiny.replace("END PRIVATE", "END PUBLIC"), "no-begin": "-----END A-----\n",
        "headers": "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n",
        "comment": tiny.replace("KEY-----\n", "KEY-----\nComment: x\n", 1), "space": tiny.replace("AAEC", "AAEC "),
        "damaged": tiny.replace("-----BEGIN", "----BEGIN"), "six-hyphens": tiny.replace("-----\n", "------\n"),
        "unused-bits": "-----BEGIN A-----\nZh==\n-----END A-----\n", "public": pem("PUBLIC KEY", SPKI),
        "ed25519": vector("asymmetric/Ed25519/ed25519-pub.pem"), "escapes": tiny.replace("\n", "\\n"),
    }


def credential_seeds():
    seeds = {name: text for name, text in pem_seeds().items() if name not in ("public", "ed25519")}
    tiny = pem("PRIVATE KEY", bytes(range(50)))
    return seeds | {
        "environment": 'KEY="' + tiny.replace("\n", "\\n") + '"', "json": json.dumps({"private_key": tiny}),
        "doubled": tiny.replace("\n", "\\\\n"), "doubled-crlf": tiny.replace("\n", "\\\\r\\\\n"),
        "spaces": tiny.replace("\n", " "), "one-line": tiny.replace("\n", ""), "unicode-escapes": tiny.replace("A", "\\u0041"),
        "solidus": pem("A", b"\xff" * 30).replace("/", "\\/"), "bom": "\ufeff" + tiny, "no-break-spaces": tiny.replace("\n", "\u00a0\n"),
        "line-separators": tiny.replace("\n", "\u2028"), "zero-width": tiny.replace("\n", "\u200b\n"),
        "typographic": tiny.replace("-----", "\u2014\u2014"), "utf16": tiny[:60].encode("utf-16-le"),
        "base64-of-pem": base64.b64encode(tiny.encode()), "bare": base64.b64encode(bytes(range(60))),
        "openssh": "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB me@host", "putty": "PuTTY-User-Key-File-2: ssh-rsa",
        "shell": tiny.replace("\n", "\\\n"), "tabs": tiny.replace("\n", "\\t\\n"), "white-space": " \t\r\n",
    }


def der_seeds():
    texts = {
        "integer": "020100", "large-integer": "0204ffffffff", "padded-integer": "02020080", "negative": "020180",
        "not-minimal": "02020001", "empty-integer": "0200", "null": "0500", "full-null": "050100", "boolean": "0101ff",
        "octets": "0403010203", "bits": "030200ff", "partial-bits": "030204f0", "unused-bits": "030204f1", "no-bits": "0300",
        "identifier": "06092a864886f70d010101", "long-component": "06058fffffff7f", "first-component": "06018f",
        "identifier-2-999": "06028837", "nested": "300630043002" + "0500", "set": "31030101ff", "explicit": "a003020105",
        "implicit": "8001aa", "long-tag": "1f8101", "indefinite": "30800000", "long-length": "048180" + "00" * 128,
        "not-minimal-length": "04810100", "length-of-three": "0483010000", "too-long": "0485", "truncated": "300402",
        "trailing": "0500" + "00", "deep": "".join(f"30{2 * (16 - i):02x}" for i in range(17)),
        "too-deep": "".join(f"30{2 * (17 - i):02x}" for i in range(18)), "reserved": "04ff",
    }
    seeds = {name: bytes.fromhex(text) for name, text in texts.items()}
    return seeds | {"spki": SPKI, "pkcs1-public": PKCS1_PUBLIC, "ec": vector("asymmetric/DER_Serialization/ec_public_key.der")}


def json_seeds():
    texts = [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "1.5", "1e3", "1E+3", "1.0e-2", "01", "1.", "-", "1e", "[]", "{}",
        "[1,2]", "[1,]", "[,1]", "[[[]]]", '""', '"a"', '"\\n"', '"\\u0041"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\u00"', '"\\x"',
        '"\u00e9\u20ac\U0001f600"', '"\t"', '{"a":1}', '{"a":1,"b":[true,null]}', '{"a":1,"a":2}', '{"a":1,"\\u0061":2}',
        '{"a"}', '{"a":}', '{a:1}', '{"a":1,}', ' [ 1 , "x" ] \r\n\t', "[1]x", "nul", "\ufeff[]", "9223372036854775807",
        "-9223372036854775808", "18446744073709551616", "1e400", "0.1", "[" * 65 + "]" * 65, '{"":{"":{}}}', '"abc',
    ]
    seeds = dict(enumerate(texts))
    return seeds | {"overlong": b'"\xc0\x80"', "surrogate": b'"\xed\xa0\x80"', "beyond": b'"\xf4\x90\x80\x80"', "cut-off": b'"\xe2\x82"'}


def key_seeds(half):
    private = {
        "pkcs8": PKCS8, "pkcs1": PKCS1, "pkcs8-pem": pem("PRIVATE KEY", PKCS8), "pkcs1-pem": pem("RSA PRIVATE KEY", PKCS1),
        "wrong-label": pem("PRIVATE KEY", PKCS1), "escapes": pem("RSA PRIVATE KEY", PKCS1).replace("\n", "\\n"),
        "q-is-2": vector("asymmetric/PEM_Serialization/rsa-bad-1025-q-is-2.pem"),
        "ed25519": vector("asymmetric/Ed25519/ed25519-pkcs8.pem"), "version": vector("asymmetric/PKCS8/invalid-version.der"),
        "unknown-algorithm": vector("asymmetric/PKCS8/unknown-oid.der"), "dsa": vector("asymmetric/PKCS8/unenc-dsa-pkcs8.pem"),
        "ec": vector("asymmetric/PKCS8/ec_private_key.pem"), "encrypted": vector("asymmetric/PKCS8/enc-ec-sha1-128-rc4.pem"),
        "encrypted-rsa": vector("asymmetric/DER_Serialization/enc-rsa-pkcs8.der"), "traditional-ec": vector("asymmetric/PEM_Serialization/ec_private_key.pem"),
    }
    public = {
        "spki": SPKI, "pkcs1": PKCS1_PUBLIC, "spki-pem": pem("PUBLIC KEY", SPKI), "pkcs1-pem": pem("RSA PUBLIC KEY", PKCS1_PUBLIC),
        "wrong-label": vector("asymmetric/PEM_Serialization/rsa_wrong_delimiter_public_key.pem"),
        "certificate": vector("generated/a2-cert.der"), "v1-certificate": vector("x509/v1_cert.pem"),
        "ed25519-certificate": vector("x509/ed25519/root-ed25519.pem"), "ec-certificate": vector("x509/custom/ca/ca.pem"),
        "request": vector("x509/requests/rsa_sha256.der"), "ec": vector("asymmetric/DER_Serialization/ec_public_key.der"),
        "pss": vector("asymmetric/PKCS8/rsa_pss_2048_pub.der"), "ed25519": vector("asymmetric/Ed25519/ed25519-pub.pem"),
        "dsa": vector("asymmetric/public/PKCS1/dsa.pub.pem"), "a2": vector("generated/a2-spki.der"),
    }
    own, other = (private, public) if half == "private" else (public, private)
    return own | {"other-half": other["pkcs1"], "other-half-pem": other["pkcs1-pem"]}


CLAIMS = [
    '{"iss":"me","sub":"him","aud":"you","iat":1699999900,"exp":1700000300,"jti":"1"}',
    '{"iss":"me","sub":"him","aud":["x","you"],"iat":1700000060,"nbf":1700000000,"jti":"1"}',
    '{"exp":1700000000}', '{"exp":1.7e9}', '{"exp":1700000000.5}', '{"nbf":1700000060.25,"iat":-1}', '{"exp":"1"}', '{"aud":[1]}',
    '{"exp":99999999999999999999}', '{"iat":-99999999999999999999}', "{}", '{"iss":1}', '{"aud":[]}', '{"jti":null}', "[]", "1",
]


def token_seeds():
    golden = [case["token"] for case in tokens(load("peers/golden-tokens.json"))][:2]
    header = '{"alg":"RS256"}'
    good = signed(header, CLAIMS[0])
    parts = good.split(".")
    return {
        "good": good, "kid": signed('{"alg":"RS256","kid":"1"}', CLAIMS[2]), "none": base64url(b'{"alg":"none"}') + "." + parts[1] + ".",
        "hs256": signed('{"alg":"HS256"}', "{}"), "crit": signed('{"alg":"RS256","crit":["b64"],"b64":false}', "{}"),
        "no-alg": signed("{}", "{}"), "typ": signed('{"typ":"JWT","alg":"RS256"}', "{}"), "list": signed("[]", "{}"),
        "alg-number": signed('{"alg":1}', "{}"), "duplicate": signed('{"alg":"RS256","alg":"RS256"}', "{}"),
        "no-json": signed("x", "{}"), "no-claims": signed(header, "x"), "claims-list": signed(header, "[]"),
        "empty-payload": signed(header, ""), "unsigned": parts[0] + "." + parts[1] + ".", "one": "a", "two": "a.b", "four": "a.b.c.d",
        "five": "....", "padded": good.replace(".", "=.", 1), "jwk": signed('{"alg":"RS256","jwk":{"kty":"RSA"}}', "{}"),
        "other-key": golden[0], "other-key-2": golden[-1],
    }


def tokens(value):
    """All objects with a member `token`."""
    if isinstance(value, dict):
        found = [value] if isinstance(value.get("token"), str) and len(value["token"]) <= 640 else []
        return found + [case for member in value.values() for case in tokens(member)]
    return [case for member in value for case in tokens(member)] if isinstance(value, list) else []


def jwk_seeds(is_set):
    public = {"kty": "RSA", "n": base64url(octets(N)), "e": "AQAB"}
    names = ["d", "p", "q", "dp", "dq", "qi"]
    private = public | {name: base64url(octets(number)) for name, number in zip(names, [D, P, Q, DP, DQ, QINV])}
    keys = {
        "public": public, "private": private, "exponent-only": public | {"d": private["d"]}, "half": public | {"p": private["p"]},
        "named": public | {"kid": "1", "use": "sig", "alg": "RS256", "key_ops": ["verify"]}, "encrypting": public | {"use": "enc"},
        "ec": {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}, "oct": {"kty": "oct", "k": "AA"}, "no-type": {"n": "AQAB"},
        "number": public | {"n": 1}, "leading-zero": public | {"e": "AAEAAQ"}, "padded": public | {"e": "AQ=="}, "empty": public | {"e": ""},
        "other-primes": private | {"oth": []}, "secret-number": public | {"d": 1}, "kid-number": public | {"kid": 1},
    }
    if not is_set:
        texts = {name: json.dumps(key, separators=(",", ":")) for name, key in keys.items()}
        return texts | {"list": "[]", "duplicate": '{"kty":"RSA","kty":"EC"}', "escaped": '{"\\u006bty":"RSA","d":"\\u0041"}'}
    small = [key for name, key in keys.items() if name in ("public", "ec", "oct", "number", "padded", "no-type")]
    texts = {name: json.dumps({"keys": [key]}, separators=(",", ":")) for name, key in keys.items()}
    return texts | {
        "several": json.dumps({"keys": small + [1]}), "none": '{"keys":[]}', "missing": "{}", "no-list": '{"keys":{}}', "list": "[]",
        "others": '{"a":[1],"keys":[{"kty":"RSA"},[],null],"b":{}}', "twice": '{"keys":[],"keys":[]}',
    }


def answer_seeds(kind):
    shared = {
        "redirect": "3https://x.example/y", "error": '4{"error":"invalid_client"}', "html": "5<html>", "not-found": 'N{"error":"x"}',
        "list": "[]", "empty": "{}", "no-json": "{", "unauthorized": '1{"error":"invalid_client","error_description":"no"}',
    }
    own = {
        "token": [
            '{"access_token":"abc","token_type":"Bearer","expires_in":300}', '{"access_token":"abc","expires_in":"300"}',
            '{"access_token":"abc"}', '{"access_token":"a b"}', '{"access_token":""}', '{"access_token":1}',
            '{"access_token":"a","token_type":"bEARER","scope":"x y","instance_url":"https://x"}', '{"access_token":"a","token_type":"mac"}',
            '{"access_token":"a","token_type":null,"expires_in":null}', '{"access_token":"a","expires_in":-1}', '{"access_token":"a","expires_in":1.5}',
            '{"access_token":"a","expires_in":9223372036854775807}', '{"error":"invalid_grant","error_description":"eyJ' + "A" * 60 + ' x"}',
            '4{"error":"a","error_uri":"https://x.example/e?t=1"}', '4{"error":"\\u00e9"}', '4{"error":"a","error_description":"\\u0007\\"\\u00e9"}',
        ],
        "discovery": [
            '{"token_endpoint":"https://idp.example/token"}', '{"issuer":"https://idp.example","token_endpoint":"https://idp.example/t?x=1"}',
            '{"token_endpoint":"http://127.0.0.1:8080/token"}', '{"token_endpoint":"http://idp.example/token"}', '{"token_endpoint":1}',
            '{"token_endpoint":""}', '{"issuer":1,"token_endpoint":"https://[::1]/"}', '{"token_endpoint":"https://a@b/"}', '{"token_endpoint":"https://a/#b"}',
        ],
    }[kind]
    return shared | dict(enumerate(own))


def url_seeds():
    return dict(enumerate([
        "https://idp.example/token", "https://idp.example", "https://idp.example:8443/a/b?c=d&e", "HTTPS://IDP.Example/", "http://localhost:80/",
        "http://127.0.0.1/", "http://[::1]:1/", "https://[2001:db8::1.2.3.4]/", "http://idp.example/", "https://1.2.3.4/", "https://127.1/", "https://0x7f.1/",
        "https://user@host/", "https://host:0/", "https://host:65536/", "https://host:/", "https://host/#x", "https://host/%41%zz", "https://host/ x",
        "https:///", "ftp://host/", "https://-a.b/", "https://a_b.c/?", "https://host?x", "https://host/%e2%82%ac?%20", "https://a..b/", "",
    ]))


def form_seeds():
    return dict(enumerate([
        "a=b", "a=b&c=d", "a=", "a", "=b", "a=b&a=c", "a+b=c%20d", "%41=%e2%82%ac", "a=%", "a=%4", "a=%zz", "a=%ff", "&&a=b&", "a=b=c",
        "client_id=x&client_assertion_type=urn%3Aietf%3Aparams", "&".join(f"{i}=1" for i in range(33)), "", "a\nb", "\u00e9=\U0001f600", "a~*-._=~*-._",
    ]))


def request_seeds():
    host = "Host: a\r\n"
    return dict(enumerate([
        f"GET / HTTP/1.1\r\n{host}\r\n", f"GET /a?b=c HTTP/1.1\r\n{host}\r\n", f"POST /t HTTP/1.1\r\n{host}Content-Length: 3\r\n\r\na=b",
        f"POST /t HTTP/1.1\r\n{host}Content-Length: 3\r\nExpect: 100-continue\r\n\r\na=b", f"POST / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", f"GET / HTTP/1.1\r\n{host}{host}\r\n", f"GET / HTTP/1.0\r\n{host}\r\n", f"get / HTTP/1.1\r\n{host}\r\n", f"GET  / HTTP/1.1\r\n{host}\r\n",
        f"GET http://a/ HTTP/1.1\r\n{host}\r\n", f"GET / HTTP/1.1\n{host}\r\n", f"GET / HTTP/1.1\r\n{host}A : b\r\n\r\n", f"GET / HTTP/1.1\r\n{host} a\r\n\r\n",
        f"GET / HTTP/1.1\r\n{host}A:\tb \r\n\r\n", f"GET / HTTP/1.1\r\n{host}Content-Length: +3\r\n\r\nabc", f"GET / HTTP/1.1\r\n{host}Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
        f"GET / HTTP/1.1\r\n{host}Content-Length: 99999999999\r\n\r\n", f"GET / HTTP/1.1\r\n{host}Expect: x\r\n\r\n", f"GET /{'a' * 40} HTTP/1.1\r\n{host}\r\n",
        f"GET / HTTP/1.1\r\n{host}B: 1\r\nC: 2\r\nD: 3\r\n\r\n", f"GET / HTTP/1.1\r\n{host}A: \u00e9\r\n\r\n",
    ]))


def response_seeds():
    return dict(enumerate([
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 200 OK\r\n\r\n{}", "HTTP/1.0 200\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x\r\na\r\n01 \r\nb\r\n0\r\nT: x\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nab", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 099 X\r\n\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 200 OK\n\n", "HTTP/1.1 200 OK\r\nA : b\r\n\r\n", "HTTP/1.1 200 OK\r\n a\r\n\r\n", "HTTP/1.1 200 OK\r\nA:\tb \r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "HTTP/1.1 200 OK\r\n\r\n" + "x" * 65,
    ]))


SEEDS = {
    "base64": base64_seeds("base64"), "base64url": base64_seeds("base64urlPadded"), "pem": pem_seeds(), "credential": credential_seeds(),
    "der": der_seeds(), "json": json_seeds(), "private-key": key_seeds("private"), "public-key": key_seeds("public"),
    "jws": token_seeds() | {"header": '{"kid":"1","typ":"JWT"}', "header-alg": '{"alg":"RS256"}', "header-none": '{"alg":"none"}', "header-kid": '{"kid":1}', "header-crit": '{"crit":[]}'},
    "jwt": token_seeds() | {f"claims-{i}": text for i, text in enumerate(CLAIMS)}, "jwk": jwk_seeds(False), "jwk-set": jwk_seeds(True),
    "token": answer_seeds("token"), "discovery": answer_seeds("discovery"), "endpoint-url": url_seeds(), "form": form_seeds(),
    "http-request": request_seeds(), "http-answer": response_seeds(),
}

for target, seeds in SEEDS.items():
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        if not re.fullmatch(r"[0-9a-f]{40}|regression-.*", file.name):
            file.unlink()
    for name, content in seeds.items():
        content = content.encode() if isinstance(content, str) else content
        name = f"seed-{name:02}" if isinstance(name, int) else f"seed-{name}"
        (folder / name).write_bytes(content)
print(sum(len(seeds) for seeds in SEEDS.values()), "seeds for", len(SEEDS), "targets")
