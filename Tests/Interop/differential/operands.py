"""Numbers that make carries happen."""
import random


def digits(number):
    """`number` in hexadecimal, with an even number of digits."""
    text = f"{number:x}"
    return text if len(text) % 2 == 0 else "0" + text


def number(bits, word):
    """A number of at most `bits` bits: limbs of `word` bits, drawn from 0, 1, B − 1, one bit, all but one bit, runs."""
    style = random.randrange(8)
    if style == 0:
        return random.getrandbits(bits)
    if style == 1:
        # Long runs of ones and of zeros, which do not know where limbs end.
        result = 0
        position = 0
        while position < bits:
            length = random.randint(1, 2 * word)
            if random.random() < 0.5:
                result |= ((1 << length) - 1) << position
            position += length
        return result & ((1 << bits) - 1)
    full = (1 << word) - 1
    result = 0
    for _ in range((bits + word - 1) // word):
        kind = random.randrange(8)
        limb = (0, 1, full, full, full - 1, 1 << (word - 1), 1 << random.randrange(word), random.getrandbits(word))[kind]
        result = result << word | limb
    return result & ((1 << bits) - 1)


def modulus(limbs, word):
    """An odd number greater than 1 with a top limb that is not zero."""
    bits = limbs * word
    result = number(bits, word) | 1
    kind = random.randrange(4)
    if kind == 0:
        result |= 1 << (bits - 1)
    elif kind == 1:
        # Just below a power of two: quotient digits of all ones.
        result = (1 << bits) - 1 - 2 * random.getrandbits(word // 2)
    if result >> (bits - word) == 0:
        result |= random.randint(1, (1 << word) - 1) << (bits - word)
    return max(result, 3)
