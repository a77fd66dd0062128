"""JSON texts that a strict reader accepts: (group, rule, flag, {name: octets})."""

STRUCTURE = {
    "null": b"null",
    "true": b"true",
    "false": b"false",
    "string": b'"a"',
    "number": b"1",
    "empty array": b"[]",
    "empty object": b"{}",
    "empty ones in each other": b"[[],{},[[]],[{}]]",
    "array of every kind": b'[null,true,false,0,"",[],{}]',
    "object of every kind": b'{"a":null,"b":true,"c":false,"d":0,"e":"","f":[],"g":{}}',
    "order of members": b'{"b":1,"a":2,"c":3}',
    "empty name": b'{"":0}',
    "name with white space": b'{" a ":0}',
}

WHITE_SPACE = {
    "around a value": b" \t\r\n1 \t\r\n",
    "everywhere": b'\n{\t"a"\r:\n[ 1\t,\r\n2 ] , "b" : { } }\n',
    "CRLF at the end": b"{}\r\n",
    "in empty ones": b"[ [ ] , { } ]",
    "a thousand spaces": b" " * 1000 + b"1",
}

NUMBERS = {
    "zero": b"0",
    "minus zero": b"-0",
    "negative": b"-12",
    "fraction": b"1.50",
    "zero fraction": b"0.0",
    "exponent": b"1e5",
    "exponent in upper case": b"1E5",
    "exponent with plus": b"1e+5",
    "exponent with minus": b"1e-5",
    "exponent with leading zeros": b"1e005",
    "exponent of zero": b"0e0",
    "minus zero with everything": b"-0.0e-0",
    "2^53 + 1": b"9007199254740993",
    "2^63 - 1": b"9223372036854775807",
    "-2^63": b"-9223372036854775808",
    "2^64": b"18446744073709551616",
    "a hundred digits": b"9" * 100,
    "many digits behind the point": b"0." + b"3" * 500,
    "beyond double": b"1e400",
    "below double": b"1e-400",
    "exponent of twenty digits": b"1e99999999999999999999",
    "in an array without spaces": b"[1,-1,0.5]",
}

STRINGS = {
    "short escapes": b'"\\"\\\\\\/\\b\\f\\n\\r\\t"',
    "solidus without escape": b'"a/b"',
    "escaped letters": b'"\\u0041\\u007a"',
    "hexadecimal digits of both cases": b'"\\u00e9\\u00E9\\u20Ac"',
    "escaped NUL": b'"a\\u0000b"',
    "escaped U+001F": b'"\\u001f"',
    "escaped quotation mark and reverse solidus": b'"\\u0022\\u005c"',
    "reverse solidus, then u0041": b'"\\\\u0041"',
    "escaped digits behind an escape": b'"\\u00410"',
    "surrogate pair": b'"\\ud83d\\ude00"',
    "surrogate pair, cases mixed": b'"\\uD83d\\uDE00"',
    "lowest pair": b'"\\ud800\\udc00"',
    "highest pair": b'"\\udbff\\udfff"',
    "two pairs": b'"\\ud83d\\ude00\\ud83d\\ude01"',
    "beside the surrogates": b'"\\ud7ff\\ue000"',
    "DEL": b'"\x7f"',
    "two octets": b'"\xc2\x80\xc3\xa9\xdf\xbf"',
    "three octets": b'"\xe0\xa0\x80\xe2\x82\xac\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"',
    "four octets": b'"\xf0\x90\x80\x80\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf"',
    "byte order mark inside": b'"\xef\xbb\xbf"',
    "noncharacters": b'"\xef\xbf\xbe\\ufffe\\uffff"',
    "line and paragraph separator": b'"\xe2\x80\xa8\xe2\x80\xa9"',
    "right-to-left override": b'"\xe2\x80\xae"',
    "replacement character": b'"\xef\xbf\xbd"',
    "combining accent, not composed": b'["\xc3\xa9","e\xcc\x81"]',
    "like a comment": b'"/* */ // #"',
    "like JSON": b'"{\\"a\\":[1,]}"',
    "apostrophes": b"\"'a'\"",
    "name in escapes": b'{"\\u0061lg":"RS256"}',
}

NAMES = {
    "upper and lower case": b'{"alg":1,"Alg":2,"ALG":3}',
    "in other objects": b'[{"a":1},{"a":2}]',
    "in nested objects": b'{"a":{"a":{"a":1}}}',
    "composed and not composed": b'{"\xc3\xa9":1,"e\xcc\x81":2}',
    "Angstrom sign and letter": b'{"\xe2\x84\xab":1,"\xc3\x85":2}',
    "with and without NUL": b'{"a":1,"a\\u0000":2}',
    "with and without space": b'{"a":1,"a ":2}',
    "__proto__": b'{"__proto__":{"alg":"none"},"constructor":1}',
    "like another's escape": b'{"\\\\u0061":1,"a":2}',
}

DEPTH = {
    "64 arrays": b"[" * 64 + b"]" * 64,
    "64 objects": b'{"a":' * 63 + b"{}" + b"}" * 63,
    "arrays and objects, 64 in all": b'[{"a":' * 32 + b"1" + b"}]" * 32,
    "64 again and again": b"[" + b",".join([b"[" * 63 + b"]" * 63] * 3) + b"]",
}

GROUPS = [
    ("structure", "control: RFC 8259 sections 2 to 5", "control", STRUCTURE),
    ("white space", "control: RFC 8259 section 2", "control", WHITE_SPACE),
    ("number", "control: RFC 8259 section 6", "control", NUMBERS),
    ("string", "control: RFC 8259 sections 7 and 8", "control", STRINGS),
    ("name", "control: these names differ (RFC 8259 section 8.3)", "control", NAMES),
    ("depth", "control: a depth of 64 is accepted", "control", DEPTH),
]
