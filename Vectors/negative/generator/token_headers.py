"""Headers: extensions, JSON that readers read differently, types."""

import token_keys

CRIT = (
    "extensions that are not understood invalidate the token, and none is supported here (RFC 7515 section 4.1.11)"
)
CRIT_FORM = "crit is a list of names that is not empty (RFC 7515 section 4.1.11)"
DUPLICATE = "names of header parameters are unique (RFC 7515 section 4)"
JSON = "the header is a JSON object in UTF-8 (RFC 7515 section 5.2 step 3, RFC 8259)"
STRING = "the value is a string (RFC 7515 section 4.1)"
IGNORED = "parameters that are not understood are ignored (RFC 7515 section 4)"


def add(cases):
    extensions(cases)
    duplicates(cases)
    texts(cases)
    types(cases)


def extensions(cases):
    forms = {
        "exp": '"crit":["exp"],"exp":1700000290',
        "b64 true": '"crit":["b64"],"b64":true',
        "unknown and there": '"crit":["http://example/x"],"http://example/x":1',
        "unknown and not there": '"crit":["x"]',
        "two": '"crit":["x","y"],"x":1,"y":1',
        "before alg": None,
        "escaped": '"\\u0063rit":["x"],"x":1',
    }
    for name, members in forms.items():
        header = f'{{"alg":"RS256",{members}}}' if members else '{"crit":["x"],"x":1,"alg":"RS256"}'
        cases.add(f"crit/{name}", cases.token(header), CRIT, "criticalExtensions", ["crit"])
    malformed = {
        "empty": "[]",
        "null": "null",
        "false": "false",
        "string": '"x"',
        "number": "0",
        "object": '{"x":1}',
        "of empty": '[""]',
        "of a number": "[1]",
        "of null": "[null]",
        "of arrays": '[["x"]]',
        "twice the same": '["x","x"]',
        "of alg": '["alg"]',
        "of crit": '["crit"]',
        "of typ": '["typ"]',
    }
    for name, value in malformed.items():
        cases.add(
            f"crit/{name}",
            cases.token(f'{{"alg":"RS256","typ":"JWT","x":1,"crit":{value}}}'),
            CRIT_FORM,
            "criticalExtensions",
            ["crit"],
        )
    cases.add("crit/CRIT", cases.token('{"alg":"RS256","CRIT":["x"]}'), IGNORED, flags=["crit"])
    cases.add("crit/in another object", cases.token('{"alg":"RS256","x":{"crit":["x"]}}'), IGNORED, flags=["crit"])
    payload = cases.PAYLOAD[:-1] + ',"crit":["x"]}'
    cases.add(
        "crit/among the claims", cases.token(payload=payload), "crit is a parameter of headers", flags=["crit"]
    )
    text = token_keys.encoded('{"alg":"RS256","b64":false,"crit":["b64"]}') + "." + '{"iss":"me"}'
    cases.add(
        "b64/false, payload as it is",
        cases.signed(text),
        "the payload is base64url (RFC 7515 section 7.1); b64 is not supported (RFC 7797)",
        "encoding.payload.invalidCharacter",
        ["crit"],
    )
    cases.add(
        "b64/false, payload in base64url, crit",
        cases.token('{"alg":"RS256","b64":false,"crit":["b64"]}'),
        CRIT,
        "criticalExtensions",
        ["crit"],
    )
    cases.add(
        "b64/false, payload in base64url, no crit",
        cases.token('{"alg":"RS256","b64":false}'),
        "without crit, b64 is a parameter like any other (RFC 7797 section 6)",
        flags=["crit", "policy"],
    )


def duplicates(cases):
    forms = {
        "alg, same value": '"alg":"RS256","alg":"RS256"',
        "alg, none first": '"alg":"none","alg":"RS256"',
        "alg, none last": '"alg":"RS256","alg":"none"',
        "alg, HS256 last": '"alg":"RS256","typ":"JWT","alg":"HS256"',
        "alg, second escaped": '"alg":"RS256","\\u0061lg":"none"',
        "alg, first escaped": '"\\u0061\\u006c\\u0067":"none","alg":"RS256"',
        "alg, both escaped": '"\\u0061lg":"RS256","a\\u006Cg":"RS256"',
        "alg, null": '"alg":"RS256","alg":null',
        "alg, three times": '"alg":"RS256","alg":"none","alg":"RS256"',
        "kid": '"alg":"RS256","kid":"a","kid":"b"',
        "typ": '"typ":"JWT","alg":"RS256","typ":"JWT"',
        "crit": '"crit":[],"alg":"RS256","crit":[]',
        "unknown": '"alg":"RS256","x":1,"x":1',
        "in jwk": '"alg":"RS256","jwk":{"kty":"RSA","kty":"oct"}',
        "deep inside": '"alg":"RS256","x":[{"y":{"z":1,"z":1}}]',
    }
    for name, members in forms.items():
        cases.add(
            f"header duplicates/{name}",
            cases.token(f"{{{members}}}"),
            DUPLICATE,
            "header.duplicateName",
            ["duplicate"],
        )
    cases.add(
        "header duplicates/composed and not composed",
        cases.token('{"alg":"RS256","é":1,"e\u0301":2}'),
        "names are compared code point by code point (RFC 7515 section 5.3)",
        flags=["duplicate"],
    )


def texts(cases):
    for name, text in {
        "null": "null",
        "array": "[]",
        "array with an object": '[{"alg":"RS256"}]',
        "string": '"alg"',
        "number": "1",
        "true": "true",
        "a token in a string": '"' + cases.token() + '"',
    }.items():
        cases.add(f"header/{name}", cases.token(text), JSON, "headerNotObject", ["json"])
    good = '{"alg":"RS256"}'
    broken = {
        "empty": ("", "unexpectedEnd"),
        "a space": (" ", "unexpectedEnd"),
        "cut off": (good[:-1], "unexpectedEnd"),
        "trailing comma": ('{"alg":"RS256",}', "trailingComma"),
        "in apostrophes": ("{'alg':'RS256'}", "nameExpected"),
        "without quotation marks": ("{alg:RS256}", "nameExpected"),
        "comment": (good + "//", "trailingData"),
        "second object": (good + '{"alg":"none"}', "trailingData"),
        "NUL behind": (good + "\0", "trailingData"),
        "NUL inside": ('{"alg":"RS256\0"}', "controlCharacter"),
        "line feed in a string": ('{"alg":"RS256","x":"\n"}', "controlCharacter"),
        "byte order mark": ("\ufeff" + good, "byteOrderMark"),
        "UTF-16": (good.encode("utf-16-le"), "nameExpected"),
        "invalid UTF-8": (b'{"alg":"RS256","x":"\xff"}', "invalidUTF8"),
        "overlong UTF-8 in alg": (b'{"alg":"RS256","\xc1\xa1lg":"none"}', "invalidUTF8"),
        "surrogates in UTF-8": (b'{"alg":"RS256","x":"\xed\xa0\x80"}', "invalidUTF8"),
        "lone surrogate": ('{"alg":"RS256","x":"\\ud800"}', "loneSurrogate"),
        "lone surrogate in a name": ('{"alg":"RS256","\\udc00":1}', "loneSurrogate"),
        "unknown escape": ('{"alg":"RS256","x":"\\x41"}', "invalidEscape"),
        "NaN": ('{"alg":"RS256","x":NaN}', "valueExpected"),
        "leading zero": ('{"alg":"RS256","x":01}', "leadingZero"),
        "True": ('{"alg":"RS256","x":True}', "valueExpected"),
        "65 levels": ('{"alg":"RS256","x":' + "[" * 64 + "]" * 64 + "}", "tooDeep"),
        "base64url twice": (token_keys.encoded(good), "valueExpected"),
    }
    for name, (text, defect) in broken.items():
        cases.add(f"header/{name}", cases.token(text), JSON, f"header.{defect}", ["json"])
    for name, text in {
        "white space": ' {\r\n\t"alg" : "RS256" }\n',
        "64 levels": '{"alg":"RS256","x":' + "[" * 63 + "]" * 63 + "}",
        "huge number": '{"alg":"RS256","x":1e999999}',
        "characters of four octets": '{"alg":"RS256","x":"😀"}',
        "escaped NUL": '{"alg":"RS256","x":"\\u0000"}',
        "an unknown object": '{"alg":"RS256","x":{"alg":"none"}}',
        "epk and other parameters of JWE": '{"alg":"RS256","enc":"A128GCM","zip":"DEF","epk":{}}',
    }.items():
        cases.add(f"header/{name}", cases.token(text), IGNORED, flags=["json"])


def types(cases):
    typ = "typ is declared for the application, not for the verifier (RFC 7515 section 4.1.9)"
    for value in ["JWT", "jwt", "JOSE", "JOSE+JSON", "at+jwt", "application/jwt", "", "none"]:
        cases.add(f"typ/{value or 'empty'}", cases.token(f'{{"alg":"RS256","typ":"{value}"}}'), typ, flags=["typ"])
    cases.add("typ/missing", cases.token('{"alg":"RS256"}'), typ, flags=["typ"])
    explicit = "explicit typing (RFC 8725 section 3.11): compared as media types are (RFC 7515 section 4.1.9)"
    for value in ["at+jwt", "AT+JWT", "application/at+jwt"]:
        cases.add(
            f"typ/{value} where at+jwt is expected",
            cases.token(f'{{"alg":"RS256","typ":"{value}"}}'),
            explicit,
            flags=["typ"],
            policy={"expectedType": "at+jwt"},
        )
    for name, member in {
        "JWT": ',"typ":"JWT"',
        "nothing": "",
        "empty": ',"typ":""',
        "space": ',"typ":"at+jwt "',
        "part of it": ',"typ":"jwt"',
        "another prefix": ',"typ":"text/at+jwt"',
        "TYP": ',"TYP":"at+jwt"',
    }.items():
        cases.add(
            f"typ/{name} where at+jwt is expected",
            cases.token(f'{{"alg":"RS256"{member}}}'),
            explicit,
            "typeMismatch",
            ["typ"],
            {"expectedType": "at+jwt"},
        )
    for parameter in "typ", "cty", "kid":
        for name, value in {"number": "1", "null": "null", "array": '["JWT"]'}.items():
            cases.add(
                f"{parameter}/{name}",
                cases.token(f'{{"alg":"RS256","{parameter}":{value}}}'),
                STRING,
                f"parameterNotString.{parameter}",
                [parameter],
            )
    inner = cases.token()
    cases.add(
        "cty/nested token",
        cases.token('{"alg":"RS256","cty":"JWT"}', inner),
        "the payload of a nested token is no claims (RFC 7519 section 7.2 step 8); nesting is not supported",
        "claims.valueExpected",
        ["cty"],
    )
    cases.add(
        "cty/JWT over claims",
        cases.token('{"alg":"RS256","cty":"JWT"}'),
        "cty is declared for the application (RFC 7515 section 4.1.10)",
        flags=["cty", "policy"],
    )
