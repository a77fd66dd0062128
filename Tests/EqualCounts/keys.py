"""Makes the keys of 2048 bits whose operations .ci/equal-counts compares.

    python3 Tests/EqualCounts/keys.py FOLDER COUNT

writes COUNT random keys and some that are chosen. The name of a file says its group first: verifying takes a time that
depends on the public exponent, so that only keys with the same one are compared.

    e65537-random-N     as everybody makes them
    e65537-near-N       EM of the first message is p times k plus or minus less than 2^-14 of p: a base near 0 or near p
    elarge-random-N     e = 2^64 - 59, the largest prime that a policy allows
    elarge-short-N      dP, dQ or both have only 961 bits, the shortest that any e allows: 1 + 2(p - 1) = e·dP
"""
import hashlib
import math
import pathlib
import secrets
import sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

BITS = 1024
LARGE = 2**64 - 59
SMALL_PRIMES = [p for p in range(3, 20_000, 2) if all(p % q for q in range(3, math.isqrt(p) + 1, 2))]
PRODUCT = math.prod(SMALL_PRIMES)

DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


def encoded_message(message):
    """EM of RFC 8017 section 9.2, for 2048 bits."""
    end = DIGEST_INFO + hashlib.sha256(message).digest()
    return int.from_bytes(b"\0\1" + b"\xff" * (256 - 3 - len(end)) + b"\0" + end)


def is_prime(n):
    """Miller and Rabin's test; a composite passes it with a chance of less than 4^-8."""
    if math.gcd(n, PRODUCT) != 1:
        return False
    odd = n - 1
    twos = (odd & -odd).bit_length() - 1
    odd >>= twos
    for _ in range(8):
        x = pow(secrets.randbelow(n - 3) + 2, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def fits(p, e):
    """Whether p has the two top bits, so that any two of them make 2048 bits, and e has an inverse."""
    return p >> (BITS - 2) == 3 and (p - 1) % e != 0 and is_prime(p)


def random_prime(e):
    while not fits(p := secrets.randbits(BITS) | 3 << (BITS - 2) | 1, e):
        pass
    return p


def prime_near(number, e, above):
    """A prime p with k·p = number - r, or number + r for `above`, and 0 <= r < k."""
    while True:
        # EM is a little less than 2^2033: this makes three quarters of 2^1024 and more.
        k = secrets.randbits(1007) | 1 << 1009
        p = -(-number // k) if above else number // k
        if p % 2 and p.bit_length() <= BITS and fits(p, e):
            return p


def prime_with_short_exponent():
    """A prime p with 1 + 2(p - 1) = e·dP, that is p = 1 - 1/2 modulo e."""
    residue = (1 - pow(2, -1, LARGE)) % LARGE
    while True:
        p = secrets.randbits(BITS) | 3 << (BITS - 2)
        p += (residue - p) % LARGE
        if p % 2 and fits(p, LARGE):
            assert pow(LARGE, -1, p - 1).bit_length() == 961
            return p


def pem(p, q, e):
    # With a large e, d must still be less than n and more than its half length: any inverse is.
    d = pow(e, -1, math.lcm(p - 1, q - 1))
    numbers = rsa.RSAPrivateNumbers(
        p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), rsa.RSAPublicNumbers(e, p * q))
    key = numbers.private_key(unsafe_skip_rsa_key_validation=True)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def main(folder, count):
    def write(name, content):
        (folder / f"{name}.pem").write_bytes(content)

    for i in range(count):
        key = rsa.generate_private_key(65537, 2 * BITS).private_numbers()
        write(f"e65537-random-{i:03}", pem(key.p, key.q, 65537))
    em = encoded_message(b"message 00")
    for i, above in enumerate((False, True)):
        p, q = prime_near(em, 65537, above), prime_near(em, 65537, not above)
        assert min(em % p, p - em % p) < p >> 14 and min(em % q, q - em % q) < q >> 14
        write(f"e65537-near-{i}", pem(p, q, 65537))
    short = [prime_with_short_exponent() for _ in range(3)]
    random = [random_prime(LARGE) for _ in range(4)]
    for i, (p, q) in enumerate([(short[0], random[0]), (random[1], short[1]), (short[2], short[0])]):
        write(f"elarge-short-{i}", pem(p, q, LARGE))
    for i in range(2):
        write(f"elarge-random-{i}", pem(random[2 * i], random[2 * i + 1], LARGE))


if __name__ == "__main__":
    pathlib.Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
