"""Keys and signatures beside the Python package cryptography."""
import math
import random

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

# Sizes at edges of bytes and of limbs.
SIZES = [2048, 2049, 2050, 2056, 2064, 2100, 2112, 2176, 2303, 2304, 3071, 3072, 3073]
# Sizes that the AVX-512 engine has kernels for; it also takes others whose longer prime is a little shorter.
KERNEL_SIZES = [2048, 3072]


def random_size():
    kind = random.randrange(10)
    return random.choice(KERNEL_SIZES if kind < 2 else SIZES) if kind < 5 else random.randint(2048, 3100)


def keys(count):
    """`count` keys: half of them fresh, half made of primes of different fresh keys, unequal in size, with other e."""
    pool = []
    for i in range(count):
        if i % 2 == 0 or len(pool) < 4:
            key = rsa.generate_private_key(65537, KERNEL_SIZES[i // 2] if i < 4 else random_size())
            numbers = key.private_numbers()
            pool += [numbers.p, numbers.q]
            # Shorter and longer primes, for products of an ordinary size.
            if i % 8 == 0:
                for bits in (random.randint(1100, 2040), random.randint(2100, 3900)):
                    pool.append(rsa.generate_private_key(65537, bits).private_numbers().p)
            yield key
        else:
            yield combined(pool)


def combined(pool):
    """A key of two primes from `pool`, in any order, and a random public exponent of up to 32 bits."""
    while True:
        p, q = random.sample(pool, 2)
        n = p * q
        e = random.choice([65537, random.randrange(65537, 1 << 32) | 1])
        order = math.lcm(p - 1, q - 1)
        long_enough = min(p.bit_length(), q.bit_length()) >= n.bit_length() // 4
        if p == q or not 2048 <= n.bit_length() <= 3200 or not long_enough or math.gcd(e, order) != 1:
            continue
        d = pow(e, -1, order)
        if random.random() < 0.5:
            # The older form of d, modulo (p − 1)(q − 1) (RFC 8017 section 3.2 allows both).
            d = pow(e, -1, (p - 1) * (q - 1))
        return rsa.RSAPrivateNumbers(
            p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), rsa.RSAPublicNumbers(e, n)
        ).private_key(unsafe_skip_rsa_key_validation=True)


def compare(batch, key_count, per_key):
    """Signs `per_key` messages with each of `key_count` keys; returns counts of keys and comparisons."""
    counts = {"keys": 0, "sizes": set(), "signatures": 0, "verified": 0, "refused": 0}
    for key in keys(key_count):
        der = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption())
        batch.context("key", der.hex())
        counts["keys"] += 1
        counts["sizes"].add(key.key_size)
        messages = [random.randbytes(random.choice([0, 1, 55, 56, 63, 64, random.randrange(300)])) for _ in range(per_key)]
        signatures = [key.sign(message, padding.PKCS1v15(), hashes.SHA256()) for message in messages]
        # Half alone, half in batches of up to nine, which fill eight lanes or leave some empty.
        single = per_key // 2
        for message, signature in zip(messages[:single], signatures):
            batch.ask("signature " + signature.hex(), "signature", message.hex())
        start = single
        while start < per_key:
            end = min(per_key, start + random.randint(1, 9))
            batch.ask("signatures " + " ".join(s.hex() for s in signatures[start:end]),
                      "batch", *(m.hex() for m in messages[start:end]))
            start = end
        counts["signatures"] += per_key
        for message, signature in list(zip(messages, signatures))[:: max(1, per_key // 6)]:
            batch.ask("valid", "check", message.hex(), signature.hex())
            damaged = bytearray(signature)
            damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
            batch.ask("invalid", "check", message.hex(), damaged.hex())
            counts["verified"] += 1
            counts["refused"] += 1
    return counts
