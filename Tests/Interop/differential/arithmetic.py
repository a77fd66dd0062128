"""Modular arithmetic beside Python's integers."""
import array
import random
import sys

import operands
from operands import digits

# The numbers of limbs that are tried most: those that kernels exist for, and their neighbours.
FAVOURITE_WIDTHS = [1, 2, 3, 4, 5, 8, 12, 15, 16, 17, 20, 24, 31, 32, 33, 48, 64]
PER_MODULUS = 40


def random_width():
    return random.choice(FAVOURITE_WIDTHS) if random.random() < 0.5 else random.randint(1, 64)


def compare(batch, count, word):
    """Asks `count` operations with limbs of `word` bits; returns how many of each kind."""
    kinds = {}

    def ask(kind, result, width, *words):
        kinds[kind] = kinds.get(kind, 0) + 1
        batch.ask(f"number {result:0{width * word // 4}x}", kind, *words)

    done = 0
    while done < count:
        limbs = random_width()
        m = operands.modulus(limbs, word)
        # The width is a multiple of four limbs; one in four moduli does not fill its own.
        width = (limbs + random.choice([0, 0, 0, 1, 4]) + 3) // 4 * 4
        bits = width * word
        batch.context("modulus", digits(m), str(width))

        def below():
            choice = random.randrange(6)
            return m - 1 - operands.number(word, word) % m if choice == 0 else operands.number(bits, word) % m

        for _ in range(min(PER_MODULUS, count - done)):
            a, b = operands.number(bits, word), below()
            choice = random.randrange(20)
            if choice < 10:
                ask("multiply", a * b % m, width, digits(a), digits(b))
            elif choice < 15:
                ask("square", a * a % m, width, digits(a))
            else:
                wide = operands.number(2 * bits, word)
                ask("reduce", wide % m, width, digits(wide))
        done += PER_MODULUS
        # One exponentiation of each kind costs about as much as the operations before it.
        exponent = operands.number(word * random.choice([1, 1, 2]), word)
        a = below()
        ask("power", pow(a, exponent, m), width, digits(a), digits(exponent))
        public = random.choice([3, 17, 65537, random.randrange(3, 1 << 32, 2), random.randrange(3, 1 << 64, 2)])
        a = below()
        ask("public", pow(a, public, m), width, digits(a), digits(public))
        done += 2
    return kinds


def compare_sets(batch, count, word):
    """Asks sets of 1 to 17 exponentiations, as signatures and batches are made of; returns how many exponentiations."""
    done = 0
    while done < count:
        # Mostly the widths of RSA primes, for which the AVX-512 engine has kernels.
        width = random.choice([4, 8, 12, 16, 16, 20, 24, 24, 28, 32, 32, 36])
        exponent = operands.number(word * random.randint(1, width), word)
        pairs, results = [], []
        for _ in range(random.choice([1, 2, 2, 3, 8, 8, 9, 16, 17])):
            m = operands.modulus(random.randint(width - 3, width), word)
            a = operands.number(width * word, word) % m
            pairs += [digits(a), digits(m)]
            results.append(f"{pow(a, exponent, m):0{width * word // 4}x}")
        batch.ask("numbers " + " ".join(results), "set", digits(exponent), *pairs)
        done += len(results)
    return done


# Limbs of 8 bits where carries begin and end.
EDGES = bytes([0x00, 0x01, 0x7f, 0x80, 0x81, 0xfe, 0xff])
ALL = bytes(range(256))


def all_numbers(count, limbs):
    """Every number of `count` limbs of 8 bits from `limbs`, in the order in which the lowest limb changes fastest."""
    numbers = [0]
    for position in range(count):
        numbers = [number | limb << 8 * position for limb in limbs for number in numbers]
    return numbers


def packed(numbers):
    """Numbers of four limbs of 8 bits as the driver writes them."""
    words = array.array("I", numbers)
    if sys.byteorder == "little":
        words.byteswap()
    return "numbers " + words.tobytes().hex()


def compare_exhaustively(batch, moduli):
    """With limbs of 8 bits: spaces in which nothing is left out.

    Every odd modulus of one limb (or `moduli` of them): all products a·b with a < 256 and b < m, and all remainders of
    numbers of two limbs. Then as many moduli of two and of four limbs: all operands whose limbs are among the edges.
    Returns how many results were compared.
    """
    results = 0

    def ask(request, limbs, edges, numbers):
        nonlocal results
        results += len(numbers)
        batch.ask(packed(numbers), request, str(limbs), edges.hex())

    def ask_all(m, limbs, edges):
        batch.context("modulus", digits(m), "0")
        numbers = all_numbers(limbs, edges)
        ask("products", limbs, edges, [a * b % m for b in numbers if b < m for a in numbers])

    for m in random.sample(range(3, 256, 2), moduli):
        ask_all(m, 1, ALL)
        ask("remainders", 2, ALL, [a % m for a in all_numbers(2, ALL)])
    for _ in range(moduli):
        ask_all(operands.modulus(2, 8), 2, EDGES)
        m = operands.modulus(random.choice([3, 4]), 8)
        ask_all(m, 4, bytes([0x00, 0x01, 0x80, 0xff]))
        edges = bytes([0x00, 0x80, 0xff])
        ask("remainders", 8, edges, [a % m for a in all_numbers(8, edges)])
    return results
