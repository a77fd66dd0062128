"""Writes the files of Vectors/negative, or checks that they are what would be written.

    python3 Vectors/negative/generator [--check]

Needs the packages `cryptography` and `joserfc` in the versions that the files name, as second opinions. Everything is
made from fixed seeds with plain integers: the files come out the same every time.
"""
import json
import pathlib
import sys

import cryptography

import json_cases
import key_cases
import signatures
import tokens

MAKERS = {
    "signatures.json": signatures.make,
    "keys.json": key_cases.make,
    "tokens.json": tokens.make,
    "json.json": json_cases.make,
}

folder = pathlib.Path(__file__).resolve().parent.parent
check = sys.argv[1:] == ["--check"]
different = []
for name, make in MAKERS.items():
    content = make()
    head = {
        "description": sys.modules[make.__module__].__doc__.split(": ", 1)[1],
        "schema": "README.md",
        "checkedWith": f"cryptography {cryptography.__version__}",
        "caseCount": len(content["cases"]),
    }
    text = json.dumps(head | content, indent=1) + "\n"
    file = folder / name
    if not check:
        file.write_text(text)
    elif not file.exists() or file.read_text() != text:
        different.append(name)
    print(f"{name}: {len(content['cases'])} cases")
if different:
    sys.exit(f"error: not what the generator writes: {' '.join(different)}")
