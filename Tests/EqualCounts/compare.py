"""Compares the instruction counts of operations that differ in their secrets only.

    python3 Tests/EqualCounts/compare.py PROGRAM KEYS KEYCOUNT MESSAGES STEPBITS

PROGRAM is the program EqualCounts, KEYS a folder for the keys that keys.py makes, STEPBITS the length of the exponents
that are single-stepped outside of signatures. By callgrind the portable engine; by single-stepping the engine with
AVX-512, which valgrind cannot run. Single-stepping knows the path too: the addresses of all instructions in order must
be the same.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import keys

CONTROLS = ("variable-time-power", "early-exit", "conditional-subtraction")
UNAVAILABLE = 3


def by_steps(program, *arguments):
    """For each group, operation and what single-stepping saw of it; None where the engine is not available."""
    process = subprocess.run([program, "steps", *arguments], capture_output=True, text=True)
    if process.returncode == UNAVAILABLE:
        return None
    if process.returncode != 0:
        sys.exit(f"error: EqualCounts {' '.join(arguments)}:\n{process.stdout}\n{process.stderr}")
    return grouped(line.split(maxsplit=2) for line in process.stdout.splitlines())


def by_callgrind(program, *arguments):
    """For each group, operation and its number of instructions."""
    symbols = subprocess.check_output(["nm", program], text=True)
    function = re.search(r"\S*11EqualCounts8examined\S*", symbols)[0]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "out"
        command = [
            "valgrind", "-q", "--tool=callgrind", "--collect-atstart=no", f"--toggle-collect={function}",
            f"--dump-after={function}", f"--callgrind-out-file={file}", program, "callgrind", *arguments,
        ]
        process = subprocess.run(command, capture_output=True, text=True)
        if process.returncode != 0:
            sys.exit(f"error: {' '.join(command)}:\n{process.stdout}\n{process.stderr}")
        lines = [line.split() for line in process.stdout.splitlines()]
        counts = []
        for number in range(1, len(lines) + 1):
            dump = pathlib.Path(f"{file}.{number}").read_text()
            counts.append(re.search(r"^summary: (\d+)$", dump, re.MULTILINE)[1])
        if pathlib.Path(f"{file}.{len(lines) + 1}").exists():
            sys.exit("error: callgrind saw more operations than there were")
    return grouped((*line, count) for line, count in zip(lines, counts))


def grouped(rows):
    groups = {}
    for group, name, seen in rows:
        if group != "warm-up":
            groups.setdefault(group, {})[name] = seen
    return groups


def expect_equal(groups, how):
    """Returns the number of groups that are not equal within."""
    problems = 0
    for group, operations in groups.items():
        kinds = {}
        for name, seen in operations.items():
            kinds.setdefault(seen, []).append(name)
        if len(kinds) == 1:
            count, *_ = next(iter(kinds)).split()
            print(f"{group:20} {len(operations):5} operations, each {int(count):,} instructions {how}")
            continue
        problems += 1
        print(f"error: {group}: {len(operations)} operations, {len(kinds)} kinds {how}", file=sys.stderr)
        for seen, names in sorted(kinds.items(), key=lambda item: len(item[1]))[:5]:
            print(f"    {len(names)} × {seen}, {names[0]} for one", file=sys.stderr)
    return problems


def expect_different(groups, how):
    """The control: returns the number of groups that are equal within."""
    problems = 0
    for group, operations in groups.items():
        kinds = len(set(operations.values()))
        print(f"control {group}: {len(operations)} operations of {kinds} kinds {how}")
        problems += kinds < 2
    return problems + (0 if groups else 1)


def main(program, folder, key_count, messages, step_bits):
    shutil.rmtree(folder, ignore_errors=True)
    all_keys, few = folder / "all", folder / "few"
    all_keys.mkdir(parents=True)
    few.mkdir()
    keys.main(all_keys, key_count)
    for name in ("e65537-near-0", "e65537-random-000", "elarge-short-0"):
        shutil.copy(all_keys / f"{name}.pem", few)

    problems = 0
    how = "by callgrind"
    problems += expect_equal(by_callgrind(program, "signatures", "portable", all_keys, str(messages)), how)
    problems += expect_equal(by_callgrind(program, "batches", "portable", few, "8"), how)
    problems += expect_equal(by_callgrind(program, "exponentiations", "portable", few, "6"), how)
    for name in CONTROLS:
        problems += expect_different(by_callgrind(program, "control", name, all_keys), how)

    if os.uname().machine != "x86_64":
        print("CAUTION: nothing was single-stepped, which is written for x86-64")
        sys.exit(bool(problems))
    how = "by single-stepping, the same addresses in the same order"
    for name in CONTROLS:
        problems += expect_different(by_steps(program, "control", name, few), "by single-stepping")
    kernels = by_steps(program, "exponentiations", "avx512", few, "2", step_bits)
    if kernels is None:
        print("CAUTION: the engine with AVX-512 was not looked at, this machine has none; the portable one instead:")
        problems += expect_equal(by_steps(program, "exponentiations", "portable", few, "1", "10"), how)
    else:
        problems += expect_equal(kernels, "with AVX-512 " + how)
        problems += expect_equal(by_steps(program, "signatures", "avx512", few, "2"), "with AVX-512 " + how)
    sys.exit(bool(problems))


main(sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
