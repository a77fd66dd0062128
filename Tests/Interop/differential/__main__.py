"""Compares signatures with those of the package cryptography, and arithmetic with Python's integers.

    python -B Tests/Interop/differential DRIVER HALF-DRIVER TINY-DRIVER FACTOR

DRIVER is the program of Tests/Driver, HALF-DRIVER the same with limbs of 32 bits, TINY-DRIVER with limbs of 8 bits.
FACTOR 1 is what CI runs, FACTOR 100 the long form. Everything follows from a seed that is printed; RS256_SEED repeats a run, except for the fresh keys.
"""
import os
import random
import sys
import time

import arithmetic
import signatures
from driver import Batch, Batches

ENGINES = ["portable", "avx512"]


def finish(batch, what):
    batch.flush()
    for request, expected, answer in batch.differences[:3]:
        print(f"difference: {request[:2000]}\n  expected {str(expected)[:2000]}\n  answered {answer[:2000]}")
    if batch.differences:
        sys.exit(f"error: {what}: {len(batch.differences)} differences")


def control(path):
    """A driver that gets one bit of one answer wrong must be found out, for exactly that answer."""
    for compare, lie in [
        (lambda batch: arithmetic.compare(batch, 80, 64), 50),
        (lambda batch: arithmetic.compare_sets(batch, 8, 64), 0),
        (lambda batch: signatures.compare(batch, 1, 4), 1),
    ]:
        batch = Batch(path, "portable", lie=lie)
        compare(batch)
        request = batch.requests[lie]
        batch.flush()
        if [difference[0] for difference in batch.differences] != [request]:
            sys.exit(f"error: the planted error in answer {lie} was not found")
    print("control: one wrong bit in answer 50, 0 and 1 of three runs, found in each")


def main(path, half_path, tiny_path, factor):
    seed = os.environ.get("RS256_SEED") or str(random.SystemRandom().getrandbits(64))
    random.seed(seed)
    print(f"RS256_SEED={seed}")
    control(path)
    # Where the processor has no AVX-512, the second engine is the portable one again.
    batches, begun = [Batch(path, engine) for engine in ENGINES], time.monotonic()
    half = Batch(half_path, "portable")
    counts = signatures.compare(Batches([*batches, half]), 6 * factor, 40)
    exponentiations = arithmetic.compare_sets(Batches(batches), 30 * factor, 64)
    for name, batch in [*zip(ENGINES, batches), ("limbs of 32 bits", half)]:
        finish(batch, name)
        ran = sorted({context.split(" ")[2] for context in batch.contexts if context.startswith("key ")})
        sets = "" if batch is half else f", {exponentiations} exponentiations in sets"
        print(f"{name}: {counts['keys']} keys of {len(counts['sizes'])} sizes, {counts['signatures']} signatures, "
              f"{counts['verified']} verified, {counts['refused']} damaged ones refused{sets}; "
              f"engines that ran: {', '.join(ran)}; no difference", flush=True)
    print(f"({time.monotonic() - begun:.0f} s)")
    for program, word in [(path, 64), (half_path, 32), (tiny_path, 8)]:
        batch, begun = Batch(program, "portable"), time.monotonic()
        kinds = arithmetic.compare(batch, 10_000 * factor, word)
        finish(batch, "arithmetic")
        print(f"limbs of {word} bits: " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
              + f", no difference ({time.monotonic() - begun:.0f} s)", flush=True)
    batch, begun = Batch(tiny_path, "portable"), time.monotonic()
    results = arithmetic.compare_exhaustively(batch, min(127, 2 * factor))
    finish(batch, "limbs of 8 bits")
    print(f"limbs of 8 bits: {results} products and remainders of whole spaces, no difference "
          f"({time.monotonic() - begun:.0f} s)")


main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
