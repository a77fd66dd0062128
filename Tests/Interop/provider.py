"""Runs `rs256 token` against a provider written by others: Authlib's OAuth server on Flask, with private_key_jwt.

    python3 Tests/Interop/provider.py RS256 FOLDER

RS256 is the program. The server listens on a free port of 127.0.0.1 and ends with this script. Keys are made in FOLDER.
"""
import json
import logging
import os
import pathlib
import resource
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

# Authlib asks for HTTPS; loopback is the exception that both sides know.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import ClientMixin, grants
from authlib.oauth2.rfc7523 import JWTBearerClientAssertion, JWTBearerGrant
from flask import Flask, jsonify
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT = "svc-account@example.com"
USER = "user@example.com"
AUDIENCE = "https://provider.example/token"
REFUSED = 5


class Client(ClientMixin):
    """The one client that the provider knows."""

    def __init__(self, public_key):
        self.public_key = public_key

    def get_client_id(self):
        return CLIENT

    def check_endpoint_auth_method(self, method, endpoint):
        return method == JWTBearerClientAssertion.CLIENT_AUTH_METHOD and endpoint == "token"

    def check_grant_type(self, grant_type):
        return grant_type in ("client_credentials", JWTBearerGrant.GRANT_TYPE)

    def get_allowed_scope(self, scope):
        return scope or ""


class Assertion(JWTBearerClientAssertion):
    used = set()

    def get_audiences(self):
        return [AUDIENCE]

    def validate_jti(self, claims, jti):
        fresh = jti not in self.used
        self.used.add(jti)
        return fresh

    def resolve_client_public_key(self, client):
        return client.public_key


class ClientCredentials(grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = [JWTBearerClientAssertion.CLIENT_AUTH_METHOD]


def assertion_grant(client):
    """The second use of RFC 7523: the assertion of `client` is itself the grant."""

    class Grant(JWTBearerGrant):
        def get_audiences(self):
            return [AUDIENCE]

        def resolve_issuer_client(self, issuer):
            return client if issuer == CLIENT else None

        def resolve_client_public_key(self, client):
            return client.public_key

        def authenticate_user(self, subject):
            return subject if subject in (CLIENT, USER) else None

        def has_granted_permission(self, client, user):
            return True

    return Grant


def start_provider(client):
    """Starts the provider and returns the beginning of its URLs. `/late` is the same provider with a clock two hours ahead."""
    app = Flask("provider")
    issued = set()

    def endpoint(leeway):
        server = AuthorizationServer(
            app,
            query_client=lambda identifier: client if identifier == CLIENT else None,
            save_token=lambda token, request: issued.add(token["access_token"]),
        )
        server.register_client_auth_method(Assertion.CLIENT_AUTH_METHOD, Assertion(leeway=leeway))
        server.register_grant(ClientCredentials)
        server.register_grant(assertion_grant(client))
        return server.create_token_response

    app.add_url_rule("/token", "token", endpoint(leeway=60), methods=["POST"])
    app.add_url_rule("/late", "late", endpoint(leeway=-7200), methods=["POST"])
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    base = f"http://127.0.0.1:{server.port}"
    app.add_url_rule("/discovery", "discovery", lambda: jsonify(issuer=base, token_endpoint=f"{base}/token"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return base, issued


def main(program, folder):
    folder.mkdir(parents=True, exist_ok=True)
    key, other, public = folder / "client.pem", folder / "other.pem", folder / "client-public.pem"
    for path in (key, other):
        subprocess.run(["openssl", "genrsa", "-traditional", "-out", path, "2048"], check=True, capture_output=True)
    subprocess.run(["openssl", "rsa", "-in", key, "-pubout", "-out", public], check=True, capture_output=True)
    base, issued = start_provider(Client(RSAKey.import_key(public.read_text())))
    failures = 0

    def report(what, passed, detail=""):
        nonlocal failures
        failures += not passed
        print(("pass: " if passed else "FAIL: ") + what + ("" if passed else f"\n{detail}"))

    def token(what, status, *arguments, client=CLIENT, audience=AUDIENCE, pem=key, expires=("--expires-in", "300"), **run):
        """Runs `rs256 token`; exit code 0 must come with a token that the provider issued, any other with none."""
        command = [program, "token", "--client-id", client, "--audience", audience, *expires, *arguments]
        command += ["--key", pem] if pem else []
        result = subprocess.run(command, capture_output=True, text=True, timeout=60, **run)
        printed = result.stdout.strip()
        passed = result.returncode == status and (printed in issued if status == 0 else printed == "")
        secret = next((line for line in key.read_text().splitlines()[1:-1] if line in result.stderr), None)
        report(what, passed and secret is None, f"exit code {result.returncode}\n{result.stdout}\n{result.stderr}")

    at = ("--token-endpoint", f"{base}/token")
    token("a good assertion", 0, *at)
    token("a second one, with its own jti", 0, *at)
    token("the endpoint by discovery", 0, "--discovery", f"{base}/discovery")
    pasted = key.read_text().replace("\n", "\\n")
    token("the key with literal \\n in the environment", 0, *at, "--key-env", "PASTED", pem=None, env={**os.environ, "PASTED": pasted})
    token("the key on standard input", 0, *at, pem="-", input=key.read_text())
    token("claims written as Python writes them", 0, *at, "--serialization", "python-jwt")
    token("signed with another key", REFUSED, *at, pem=other)
    token("for another audience", REFUSED, *at, audience="https://elsewhere.example/token")
    token("by an unknown client", REFUSED, *at, client="stranger")
    token("without exp, which this provider asks for", REFUSED, *at, expires=("--expires-in", "0"))
    token("expired two hours ago by the provider's clock", REFUSED, "--token-endpoint", f"{base}/late")

    grant = (*at, "--grant", "jwt-bearer")
    token("the assertion as the grant, for a user", 0, *grant, "--subject", USER)
    token("the same for a user who does not exist", REFUSED, *grant, "--subject", "nobody@example.com")
    token("the same signed with another key", REFUSED, *grant, "--subject", USER, pem=other)

    # A client that keeps the rules never sends an assertion twice, so the replay is made by hand.
    claims = [f"iss={CLIENT}", f"sub={CLIENT}", f"aud={AUDIENCE}", "jti=used-once", "exp:=4102444800"]
    sign = [program, "sign", "--key", key] + [word for claim in claims for word in ("--claim", claim)]
    assertion = subprocess.run(sign, check=True, capture_output=True, text=True).stdout.strip()
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": JWTBearerClientAssertion.CLIENT_ASSERTION_TYPE,
        "client_assertion": assertion,
    }
    answers = []
    for _ in range(2):
        try:
            with urllib.request.urlopen(f"{base}/token", urllib.parse.urlencode(form).encode()) as answer:
                answers.append(json.load(answer)["token_type"])
        except urllib.error.HTTPError as error:
            answers.append(json.load(error)["error"])
    report("an assertion from rs256 sign is accepted once and its replay refused", answers == ["Bearer", "invalid_client"], answers)

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    report(f"peak memory of these programs: {peak} MiB, allowed are 64", peak < 64)
    sys.exit(bool(failures))


main(sys.argv[1], pathlib.Path(sys.argv[2]))
