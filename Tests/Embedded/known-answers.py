"""Prints KnownAnswers.swift: the published values that Checks.swift compares with, from the files of Vectors/."""
import json
import pathlib

vectors = pathlib.Path(__file__).resolve().parents[2] / "Vectors"
appendix = json.loads((vectors / "rfc/rfc7515-a2.json").read_text())
libraries = json.loads((vectors / "peers/golden-tokens.json").read_text())["libraries"]
[token] = [
    token["token"]
    for library in libraries
    if library["library"] == "jwt"
    for token in library["tokens"]
    if token["case"] == "base"
]
answers = {
    "keyPEM": (vectors / "keys/generated/a2-pkcs1.pem").read_text(),
    "signingInput": appendix["signingInput"],
    "signature": appendix["signatureBase64url"],
    "token": token,
}
print("enum KnownAnswers {")
for name, value in answers.items():
    print(f"    static let {name} = {json.dumps(value)}")
print("}")
