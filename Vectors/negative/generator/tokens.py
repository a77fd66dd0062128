"""tokens.json: JSON Web Tokens that a verifier of RS256 must refuse, whoever signed them and whatever they ask for."""

import base64
import json

import joserfc
from joserfc import jwk, jws, jwt

import rsa
import token_algorithms
import token_claims
import token_forms
import token_headers
import token_keys
import token_signatures
import token_times
import token_verifier

NOW = 1_700_000_000
AUDIENCE = "https://idp.example"
HEADER = '{"alg":"RS256","typ":"JWT"}'
CLAIMS = {"iss": "me", "sub": "me", "aud": AUDIENCE, "iat": NOW - 10, "exp": NOW + 290, "jti": "1"}
PAYLOAD = json.dumps(CLAIMS, separators=(",", ":"))
# joserfc ignores what it does not know when it is told to, as RFC 7515 section 4 demands.
REGISTRY = jws.JWSRegistry(algorithms=["RS256"], strict_check_header=False)
REGISTRY.max_header_length = 1 << 16
# Rules of a policy that it does not have.
OWN_RULES = {"maximumAge", "maximumTokenSize", "expectedType"}
POLICY = {"issuer": "me", "audience": AUDIENCE, "now": NOW, "leeway": 60}


def encoded(part):
    part = part.encode() if isinstance(part, str) else part
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


class TokenCases:
    HEADER, PAYLOAD, CLAIMS, POLICY, NOW, AUDIENCE = HEADER, PAYLOAD, CLAIMS, POLICY, NOW, AUDIENCE

    def __init__(self):
        # "key" is the key that the verifier trusts, "other" is that of an attacker or of another service.
        self.keys = {
            "key": rsa.Key.generate("rsa-2048", 2048, 65537),
            "other": rsa.Key.generate("rsa-3072", 3072, 65537),
        }
        self.sets = token_keys.sets(self.keys)
        self.cases = []
        self.ids = set()

    def sign(self, text, key="key"):
        """The octets of an RS256 signature over the text."""
        key = self.keys[key]
        return key.raw(rsa.encode_message(text.encode(), key.size))

    def token(self, header=HEADER, payload=PAYLOAD, key="key", signature=None):
        """Header and payload in base64url under a right signature, or under the octets that are given."""
        text = encoded(header) + "." + encoded(payload)
        return text + "." + encoded(self.sign(text, key) if signature is None else signature)

    def signed(self, text, key="key"):
        """Two parts as they are under a right signature."""
        return text + "." + encoded(self.sign(text, key))

    def add(self, name, token, rule, defect=None, flags=(), policy={}, key_set=None):
        """A case: valid, or broken by the rule `defect`."""
        assert name not in self.ids, name
        self.ids.add(name)
        policy = {member: value for member, value in (POLICY | policy).items() if value is not None}
        flags = ["control", *flags] if defect is None else flags
        case = {"id": name, "rule": ("control: " if defect is None else "") + rule, "flags": sorted(flags)}
        case |= {"keySet": key_set} if key_set else {"key": "key"}
        case |= {"policy": policy, "token": token, "expected": "invalid" if defect else "valid"}
        if defect:
            case["defect"] = defect
        if not OWN_RULES & policy.keys():
            case["joserfc"] = "valid" if self.joserfc_accepts(token, policy, key_set) else "invalid"
        # A verifier of its own must find the same rule broken.
        trusted = self.keys["key"]
        found = token_verifier.defect(token, policy, (trusted.n, trusted.e), self.sets.get(key_set))
        assert found == defect, (name, found)
        self.cases.append(case)

    def joserfc_accepts(self, token, policy, key_set):
        """What that library says to the signature and to the claims it knows how to check."""
        try:
            key = (
                jwk.KeySet.import_key_set(self.sets[key_set])
                if key_set
                else jwk.RSAKey.import_key(token_keys.public(self.keys["key"]))
            )
            decoded = jwt.decode(token, key, registry=REGISTRY)
            expected = {
                claim: {"essential": True, "value": policy[member]}
                for claim, member in [("iss", "issuer"), ("sub", "subject"), ("aud", "audience")]
                if member in policy
            }
            required = {claim: {"essential": True} for claim in policy.get("requiredClaims", [])}
            jwt.JWTClaimsRegistry(now=policy["now"], leeway=policy["leeway"], **required | expected).validate(
                decoded.claims
            )
            return True
        except Exception:  # It has many, and lets some of Python's own through.
            return False


def make():
    cases = TokenCases()
    for part in [
        token_algorithms,
        token_headers,
        token_forms,
        token_signatures,
        token_keys,
        token_claims,
        token_times,
    ]:
        part.add(cases)
    numbers_of = lambda key: {part: f"{getattr(key, part):x}" for part in ["n", "e", "d", "p", "q"]}
    return {
        "checkedWith": f"joserfc {joserfc.__version__}",
        "keys": {name: numbers_of(key) for name, key in cases.keys.items()},
        "keySets": cases.sets,
        "cases": cases.cases,
    }
