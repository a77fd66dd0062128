"""Claims: what is no JSON object, names that come twice, parties. All under right signatures."""

import json

JSON = "the payload is a JSON object in UTF-8 (RFC 7519 section 7.2 step 10, RFC 8259)"
DUPLICATE = "names of claims are unique (RFC 7519 section 4)"


def add(cases):
    texts(cases)
    duplicates(cases)
    parties(cases)
    required(cases)


def with_claims(cases, changes, text=None):
    """The payload with claims changed; None removes one, `text` is JSON put behind the others."""
    claims = {name: value for name, value in (cases.CLAIMS | changes).items() if value is not None}
    payload = json.dumps(claims, separators=(",", ":"))
    return payload[:-1] + f",{text}}}" if text else payload


def texts(cases):
    for name, text in {
        "null": "null",
        "array": "[]",
        "string": '"a"',
        "number": "1700000000",
        "true": "true",
        "array of claims": f"[{cases.PAYLOAD}]",
    }.items():
        cases.add(f"payload/{name}", cases.token(payload=text), JSON, "claimsNotObject", ["json"])
    good = cases.PAYLOAD
    behind = lambda octets: good.encode()[:-1] + b',"x":' + octets + b"}"
    broken = {
        "a space": (" ", "unexpectedEnd"),
        "cut off": (good[:-1], "unexpectedEnd"),
        "second object": (good + good, "trailingData"),
        "NUL behind": (good + "\0", "trailingData"),
        "trailing comma": (good[:-1] + ",}", "trailingComma"),
        "apostrophes": (good.replace('"', "'"), "nameExpected"),
        "comment": (good + "/**/", "trailingData"),
        "byte order mark": ("\ufeff" + good, "byteOrderMark"),
        "UTF-16": (good.encode("utf-16-be"), "valueExpected"),
        "invalid UTF-8": (behind(b'"\xff"'), "invalidUTF8"),
        "overlong UTF-8": (behind(b'"\xc0\xaf"'), "invalidUTF8"),
        "surrogates in UTF-8": (behind(b'"\xed\xa0\xbd\xed\xb8\x80"'), "invalidUTF8"),
        "lone surrogate": (behind(b'"\\ud83d"'), "loneSurrogate"),
        "low surrogate": (behind(b'"\\ude00"'), "loneSurrogate"),
        "line feed in a string": (behind(b'"\n"'), "controlCharacter"),
        "unknown escape": (behind(b'"\\q"'), "invalidEscape"),
        "NaN": (behind(b"NaN"), "valueExpected"),
        "Infinity": (behind(b"Infinity"), "valueExpected"),
        "leading zero": (behind(b"01"), "leadingZero"),
        "hexadecimal": (behind(b"0x1"), "commaOrEndExpected"),
        "None": (behind(b"None"), "valueExpected"),
        "65 levels": (behind(b"[" * 64 + b"]" * 64), "tooDeep"),
        "no JSON": ("iss=me&exp=1700000290", "valueExpected"),
        "XML": ("<iss>me</iss>", "valueExpected"),
        "DEFLATE": (b"\xab\x56\xca\x2c\x2e\x56\xb2\x52", "valueExpected"),
    }
    for name, (text, defect) in broken.items():
        cases.add(f"payload/{name}", cases.token(payload=text), JSON, f"claims.{defect}", ["json"])
    for name, text in {
        "white space": " \n" + json.dumps(cases.CLAIMS, indent=1) + "\n",
        "64 levels": behind(b"[" * 63 + b"]" * 63),
        "escaped names": good.replace('"iss"', '"\\u0069ss"'),
        "emoji": behind('"😀"'.encode()),
        "surrogate pair": behind(b'"\\ud83d\\ude00"'),
        "own claims": behind(b'{"exp":1,"alg":"none"}'),
    }.items():
        cases.add(f"payload/{name}", cases.token(payload=text), JSON, flags=["json"])


def duplicates(cases):
    forms = {
        "iss": '"iss":"me"',
        "iss, other value": '"iss":"you"',
        "exp": '"exp":9999999999',
        "exp, escaped": '"\\u0065xp":1',
        "aud": '"aud":["x"]',
        "sub, escaped in full": '"\\u0073\\u0075\\u0062":"root"',
        "unknown": '"x":1,"x":1',
        "nested": '"x":{"y":1,"y":2}',
        "in an array": '"x":[{"y":1,"y":1}]',
        "null": '"exp":null',
    }
    for name, text in forms.items():
        cases.add(
            f"claim duplicates/{name}",
            cases.token(payload=with_claims(cases, {}, text)),
            DUPLICATE,
            "claims.duplicateName",
            ["duplicate"],
        )
    cases.add(
        "claim duplicates/escape of an escape",
        cases.token(payload=with_claims(cases, {}, '"\\\\u0069ss":"you"')),
        "escapes are resolved once (RFC 8259 section 7)",
        flags=["duplicate"],
    )
    cases.add(
        "claim duplicates/EXP beside exp",
        cases.token(payload=with_claims(cases, {"EXP": 1, "Iss": "you"})),
        "names of claims are compared code point by code point (RFC 7519 section 7.3)",
        flags=["duplicate"],
    )


def parties(cases):
    audience = cases.AUDIENCE
    rules = {
        "iss": "the issuer is the expected one (RFC 7519 section 4.1.1, RFC 8725 section 3.8)",
        "sub": "the subject is the expected one (RFC 7519 section 4.1.2, RFC 8725 section 3.8)",
        "aud": "the audience is among those of the token (RFC 7519 section 4.1.3, RFC 8725 section 3.9)",
    }
    names = {"iss": "issuerMismatch", "sub": "subjectMismatch", "aud": "audienceMismatch"}
    for claim in "iss", "sub":
        values = {
            "other": "you",
            "upper case": "ME",
            "space behind": "me ",
            "empty": "",
            "longer": "mee",
            "cut off": "m",
            "NUL behind": "me\0",
            "zero width space": "me\u200b",
        }
        for name, value in values.items():
            cases.add(
                f"{claim}/{name}",
                cases.token(payload=with_claims(cases, {claim: value})),
                rules[claim],
                names[claim],
                [claim],
                {"subject": "me"},
            )
        cases.add(
            f"{claim}/missing",
            cases.token(payload=with_claims(cases, {claim: None})),
            rules[claim],
            f"claimMissing.{claim}",
            [claim],
            {"subject": "me"},
        )
        cases.add(f"{claim}/right", cases.token(), rules[claim], flags=[claim], policy={"subject": "me"})
    composed = {"issuer": "caf\u00e9"}
    cases.add(
        "iss/composed where it is",
        cases.token(payload=with_claims(cases, {"iss": "caf\u00e9"})),
        rules["iss"],
        flags=["iss"],
        policy=composed,
    )
    cases.add(
        "iss/not composed where it is",
        cases.token(payload=with_claims(cases, {"iss": "cafe\u0301"})),
        "compared code point by code point (RFC 7519 section 2, StringOrURI)",
        "issuerMismatch",
        ["iss"],
        composed,
    )
    cases.add(
        "iss/not expected",
        cases.token(payload=with_claims(cases, {"iss": "you"})),
        "what the policy does not ask for is not checked",
        flags=["iss", "policy"],
        policy={"issuer": None},
    )
    for claim in "iss", "sub", "jti":
        for name, text in {
            "null": "null",
            "number": "1",
            "array": '["me"]',
            "object": '{"me":1}',
            "true": "true",
        }.items():
            payload = with_claims(cases, {claim: None}, f'"{claim}":{text}')
            cases.add(
                f"{claim}/{name}",
                cases.token(payload=payload),
                f"{claim} is a string (RFC 7519 section 4.1)",
                f"claimMalformed.{claim}",
                [claim],
            )
    right = {
        "string": audience,
        "array of one": [audience],
        "first of two": [audience, "x"],
        "last of three": ["x", "y", audience],
        "twice": [audience, audience],
    }
    for name, value in right.items():
        cases.add(
            f"aud/{name}", cases.token(payload=with_claims(cases, {"aud": value})), rules["aud"], flags=["aud"]
        )
    wrong = {
        "other": "https://other.example",
        "others": ["https://other.example", "x"],
        "empty array": [],
        "empty string": "",
        "array of an empty string": [""],
        "upper case": audience.upper(),
        "solidus behind": audience + "/",
        "longer": audience + ".attacker.example",
        "cut off": audience[:-1],
        "space in front": " " + audience,
        "list in a string": audience + " x",
        "list with commas": f"{audience},x",
        "array as a string": f'["{audience}"]',
        "star": "*",
    }
    for name, value in wrong.items():
        cases.add(
            f"aud/{name}",
            cases.token(payload=with_claims(cases, {"aud": value})),
            rules["aud"],
            names["aud"],
            ["aud"],
        )
    cases.add(
        "aud/missing",
        cases.token(payload=with_claims(cases, {"aud": None})),
        rules["aud"],
        "claimMissing.aud",
        ["aud"],
    )
    malformed = {
        "null": "null",
        "number": "1",
        "true": "true",
        "object": f'{{"{audience}":true}}',
        "array with a number": f'["{audience}",1]',
        "array with null": f'["{audience}",null]',
        "array in an array": f'[["{audience}"]]',
    }
    for name, text in malformed.items():
        cases.add(
            f"aud/{name}",
            cases.token(payload=with_claims(cases, {"aud": None}, f'"aud":{text}')),
            "aud is a string or an array of strings (RFC 7519 section 4.1.3)",
            "claimMalformed.aud",
            ["aud"],
        )


def required(cases):
    rule = "claims that the application requires are there (RFC 7519 section 4)"
    cases.add(
        "required/there",
        cases.token(payload=with_claims(cases, {"scope": ""})),
        rule,
        flags=["required"],
        policy={"requiredClaims": ["jti", "exp", "scope"]},
    )
    cases.add(
        "required/false is there",
        cases.token(payload=with_claims(cases, {"x": False})),
        rule,
        flags=["required"],
        policy={"requiredClaims": ["x"]},
    )
    for name, changes, text in [
        ("exp", {"exp": None}, None),
        ("jti", {"jti": None}, None),
        ("x", {}, '"x":null'),
        ("x", {"X": 1, "x ": 1}, None),
        ("x", {"y": {"x": 1}}, None),
        ("nbf", {}, None),
    ]:
        title = name + (
            ", null" if text else ", elsewhere" if "y" in changes else ", like it" if "X" in changes else ""
        )
        cases.add(
            f"required/{title}",
            cases.token(payload=with_claims(cases, changes, text)),
            rule,
            f"claimMissing.{name}",
            ["required"],
            {"requiredClaims": [name]},
        )
