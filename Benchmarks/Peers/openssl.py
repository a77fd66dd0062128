"""Measures OpenSSL through the Python package cryptography, one sample for each request.

Requests and answers are lines of JSON on standard input and output; Sources/PythonCryptography.swift asks.
"""
import base64
import hashlib
import itertools
import json
import sys
import time

import cryptography
from cryptography.hazmat.backends.openssl import backend
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

PADDING = padding.PKCS1v15()
SHA256 = hashes.SHA256()

operations = {}


def sha256():
    data = bytes(i & 255 for i in range(16384))
    digest = hashes.Hash(SHA256)
    digest.update(data)
    if digest.finalize() != hashlib.sha256(data).digest():
        raise ValueError("another digest")

    def operation():
        digest = hashes.Hash(SHA256)
        digest.update(data)
        return digest.finalize()

    return operation


def load(bits, private_pem, public_pem, message, signature):
    """Makes the operations of one key."""
    private = serialization.load_pem_private_key(private_pem, None)
    public = serialization.load_pem_public_key(public_pem)
    if private.sign(message, PADDING, SHA256) != signature:
        raise ValueError("another signature")
    operations["sign", bits] = lambda: private.sign(message, PADDING, SHA256)
    # An invalid signature is an exception.
    operations["verify", bits] = lambda: public.verify(signature, message, PADDING, SHA256)
    operations["parse-public-pem", bits] = lambda: serialization.load_pem_public_key(public_pem)


def sample(operation, iterations):
    """How long so many iterations take, in nanoseconds."""
    processor = time.thread_time_ns()
    wall = time.perf_counter_ns()
    for _ in itertools.repeat(None, iterations):
        operation()
    wall = time.perf_counter_ns() - wall
    return {"wall": wall, "processor": time.thread_time_ns() - processor}


def answer(request):
    if request["task"] == "load":
        load(
            request["bits"],
            request["privatePEM"].encode(),
            request["publicPEM"].encode(),
            base64.b64decode(request["message"]),
            base64.b64decode(request["signature"]),
        )
        return {}
    return sample(operations[request["task"], request["bits"]], request["iterations"])


def main():
    operations["sha256", 0] = sha256()
    version = backend.openssl_version_text().split()[1]
    print(json.dumps({"cryptography": cryptography.__version__, "openssl": version}), flush=True)
    for line in sys.stdin:
        try:
            print(json.dumps(answer(json.loads(line))), flush=True)
        except Exception as error:
            print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)


main()
