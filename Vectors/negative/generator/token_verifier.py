"""A strict verifier of RS256 tokens with plain integers: the rule that a token breaks first, or None."""

import base64
from decimal import Decimal

import rsa
import strict_json

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Invalid(Exception):
    pass


def defect(token, policy, keys, key_set=None):
    """The first rule that the token breaks under the policy. Keys are (n, e); a set is a JWK set."""
    try:
        verify(token, policy, keys, key_set)
    except Invalid as invalid:
        return str(invalid)


def require(condition, rule):
    if not condition:
        raise Invalid(rule)


def verify(token, policy, key, key_set):
    require(len(token.encode()) <= policy.get("maximumTokenSize", 1 << 16), "tooLarge")
    parts = token.split(".")
    require(len(parts) == 3, "partCount")
    names = ["header", "payload", "signature"]
    header, payload, signature = [decode(part, f"encoding.{name}") for part, name in zip(parts, names)]
    header = members(header, "header", "headerNotObject")
    check_header(header)
    candidates = [key] if key_set is None else chosen(key_set, header.get("kid"))
    require(candidates, "noMatchingKey")
    text = f"{parts[0]}.{parts[1]}".encode()
    require(any(rsa.is_valid(n, e, signature, text) for n, e in candidates), "signatureInvalid")
    check_claims(members(payload, "claims", "claimsNotObject"), header, policy)


def decode(part, rule):
    for character in part:
        if character not in ALPHABET:
            kinds = {"=": "unexpectedPadding", "+": "otherAlphabet", "/": "otherAlphabet"}
            kind = "whiteSpace" if character in " \t\n\v\f\r" else kinds.get(character, "invalidCharacter")
            raise Invalid(f"{rule}.{kind}")
    require(len(part) % 4 != 1, f"{rule}.incompleteGroup")
    octets = base64.urlsafe_b64decode(part + "==")
    again = base64.urlsafe_b64encode(octets).decode().rstrip("=")
    require(again == part, f"{rule}.unusedBitsNotZero")
    return octets


def members(octets, rule, not_object):
    try:
        value = strict_json.read(octets)
    except strict_json.Refused as refused:
        raise Invalid(f"{rule}.{refused.kind}") from None
    require(isinstance(value, strict_json.Object), not_object)
    return dict(value)


def is_string(value):
    return isinstance(value, str) and not isinstance(value, strict_json.Number)


def check_header(header):
    require("alg" in header, "algorithmMissing")
    require(is_string(header["alg"]), "parameterNotString.alg")
    require(header["alg"] == "RS256", "algorithmRefused")
    require("crit" not in header, "criticalExtensions")
    for name in "kid", "typ", "cty":
        require(is_string(header.get(name, "")), f"parameterNotString.{name}")


def chosen(key_set, kid):
    number = lambda text: int.from_bytes(base64.urlsafe_b64decode(text + "=="), "big")
    return [
        (number(key["n"]), number(key["e"]))
        for key in key_set["keys"]
        if key["kty"] == "RSA"
        and key.get("use", "sig") == "sig"
        and key.get("alg", "RS256") == "RS256"
        and "verify" in key.get("key_ops", ["verify"])
        and kid in (None, key.get("kid"))
    ]


def check_claims(claims, header, policy):
    for name in "iss", "sub", "jti":
        require(is_string(claims.get(name, "")), f"claimMalformed.{name}")
    for name in "exp", "nbf", "iat":
        require(isinstance(claims.get(name, strict_json.Number(0)), strict_json.Number), f"claimMalformed.{name}")
    audience = claims.get("aud", [])
    audience = audience if type(audience) is list else [audience]
    require(all(map(is_string, audience)), "claimMalformed.aud")
    if "expectedType" in policy:
        media_type = lambda text: text.lower().removeprefix("application/")
        require(media_type(header.get("typ", "")) == media_type(policy["expectedType"]), "typeMismatch")
    for name in policy.get("requiredClaims", []):
        require(claims.get(name) is not None, f"claimMissing.{name}")
    for member, name in ("issuer", "iss"), ("subject", "sub"):
        if member in policy:
            require(name in claims, f"claimMissing.{name}")
            require(claims[name] == policy[member], f"{member}Mismatch")
    if "audience" in policy:
        require("aud" in claims, "claimMissing.aud")
        require(policy["audience"] in audience, "audienceMismatch")
    check_times({name: Decimal(claims[name]) for name in ["exp", "nbf", "iat"] if name in claims}, policy)


def check_times(times, policy):
    """Decimal compares exactly, whatever the exponents."""
    leeway = max(0, policy["leeway"])
    earliest, latest = policy["now"] - leeway, policy["now"] + leeway
    require("exp" not in times or earliest < times["exp"], "expired")
    require("nbf" not in times or times["nbf"] <= latest, "notYetValid")
    require("iat" not in times or times["iat"] <= latest, "issuedInFuture")
    if "maximumAge" in policy:
        require("iat" in times, "claimMissing.iat")
        require(earliest - policy["maximumAge"] <= times["iat"], "tooOld")
