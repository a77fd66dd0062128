"""Times: exp, nbf and iat at the edges of the leeway, of all sizes and types. All under right signatures."""

from token_claims import with_claims

EXP = "exp: not accepted on or after it (RFC 7519 section 4.1.4)"
NBF = "nbf: not accepted before it (RFC 7519 section 4.1.5)"
IAT = "iat: a token from the future is refused (a choice; RFC 7519 section 4.1.6)"
DATE = "times are numbers, fractions and exponents among them (RFC 7519 section 2, NumericDate)"


def add(cases):
    times(cases)
    ages(cases)


def times(cases):
    now = cases.NOW
    rows = [
        # claim, its text, leeway, the rule that is broken
        ("exp", f"{now + 1}", 0, None),
        ("exp", f"{now}", 0, "expired"),
        ("exp", f"{now - 1}", 0, "expired"),
        ("exp", f"{now - 59}", 60, None),
        ("exp", f"{now - 60}", 60, "expired"),
        ("exp", f"{now - 61}", 60, "expired"),
        ("exp", f"{now}.5", 0, None),
        ("exp", f"{now - 1}.5", 0, "expired"),
        ("exp", f"{now}.000000001", 0, None),
        ("exp", "1.700000001e9", 0, None),
        ("exp", "1.7e9", 0, "expired"),
        ("exp", "1.7E+9", 0, "expired"),
        ("exp", "17000000010e-1", 0, None),
        ("exp", "0", 60, "expired"),
        ("exp", "-0", 60, "expired"),
        ("exp", "-1", 60, "expired"),
        ("exp", "-1e400", 60, "expired"),
        ("exp", "1e400", 0, None),
        ("exp", "1e999999999999", 0, None),
        ("exp", "1e-999999999999", 60, "expired"),
        ("exp", "9223372036854775807", 0, None),
        ("exp", "9223372036854775808", 60, None),
        ("exp", "-9223372036854775809", 60, "expired"),
        ("exp", "18446744075409551617", 60, None),
        ("exp", "99999999999999999999999999", 60, None),
        ("exp", f"{now * 1000}", 0, None),
        ("exp", "2147483648", 0, None),
        ("nbf", f"{now}", 0, None),
        ("nbf", f"{now + 1}", 0, "notYetValid"),
        ("nbf", f"{now + 60}", 60, None),
        ("nbf", f"{now + 61}", 60, "notYetValid"),
        ("nbf", f"{now}.5", 0, "notYetValid"),
        ("nbf", f"{now - 1}.5", 0, None),
        ("nbf", "0", 0, None),
        ("nbf", "-1e400", 0, None),
        ("nbf", "1e400", 60, "notYetValid"),
        ("nbf", "9223372036854775807", 60, "notYetValid"),
        ("nbf", "18446744073709551616", 60, "notYetValid"),
        ("nbf", f"{now * 1000}", 60, "notYetValid"),
        ("iat", f"{now}", 0, None),
        ("iat", f"{now + 1}", 0, "issuedInFuture"),
        ("iat", f"{now + 60}", 60, None),
        ("iat", f"{now + 61}", 60, "issuedInFuture"),
        ("iat", f"{now + 60}.1", 60, "issuedInFuture"),
        ("iat", "0", 0, None),
        ("iat", "1e400", 60, "issuedInFuture"),
        ("iat", f"{now * 1000}", 60, "issuedInFuture"),
        ("iat", "-1", 0, None),
    ]
    rules = {"exp": EXP, "nbf": NBF, "iat": IAT}
    for claim, text, leeway, defect in rows:
        payload = with_claims(cases, {claim: None, "iat": None}, f'"{claim}":{text}')
        cases.add(
            f"{claim}/{text}, leeway {leeway}",
            cases.token(payload=payload),
            rules[claim],
            defect,
            [claim],
            {"leeway": leeway},
        )
    types = {
        "string": f'"{now + 100}"',
        "date": '"2033-05-18T03:33:20Z"',
        "null": "null",
        "true": "true",
        "false": "false",
        "array": f"[{now + 100}]",
        "object": f'{{"$date":{now + 100}}}',
        "empty string": '""',
    }
    for claim in "exp", "nbf", "iat":
        for name, text in types.items():
            payload = with_claims(cases, {claim: None}, f'"{claim}":{text}')
            cases.add(f"{claim}/{name}", cases.token(payload=payload), DATE, f"claimMalformed.{claim}", [claim])
    cases.add(
        "exp/missing",
        cases.token(payload=with_claims(cases, {"exp": None})),
        "exp is optional (RFC 7519 section 4.1.4)",
        flags=["exp"],
    )
    cases.add(
        "exp/Exp",
        cases.token(payload=with_claims(cases, {"exp": None, "Exp": 1})),
        "names of claims are compared code point by code point (RFC 7519 section 7.3)",
        flags=["exp"],
    )
    cases.add(
        "exp/before nbf",
        cases.token(payload=with_claims(cases, {"exp": now - 100, "nbf": now + 100})),
        EXP,
        "expired",
        ["exp"],
    )
    cases.add(
        "exp/negative leeway",
        cases.token(payload=with_claims(cases, {"exp": now + 1})),
        "a negative leeway counts as none",
        flags=["exp", "policy"],
        policy={"leeway": -1000, "now": now},
    )


def ages(cases):
    now = cases.NOW
    rule = "the token is too old for the policy (iat, RFC 7519 section 4.1.6)"
    for text, age, leeway, defect in [
        (f"{now - 100}", 100, 0, None),
        (f"{now - 101}", 100, 0, "tooOld"),
        (f"{now - 160}", 100, 60, None),
        (f"{now - 161}", 100, 60, "tooOld"),
        (f"{now - 101}.5", 100, 0, "tooOld"),
        (f"{now}", 0, 0, None),
        ("0", 100, 60, "tooOld"),
        ("-1e400", 100, 60, "tooOld"),
        ("1.7e9", 100, 0, None),
    ]:
        payload = with_claims(cases, {"iat": None}, f'"iat":{text}')
        cases.add(
            f"age/{text}, at most {age}, leeway {leeway}",
            cases.token(payload=payload),
            rule,
            defect,
            ["iat", "age"],
            {"maximumAge": age, "leeway": leeway},
        )
    cases.add(
        "age/no iat",
        cases.token(payload=with_claims(cases, {"iat": None})),
        rule,
        "claimMissing.iat",
        ["iat", "age"],
        {"maximumAge": 100},
    )
