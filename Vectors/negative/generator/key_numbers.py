"""Private keys in right encodings with wrong numbers."""
import math

import der
import rsa


def consistent(p, q, e, d=None):
    """All numbers for these factors, which need not be prime, as far as they exist."""
    order = math.lcm(p - 1, q - 1)
    d = d or pow(e, -1, order)
    return {"version": 0, "n": p * q, "e": e, "d": d, "p": p, "q": q, "dp": d % (p - 1), "dq": d % (q - 1),
            "qi": pow(q, -1, p)}


def add(cases):
    from key_cases import numbers_of, pkcs1_public, spki

    key = rsa.Key.generate("rsa-2048", 2048, 65537)
    good = numbers_of(key)
    half = 1 << 1024
    order = math.lcm(key.p - 1, key.q - 1)

    def control(name, numbers, rule, policy="default", flags=()):
        cases.numbers(name, numbers, f"control: {rule}", None, policy, ["control", *flags])

    def changed(name, rule, defect, policy="default", **numbers):
        assert numbers.keys() <= good.keys()
        cases.numbers(name, good | numbers, rule, defect, policy)

    control("valid 2048", good, "a good key")
    control("valid 3072", numbers_of(rsa.Key.generate("rsa-3072", 3072, 65537)), "a good key")
    control("valid 2049", numbers_of(rsa.Key.generate("rsa-2049", 2049, 65537)),
            "a modulus whose length is no multiple of 8")
    control("valid, e of 32 bits", numbers_of(rsa.Key.generate("rsa-2048-large-e", 2048, 0xFFFFFFFB)),
            "a public exponent of 32 bits")
    control("valid, q larger than p", numbers_of(rsa.Key(key.q, key.p, key.e)),
            "the primes may stand in any order if dP, dQ and qInv do too (RFC 8017 section 3.2)")
    control("valid, d modulo phi", numbers_of(rsa.Key(key.p, key.q, key.e, pow(
        key.e, -1, (key.p - 1) * (key.q - 1)))), "d may be reduced modulo (p-1)(q-1) instead of their lcm")
    control("valid 1024, legacy", numbers_of(rsa.Key.generate("rsa-1024-e3", 1024, 3)),
            "1024 bits and e = 3 where the policy allows them", "legacy")
    control("valid, e = 3, legacy", numbers_of(rsa.Key.generate("rsa-2048-e3", 2048, 3)),
            "e = 3 where the policy allows it", "legacy")

    # The modulus.
    size = "RFC 7518 section 3.3: at least 2048 bits"
    cases.numbers("size/1024 bits", numbers_of(rsa.Key.generate("rsa-1024-e3", 1024, 3)), size, "modulusBitLength")
    cases.numbers("size/2047 bits", numbers_of(rsa.Key.generate("rsa-2047", 2047, 65537)), size, "modulusBitLength")
    cases.numbers("size/512 bits, legacy", numbers_of(rsa.Key.generate("rsa-512", 512, 65537)),
                  "512 bits can be factored by anyone", "modulusBitLength", "legacy")
    stream = rsa.Stream("oversized")
    for bits in [8193, 8200, 16384, 65536]:
        n = 1 << (bits - 1) | stream.bits(bits - 1) | 1
        cases.numbers(f"size/{bits} bits", good | {"n": n}, "sizes are capped before any arithmetic",
                      "modulusBitLength", "legacy")
    for name, value in {"0": 0, "1": 1, "2": 2, "3": 3, "15": 15}.items():
        changed(f"modulus/{name}", "the modulus is a product of two large primes", "modulusBitLength", n=value)
    changed("modulus/negative", "the modulus is positive", "encoding.negativeInteger", n=-key.n)
    changed("modulus/without its sign octet", "the modulus is positive: a leading 00 keeps it so",
            "encoding.negativeInteger", n=key.n - (1 << 2048))
    changed("modulus/even", "the modulus is odd", "invalid.modulusNotOdd", n=key.n - 1)
    changed("modulus/power of two", "the modulus is odd", "invalid.modulusNotOdd", n=1 << 2047)
    product = "the modulus is the product of the primes (RFC 8017 section 3.2)"
    changed("modulus/n+2", product, "invalid.primesDoNotDivideModulus", n=key.n + 2)
    changed("modulus/n-2", product, "invalid.primesDoNotDivideModulus", n=key.n - 2)
    changed("modulus/another key's", product, "invalid.primesDoNotDivideModulus",
            n=rsa.Key.generate("rsa-2048-e3", 2048, 3).n)
    changed("modulus/highest bit", product, "invalid.primesDoNotDivideModulus", n=key.n ^ 1 << 2046)

    # The public exponent.
    smallest = "e is at least 65537 (FIPS 186-5 section A.1.1)"
    for name, value in {"0": 0, "1": 1, "2": 2, "3": 3, "17": 17, "257": 257, "65535": 65535, "65536": 65536}.items():
        changed(f"public exponent/{name}", smallest, "publicExponentOutOfRange", e=value)
    for name, value in {"0": 0, "1": 1, "2": 2}.items():
        changed(f"public exponent/{name}, legacy", "e is at least 3 under any policy", "publicExponentOutOfRange",
                "legacy", e=value)
    changed("public exponent/4, legacy", "e is odd under any policy", "invalid.publicExponentNotOdd", "legacy", e=4)
    changed("public exponent/65538", "e is odd", "invalid.publicExponentNotOdd", e=65538)
    changed("public exponent/negative", "e is positive", "encoding.negativeInteger", e=-65537)
    large = "e is short: a long one makes verification slow (FIPS 186-5 section A.1.1: e < 2^256)"
    for name, value in {"2^32+1": (1 << 32) + 1, "2^64+1": (1 << 64) + 1, "2^256+1": (1 << 256) + 1, "n": key.n,
                        "n-2": key.n - 2, "d": key.d}.items():
        changed(f"public exponent/{name}", large, "publicExponentOutOfRange", e=value)
    changed("public exponent/d and e swapped", large, "publicExponentOutOfRange", e=key.d, d=key.e)
    inverse = "e·d is 1 modulo p-1 and q-1 (RFC 8017 section 3.2)"
    changed("public exponent/65539", inverse, "invalid.privateExponentMismatch", e=65539)

    # The private exponent.
    small_d = rsa.next_prime(rsa.Stream("small d").bits(500) | 1 << 499, rsa.Stream("small d, test"))
    cases.numbers("private exponent/small, with its e", consistent(key.p, key.q, pow(small_d, -1, order), small_d),
                  "d is larger than 2^(bits/2) (FIPS 186-5 section A.1.1 (3a); Wiener 1990); its e is long",
                  "publicExponentOutOfRange", "legacy")
    range_rule = "2^(bits/2) < d < n (FIPS 186-5 section A.1.1 (3a))"
    for name, value in {"0": 0, "1": 1, "e": key.e, "2^1024-1": half - 1, "p": key.p}.items():
        changed(f"private exponent/{name}", range_rule, "invalid.privateExponentTooSmall", d=value)
    for name, value in {"n": key.n, "n+d": key.n + key.d, "largest": (1 << 2048) - 1}.items():
        if value < 1 << 2048:
            changed(f"private exponent/{name}", range_rule, "invalid.privateExponentTooLarge", d=value)
    multiples = next(i for i in range(1, 9999) if key.d + i * order > key.n)
    changed("private exponent/plus a multiple, beyond n", range_rule, "invalid.privateExponentTooLarge",
            d=key.d + multiples * order)
    changed("private exponent/longer than n", "no number is longer than the modulus", "numberTooLong",
            d=key.d + (order << 80))
    changed("private exponent/negative", "d is positive", "encoding.negativeInteger", d=-key.d)
    for name, value in {"d+1": key.d + 1, "d+2": key.d + 2, "d-2": key.d - 2, "n-d": key.n - key.d,
                        "first bit": key.d ^ 1 << 2000,
                        "another key's": rsa.Key.generate("rsa-2048-e3", 2048, 3).d}.items():
        changed(f"private exponent/{name}", inverse, "invalid.privateExponentMismatch", d=value)
    only_p = key.d % (key.p - 1) + (key.p - 1) * (half // 3)
    changed("private exponent/right modulo p-1, wrong modulo q-1", inverse, "invalid.privateExponentMismatch", d=only_p)

    # The primes.
    odd = "the primes are odd and larger than 2"
    for name, numbers in {"p = 0": {"p": 0}, "p = 1": {"p": 1}, "p = 2": {"p": 2}, "p even": {"p": key.p - 1},
                          "q = 0": {"q": 0}, "q = 1": {"q": 1}, "q = 2": {"q": 2}, "q even": {"q": key.q + 1},
                          "p = n, q = 1": {"p": key.n, "q": 1}, "p = 1, q = n": {"p": 1, "q": key.n},
                          "both 0": {"p": 0, "q": 0}, "both 1": {"p": 1, "q": 1}}.items():
        changed(f"primes/{name}", odd, "invalid.primeNotOdd", **numbers)
    for name, numbers in {"p+2": {"p": key.p + 2}, "q+2": {"q": key.q + 2}, "p = 3": {"p": 3}, "q = 3": {"q": 3},
                          "p = n": {"p": key.n}, "p and q plus 2": {"p": key.p + 2, "q": key.q + 2},
                          "p one bit": {"p": key.p ^ 1 << 512},
                          "another key's": {"p": rsa.Key.generate("rsa-2048-e3", 2048, 3).p}}.items():
        changed(f"primes/{name}", product, "invalid.primesDoNotDivideModulus", **numbers)
    changed("primes/p longer than n", "no number is longer than the modulus", "numberTooLong", p=key.p << 2000 | 1)
    changed("primes/p negative", "the primes are positive", "encoding.negativeInteger", p=-key.p)
    changed("primes/both negative", "the primes are positive", "encoding.negativeInteger", p=-key.p, q=-key.q)
    changed("primes/q = p, n left", "the primes differ", "invalid.primesEqual", q=key.p)
    square = key.p * key.p
    d = pow(key.e, -1, key.p * (key.p - 1))
    cases.numbers("primes/equal, consistent", {
        "version": 0, "n": square, "e": key.e, "d": d, "p": key.p, "q": key.p, "dp": d % (key.p - 1),
        "dq": d % (key.p - 1), "qi": 1}, "the primes differ", "invalid.primesEqual")

    def neighbour(name, distance):
        find = lambda: [key.p, rsa.next_prime(key.p + distance, rsa.Stream(name), key.e)]
        return rsa.remembered(name, find)

    close = "|p-q| > 2^(bits/2-100) (FIPS 186-5 section A.1.3 step 5.4): else n can be factored (Fermat)"
    for name, distance in {"next prime": 2, "40 bits apart": 1 << 40, "900 bits apart": 1 << 900,
                           "923 bits apart": 1 << 922}.items():
        p, q = neighbour(f"close, {name}", distance)
        cases.numbers(f"primes/close, {name}", consistent(q, p, key.e), close, "invalid.primesTooClose")
        if name == "next prime":
            cases.numbers(f"primes/close, {name}, p smaller", consistent(p, q, key.e), close, "invalid.primesTooClose")
    p, q = neighbour("close, 925 bits apart", 1 << 924)
    control("primes/925 bits apart", consistent(q, p, key.e), "just far enough apart")
    generator = rsa.Stream("unbalanced")
    p, q = rsa.remembered("1030 and 1018 bits", lambda: (
        rsa.next_prime(0b111 << 1027 | generator.bits(1020), generator, key.e),
        rsa.next_prime(0b111 << 1015 | generator.bits(1010), generator, key.e)))
    control("primes/1030 and 1018 bits", consistent(p, q, key.e),
            "primes of different lengths, where nothing but custom forbids them", flags=["policy"])
    long, short = rsa.remembered("unbalanced, 1700 and 348 bits", lambda: (
        rsa.next_prime(0b111 << 1697 | generator.bits(1690), generator, key.e),
        rsa.next_prime(0b111 << 345 | generator.bits(340), generator, key.e)))
    assert (long * short).bit_length() == 2048
    short_rule = "the primes have about the same length (RFC 8017 section 3.2, FIPS 186-5 section A.1.1)"
    cases.numbers("primes/348 bits", consistent(long, short, key.e), short_rule, "invalid.primeTooSmall")
    cases.numbers("primes/348 bits, as p", consistent(short, long, key.e), short_rule, "invalid.primeTooSmall")
    tiny = 65543
    cofactor = rsa.remembered("2032 bits", lambda: (rsa.next_prime(0b11 << 2030, generator, key.e), 2))[0]
    cases.numbers("primes/17 bits", consistent(cofactor, tiny, key.e), short_rule, "invalid.primeTooSmall")

    def flawed():
        stream = rsa.Stream("flawed generator")
        product = 2 * math.prod(rsa.SMALL_PRIMES[:125])
        primes = []
        while len(primes) < 2:
            factor = (3 << 1022) // product + 1 + stream.below((1 << 1022) // product - 1)
            candidate = factor * product + pow(65537, stream.bits(256), product)
            if math.gcd(candidate - 1, key.e) == 1 and rsa.is_prime(candidate, stream):
                primes.append(candidate)
        return sorted(primes, reverse=True)

    flaw = "n is not of a generator whose primes are k·M + 65537^a mod M (CVE-2017-15361): its keys can be factored"
    p, q = rsa.remembered("flawed generator, 2048 bits", flawed)
    cases.numbers("primes/of a flawed generator", consistent(p, q, key.e), flaw, "invalid.modulusOfFlawedGenerator")
    cases.add("modulus/of a flawed generator", "spki", spki(pkcs1_public(p * q, key.e)), flaw,
              "invalid.modulusOfFlawedGenerator", flags=["numbers"])

    # A product of two primes as a prime. Loading may accept it, as a test would cost more than a signature; then no
    # signature may come out.
    def composite():
        stream = rsa.Stream("composite")
        while True:
            parts = [rsa.next_prime(0b1111 << 508 | stream.bits(508), stream, key.e) for _ in range(2)]
            if math.gcd(parts[0] * parts[1] - 1, key.e) == 1:
                return parts

    parts = rsa.remembered("composite", composite)
    wrong = parts[0] * parts[1]
    unusable = "a composite p: the key is refused, or no signature is released"
    cases.numbers("primes/p composite", consistent(wrong, key.q, key.e), unusable, "unusable", flags=["primality"])
    cases.numbers("primes/q composite", consistent(key.p, wrong, key.e), unusable, "unusable", flags=["primality"])
    three = math.lcm(parts[0] - 1, parts[1] - 1, key.q - 1)
    d = pow(key.e, -1, three)
    cases.numbers("primes/three, the first two multiplied", consistent(wrong, key.q, key.e, d),
                  inverse, "invalid.privateExponentMismatch")

    # The values of the Chinese remainder theorem.
    reduced = "dP = d mod (p-1), dQ = d mod (q-1) (RFC 8017 section 3.2)"
    for name, prime in [("dp", key.p), ("dq", key.q)]:
        right = good[name]
        for title, value in {"0": 0, "1": 1, "plus 1": right + 1, "minus 1": right - 1, "plus 2": right + 2,
                             "not reduced": right + prime - 1, "negated": prime - 1 - right, "d": key.d,
                             "one bit": right ^ 1 << 700}.items():
            changed(f"{name}/{title}", reduced, "invalid.crtExponentMismatch", **{name: value})
        changed(f"{name}/negative", "dP and dQ are positive", "encoding.negativeInteger", **{name: -right})
        changed(f"{name}/longer than n", "no number is longer than the modulus", "numberTooLong",
                **{name: right + (prime - 1 << 1200)})
    changed("dp and dq swapped", reduced, "invalid.crtExponentMismatch", dp=good["dq"], dq=good["dp"])
    changed("p and q swapped", reduced, "invalid.crtExponentMismatch", p=key.q, q=key.p)
    coefficient = "qInv = q^-1 mod p, reduced (RFC 8017 section 3.2)"
    changed("p and q swapped with dp and dq", coefficient, "invalid.crtCoefficientMismatch",
            p=key.q, q=key.p, dp=good["dq"], dq=good["dp"])
    for title, value in {"0": 0, "1": 1, "plus 1": key.qi + 1, "minus 1": key.qi - 1, "not reduced": key.qi + key.p,
                         "of the other prime": pow(key.p, -1, key.q), "negated": key.p - key.qi, "q": key.q,
                         "p": key.p, "one bit": key.qi ^ 1 << 300}.items():
        changed(f"qInv/{title}", coefficient, "invalid.crtCoefficientMismatch", qi=value)
    changed("qInv/negative", "qInv is positive", "encoding.negativeInteger", qi=key.qi - key.p)
    changed("qInv/longer than n", "no number is longer than the modulus", "numberTooLong", qi=key.qi + (key.p << 1200))
    others = rsa.Key.generate("rsa-2048-e3", 2048, 3)
    changed("all values of the primes from another key", product, "invalid.primesDoNotDivideModulus",
            p=others.p, q=others.q, dp=others.dp, dq=others.dq, qi=others.qi)

    # Versions.
    cases.numbers("version/1, no other primes", good | {"version": 1},
                  "version 1 has more than two primes (RFC 8017 appendix A.1.2)", "unsuitable.multiPrimeRSAKey")
    for version in [2, 3, 127, 255, 65536]:
        cases.numbers(f"version/{version}", good | {"version": version}, "the version is 0", "unsupportedVersion")
    cases.numbers("version/2^40", good | {"version": 1 << 40}, "the version is 0", "encoding.integerTooLarge")
    cases.numbers("version/-1", good | {"version": -1}, "the version is 0", "encoding.negativeInteger")
