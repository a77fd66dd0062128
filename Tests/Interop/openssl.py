"""Compares signatures with OpenSSL's: byte for byte the same, and each side accepts the other's.

    python3 Tests/Interop/openssl.py DRIVER FOLDER

DRIVER is the program of Tests/Driver. Keys and messages are made in FOLDER, fresh in every run, from a seed that is
printed; set RS256_SEED to repeat the messages of a run.
"""
import os
import pathlib
import random
import subprocess
import sys

KEY_SIZES = [2048, 2049, 2056, 3072, 4096]
# 55, 56 and 64 are where SHA-256 begins a new block.
MESSAGE_SIZES = [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000, 4096, 65_537, 1_000_000, 1_048_576]


def openssl(*arguments):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True).stdout


class Driver:
    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def __call__(self, *words):
        self.process.stdin.write("\t".join(map(str, words)) + "\n")
        answer = self.process.stdout.readline().rstrip("\n")
        if answer == "" or answer.startswith("error"):
            sys.exit(f"error: driver, asked for {words}: {answer or 'no answer'}")
        return answer

    def sign(self, key, message):
        return bytes.fromhex(self("sign", key, message).removeprefix("signature "))


def make_key(folder, bits):
    """The paths of one new private key in four containers, and of its public key in four."""
    pkcs1 = folder / f"{bits}.pkcs1.pem"
    openssl("genrsa", "-traditional", "-out", pkcs1, bits)
    private = [pkcs1]
    for name, options in [
        ("pkcs1.der", ["rsa", "-traditional", "-outform", "DER"]),
        ("pkcs8.pem", ["pkcs8", "-topk8", "-nocrypt"]),
        ("pkcs8.der", ["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"]),
    ]:
        private.append(folder / f"{bits}.{name}")
        openssl(*options, "-in", pkcs1, "-out", private[-1])
    public = []
    for name, options in [
        ("spki.pem", ["-pubout"]),
        ("spki.der", ["-pubout", "-outform", "DER"]),
        ("pkcs1-public.pem", ["-RSAPublicKey_out"]),
        ("pkcs1-public.der", ["-RSAPublicKey_out", "-outform", "DER"]),
    ]:
        public.append(folder / f"{bits}.{name}")
        openssl("rsa", "-in", pkcs1, *options, "-out", public[-1])
    return private, public


def check(driver, folder, bits, messages):
    """Signs and verifies every message with a key of `bits`; returns how many comparisons were made."""
    private, public = make_key(folder, bits)
    theirs, ours = folder / "theirs.sig", folder / "ours.sig"
    comparisons = 0
    for index, message in enumerate(messages):
        openssl("dgst", "-sha256", "-sign", private[0], "-out", theirs, message)
        # Every container for the small messages, then one after the other.
        keys = private if index < 3 else [private[index % 4]]
        for key in keys:
            ours.write_bytes(driver.sign(key, message))
            if ours.read_bytes() != theirs.read_bytes():
                sys.exit(f"error: {key.name}, {message.name}: the signature differs from OpenSSL's")
            comparisons += 1
        openssl("dgst", "-sha256", "-verify", public[0], "-signature", ours, message)
        if driver("verify", public[index % 4], message, theirs) != "valid":
            sys.exit(f"error: {bits} bits, {message.name}: OpenSSL's signature was refused")
        # Control: one changed bit must be noticed by the verifier that was just asked.
        damaged = bytearray(theirs.read_bytes())
        damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
        theirs.write_bytes(damaged)
        if driver("verify", public[index % 4], message, theirs) != "invalid":
            sys.exit(f"error: {bits} bits, {message.name}: a damaged signature was accepted")
        comparisons += 3
    return comparisons


def main(driver_path, folder):
    seed = os.environ.get("RS256_SEED") or str(random.SystemRandom().getrandbits(64))
    random.seed(seed)
    print(f"RS256_SEED={seed}, {openssl('version').decode().strip()}")
    folder.mkdir(parents=True, exist_ok=True)
    driver = Driver(driver_path)
    messages = []
    for size in MESSAGE_SIZES + [random.randrange(1_048_576) for _ in range(3)]:
        messages.append(folder / f"{size}.message")
        messages[-1].write_bytes(random.randbytes(size))
    for bits in KEY_SIZES:
        comparisons = check(driver, folder, bits, messages)
        print(f"{bits} bits: {len(messages)} messages of 0 to 1,048,576 octets, {comparisons} comparisons, no difference")


main(sys.argv[1], pathlib.Path(sys.argv[2]))
