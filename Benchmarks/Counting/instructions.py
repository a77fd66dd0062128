"""Counts the instructions of an iteration and compares them with a baseline.

    python3 Benchmarks/Counting/instructions.py PROGRAM [--update]

PROGRAM is the program Benchmarks. The baseline in instructions.json is by toolchain, because another compiler makes
other code; --update writes the counts of this one into it. More instructions than the tolerance allows are an error,
and are shown by function.
"""
import json
import pathlib
import sys

import valgrind

# Each benchmark with a number of iterations that takes about a second under callgrind.
BENCHMARKS = {
    "sign/2048": 4,
    "sign/3072": 2,
    "sign/4096": 2,
    "verify/2048": 50,
    "verify/3072": 30,
    "verify/4096": 20,
    "parse/private-pem/2048": 20,
    "parse/private-pem/4096": 10,
    "parse/public-pem/2048": 50,
    "token/make/claims-only": 100,
}
# The same program on the same toolchain differs by less than a thousandth: malloc, memcpy of another C library.
TOLERANCE = 0.01
BASELINE = pathlib.Path(__file__).with_name("instructions.json")


def measure(program, benchmark):
    """The instructions of an iteration, and those of each function that has a part worth mentioning."""
    costs = valgrind.per_iteration(valgrind.instructions, program, benchmark, BENCHMARKS[benchmark])
    total = sum(costs.values())
    large = {function: cost for function, cost in costs.items() if abs(cost) >= total / 500}
    names = valgrind.demangled(large)
    functions = {}
    for function, cost in sorted(large.items(), key=lambda item: -item[1]):
        functions[names[function]] = functions.get(names[function], 0) + round(cost)
    return {"instructions": round(total), "functions": functions}


def excess(before, now):
    """By which part `now` has more instructions than `before`."""
    return now["instructions"] / before["instructions"] - 1


def explanation(before, now):
    """What has changed, by function, the largest change first; functions that came or went are counted in full."""
    changes = {}
    for functions, sign in ((now["functions"], 1), (before["functions"], -1)):
        for name, cost in functions.items():
            changes[name] = changes.get(name, 0) + sign * cost
    rows = sorted(changes.items(), key=lambda item: -abs(item[1]))
    least = before["instructions"] / 1000
    return [f"    {change:+13,}  {name}" for name, change in rows if abs(change) >= least]


def control(counts):
    """A baseline with fewer instructions in one function must be noticed, and the function named."""
    now = next(iter(counts.values()))
    name, cost = next(iter(now["functions"].items()))
    planted = round(now["instructions"] * 2 * TOLERANCE)
    before = {
        "instructions": now["instructions"] - planted,
        "functions": {**now["functions"], name: cost - planted},
    }
    found = excess(before, now) > TOLERANCE and name in "".join(explanation(before, now))
    return [] if found else ["control: a planted difference was not found"]


def main(program, update):
    toolchain = valgrind.toolchain()
    baselines = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    counts = {}
    problems = []
    print(f"instructions of an iteration, {toolchain}")
    for benchmark in BENCHMARKS:
        now = counts[benchmark] = measure(program, benchmark)
        before = baselines.get(toolchain, {}).get(benchmark)
        change = "no baseline" if before is None else f"{excess(before, now):+.2%}"
        print(f"{benchmark:24} {now['instructions']:13,}  {change}")
        if before and abs(excess(before, now)) > TOLERANCE:
            print("\n".join(explanation(before, now)))
            if not update and excess(before, now) > 0:
                problems.append(f"{benchmark} takes {excess(before, now):.2%} more instructions than the baseline")
                problems[-1] += "; if that is what it should cost: .ci/instructions --update"
    problems += control(counts)
    if update:
        baselines[toolchain] = counts
        BASELINE.write_text(json.dumps(baselines, indent=2, ensure_ascii=False) + "\n")
        print(f"wrote {BASELINE.name}")
    elif toolchain not in baselines:
        print(f"caution: nothing was compared, there is no baseline for {toolchain}: .ci/instructions --update")
    for problem in problems:
        print("error:", problem, file=sys.stderr)
    sys.exit(bool(problems))


main(sys.argv[1], sys.argv[2:] == ["--update"])
