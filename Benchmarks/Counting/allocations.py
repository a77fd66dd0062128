"""Counts the heap allocations of an iteration and compares them with what is allowed.

    python3 Benchmarks/Counting/allocations.py PROGRAM

PROGRAM is the program Benchmarks. Every call that gives memory from the heap counts, in any library and of any size;
memory that is used again without such a call does not. Allocations above the limit are shown with their stacks.
"""
import shutil
import subprocess
import sys

import debugger
import valgrind

# With a loaded key a signature allocates its result and nothing else, a verification nothing at all.
ALLOWED = {
    "sign/2048": 1,
    "sign/3072": 1,
    "sign/4096": 1,
    "verify/2048": 0,
    "verify/3072": 0,
    "verify/4096": 0,
}
# By the engine with AVX-512, where the machine has it.
ALLOWED_WITH_AVX512 = {"engine/sign-2048/avx512": 1, "engine/sign-3072/avx512": 1, "engine/sign-4096/avx512": 1}
ITERATIONS = 5


def has_benchmark(program, benchmark):
    return subprocess.run([program, "--filter", benchmark, "--list"], capture_output=True).returncode == 0


def count_with_avx512(program):
    """Returns how many benchmarks allocate too often."""
    failures = 0
    for benchmark, allowed in ALLOWED_WITH_AVX512.items():
        if not has_benchmark(program, benchmark):
            print(f"{benchmark}: not counted, this machine cannot run it")
        elif not shutil.which("gdb"):
            print(f"{benchmark}: not counted, valgrind cannot run it and there is no gdb")
        else:
            calls = valgrind.per_iteration(debugger.allocations, program, benchmark, ITERATIONS)
            print(f"{benchmark} {sum(calls.values()):g} allocations, {allowed} allowed")
            if sum(calls.values()) > allowed:
                failures += 1
                print("error: allocates too often:", ", ".join(f"{n:g} × {name}" for name, n in calls.items()))
    return failures


def main(program):
    failures = 0
    for benchmark, allowed in ALLOWED.items():
        stacks = valgrind.per_iteration(valgrind.allocations, program, benchmark, ITERATIONS)
        count = sum(stacks.values())
        print(f"{benchmark:11} {count:g} allocations, {allowed} allowed")
        if count > allowed:
            failures += 1
            print(f"error: {benchmark} allocates too often, at:")
            names = valgrind.demangled({name for stack in stacks for name in stack})
            for stack, number in sorted(stacks.items(), key=lambda item: -item[1]):
                print(f"    {number:g} × " + " < ".join(names[name] for name in stack[:6]))

    # Control: parsing a key allocates; a count of zero would mean that nothing is counted.
    control = sum(valgrind.per_iteration(valgrind.allocations, program, "parse/public-pem/2048", ITERATIONS).values())
    print(f"control: {control:g} allocations where a public key is parsed")
    if control < 1:
        failures += 1
        print("error: control: allocations were not counted", file=sys.stderr)
    failures += count_with_avx512(program)
    sys.exit(failures > 0)


main(sys.argv[1])
