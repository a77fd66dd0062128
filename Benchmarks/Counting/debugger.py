"""Counts heap allocations on the processor itself, for code that valgrind cannot run: AVX-512."""
import re
import subprocess
import sys

import valgrind

FUNCTIONS = ["malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc", "memalign"]


def allocations(program, benchmark, iterations):
    """How often each of the functions is called, by the hits of breakpoints in gdb."""
    command = ["gdb", "-nx", "-batch", "-ex", "set breakpoint pending on"]
    for number, function in enumerate(FUNCTIONS, start=1):
        command += ["-ex", f"break {function}", "-ex", f"ignore {number} 1000000000"]
    command += ["-ex", "run", "-ex", "info breakpoints"]
    command += ["--args", program, "--filter", benchmark, "--iterate", str(iterations)]
    environment = {name: value for name, value in valgrind.ENVIRONMENT.items() if name != "RS256_ENGINE"}
    process = subprocess.run(command, env=environment, capture_output=True, text=True)
    # "Num Type Disp Enb Address What", then "breakpoint already hit 12 times" where it was.
    text = process.stdout[process.stdout.rfind("Num "):]
    if "exited normally" not in process.stdout or not text:
        sys.exit(f"error: {' '.join(command)}:\n{process.stdout}\n{process.stderr}")
    counts = {}
    function = None
    for line in text.splitlines():
        if number := re.match(r"(\d+)\s+breakpoint", line):
            function = FUNCTIONS[int(number[1]) - 1]
        elif hits := re.search(r"already hit (\d+) time", line):
            counts[function] = int(hits[1])
    return counts
