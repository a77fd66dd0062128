"""Counts what an iteration of a benchmark costs, by running the program Benchmarks under valgrind.

Each benchmark runs twice, with n and with 2n iterations. The difference belongs to n iterations alone: what the program
does to start, to load keys and to end is in both runs.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# Valgrind has no AVX-512; hash tables must not depend on a seed.
ENVIRONMENT = {**os.environ, "RS256_ENGINE": "portable", "SWIFT_DETERMINISTIC_HASHING": "1"}


def run(program, benchmark, iterations, *options):
    """Runs a benchmark under a tool and returns the content of the file that the tool has written."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "out"
        command = ["valgrind", *(option.format(file=file) for option in options)]
        command += [program, "--filter", benchmark, "--iterate", str(iterations)]
        process = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)
        if process.returncode != 0:
            sys.exit(f"error: {' '.join(command)}:\n{process.stderr}")
        return file.read_text()


def per_iteration(count, program, benchmark, iterations):
    """How much of each kind one iteration costs.

    `count(program, benchmark, iterations)` returns a dictionary of what a whole run has cost.
    """
    once, twice = (count(program, benchmark, factor * iterations) for factor in (1, 2))
    costs = {key: (twice[key] - once.get(key, 0)) / iterations for key in twice}
    return {key: cost for key, cost in costs.items() if cost != 0}


def instructions(program, benchmark, iterations):
    """Instructions by function, as callgrind counts them."""
    text = run(
        program, benchmark, iterations,
        "--tool=callgrind", "--callgrind-out-file={file}", "--compress-strings=no", "--compress-pos=no",
    )
    costs = {}
    function, is_call = None, False
    for line in text.splitlines():
        if line.startswith("fn="):
            function = line[3:]
        elif line.startswith("calls="):
            # The next line holds what the called function has cost.
            is_call = True
        elif line[:1].isdigit():
            if not is_call:
                costs[function] = costs.get(function, 0) + int(line.split()[1])
            is_call = False
    return costs


def allocations(program, benchmark, iterations):
    """Heap allocations by the stack that made them, as dhat counts them: malloc, calloc, realloc, aligned ones."""
    content = json.loads(run(program, benchmark, iterations, "--tool=dhat", "--dhat-out-file={file}", "--num-callers=12"))
    # A frame is "0x123: name (file or object)"; the address says nothing to a reader.
    names = [re.sub(r"^0x[0-9A-F]+: ", "", frame).split(" (")[0] for frame in content["ftbl"]]
    counts = {}
    for point in content["pps"]:
        stack = tuple(names[frame] for frame in point["fs"])
        counts[stack] = counts.get(stack, 0) + point["tbk"]
    return counts


def demangled(names):
    """The names of functions as Swift source spells them."""
    names = list(names)
    text = subprocess.run(
        ["swift", "demangle", "--simplified", "--compact"], input="\n".join(names) + "\n", check=True,
        capture_output=True, text=True,
    ).stdout
    return dict(zip(names, text.splitlines()))


def toolchain():
    """Compiler and architecture: counts are equal only for the same ones."""
    text = subprocess.run(["swift", "--version"], check=True, capture_output=True, text=True).stdout
    version = re.search(r"Swift version (\S+)", text)[1]
    return f"Swift {version}, {os.uname().machine}"
