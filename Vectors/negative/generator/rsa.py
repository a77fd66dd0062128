"""RSA with plain integers, from seeds: the same keys in every run."""
import hashlib
import json
import math
import pathlib

import der

# The primes found so far: to find them takes a minute. Without the file they are found again, the same ones.
PRIMES = pathlib.Path(__file__).with_name("primes.json")
primes = json.loads(PRIMES.read_text()) if PRIMES.exists() else {}


def remembered(name, find):
    """The two primes that `find` finds, once."""
    if name not in primes:
        primes[name] = [f"{prime:x}" for prime in find()]
        PRIMES.write_text(json.dumps(primes, indent=1) + "\n")
    return [int(prime, 16) for prime in primes[name]]


class Stream:
    """Octets from a name: SHA-256 of the name and a counter."""

    def __init__(self, name):
        self.name, self.counter, self.rest = name.encode(), 0, b""

    def octets(self, count):
        while len(self.rest) < count:
            self.rest += hashlib.sha256(self.name + self.counter.to_bytes(8, "big")).digest()
            self.counter += 1
        result, self.rest = self.rest[:count], self.rest[count:]
        return result

    def bits(self, count):
        return int.from_bytes(self.octets((count + 7) // 8), "big") >> (-count % 8)

    def below(self, limit):
        return self.bits(limit.bit_length() + 64) % limit


SMALL_PRIMES = [p for p in range(3, 4000, 2) if all(p % d for d in range(3, math.isqrt(p) + 1, 2))]


def is_prime(n, stream):
    if n < 4 or n % 2 == 0:
        return n in (2, 3)
    for p in SMALL_PRIMES:
        if n % p == 0:
            return n == p
    twos = ((n - 1) & (1 - n)).bit_length() - 1
    for _ in range(20):
        x = pow(2 + stream.below(n - 3), (n - 1) >> twos, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def next_prime(start, stream, e=1):
    """The first prime from `start` on that suits the public exponent e."""
    candidate = start | 1
    while math.gcd(candidate - 1, e) > 1 or not is_prime(candidate, stream):
        candidate += 2
    return candidate


class Key:
    def __init__(self, p, q, e, d=None):
        self.p, self.q, self.e, self.n = p, q, e, p * q
        self.d = d or pow(e, -1, math.lcm(p - 1, q - 1))
        self.dp, self.dq, self.qi = self.d % (p - 1), self.d % (q - 1), pow(q, -1, p)
        self.bits = self.n.bit_length()
        self.size = (self.bits + 7) // 8

    @classmethod
    def generate(cls, name, bits, e):
        """A key of exactly `bits` bits; p is the larger prime."""

        def find():
            stream = Stream(name)
            half = (bits + 1) // 2
            while True:
                p = next_prime(0b11 << (half - 2) | stream.bits(half - 2), stream, e)
                low, high = (1 << (bits - 1)) // p + 1, min((1 << bits) // p, 1 << half) - 1
                q = next_prime(low + stream.below(high - low), stream, e)
                if p * q >> (bits - 1) == 1 and (p - q).bit_length() > half - 50:
                    return max(p, q), min(p, q)

        return cls(*remembered(f"{name}, {bits} bits, e = {e}", find), e)

    def raw(self, value):
        """value^d mod n as octets: a signature whose encoded message is `value`."""
        if isinstance(value, bytes):
            value = int.from_bytes(value, "big")
        assert value < self.n
        low = pow(value, self.dq, self.q)
        high = (pow(value, self.dp, self.p) - low) * self.qi % self.p
        return (low + high * self.q).to_bytes(self.size, "big")

    def recover(self, signature):
        """signature^e mod n."""
        return pow(int.from_bytes(signature, "big"), self.e, self.n)


def digest(message, name="sha256"):
    return hashlib.new(name, message).digest()


def digest_info(message):
    return der.sequence(der.algorithm(der.SHA256), der.octet_string(digest(message)))


def encode(size, content, lead=b"\0\1", padding=b"\xff", separator=b"\0"):
    """lead | padding … | separator | content, `size` octets."""
    count = size - len(lead) - len(separator) - len(content)
    assert count >= 0
    return lead + padding * count + separator + content


def encode_message(message, size):
    """EMSA-PKCS1-v1_5 (RFC 8017 section 9.2)."""
    return encode(size, digest_info(message))


def is_valid(n, e, signature, message):
    """RSASSA-PKCS1-v1_5-VERIFY (RFC 8017 section 8.2.2), by building the encoded message and comparing."""
    size = (n.bit_length() + 7) // 8
    s = int.from_bytes(signature, "big")
    return len(signature) == size and s < n and pow(s, e, n) == int.from_bytes(encode_message(message, size), "big")


def pss(key, message, salt, name="sha256"):
    """EMSA-PSS with MGF1 (RFC 8017 section 9.1.1), signed."""
    h = lambda data: digest(data, name)
    bits = key.bits - 1
    count = (bits + 7) // 8
    m = h(bytes(8) + h(message) + salt)
    block = bytes(count - len(salt) - len(m) - 2) + b"\1" + salt
    mask = b"".join(h(m + i.to_bytes(4, "big")) for i in range(count // len(m) + 1))[: len(block)]
    masked = int.from_bytes(block, "big") ^ int.from_bytes(mask, "big")
    masked &= (1 << (8 * len(block) - (8 * count - bits))) - 1
    return key.raw(masked.to_bytes(len(block), "big") + m + b"\xbc")


def root(value, degree=3):
    """The largest integer whose power `degree` is at most `value`."""
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= value else (low, middle)
    return low
