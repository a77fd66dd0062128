"""Changes the core a little, in hundreds of ways, and runs the tests with each change: they must fail.

    python3 -B Tests/Mutation --guards                    every check of RSA dropped, with the tests of RSA: CI
    python3 -B Tests/Mutation --all                       every mutant
    python3 -B Tests/Mutation --count N [--seed S]        N of them
    python3 -B Tests/Mutation --file PART …               those in files whose path contains PART; also with --count

With --jobs N, N mutants at a time. At least 95 % must be killed (but for --guards), and each survivor must be in
survivors.txt with the reason; those about the AVX-512 engine, which is in no build with mutants, do not count. Kinds of
change: comparisons, &+ and &-, & and |, && and || exchanged; literals one larger, sizes of memory one smaller;
conditions of guards and of early exits without effect; calls that throw left out. A mutant that never ends or takes all
memory counts as killed.
"""
import argparse
import collections
import concurrent.futures
import pathlib
import random
import subprocess
import time

from program import Program
from survivors import explained
from trial import Suites

# What checks keys, their encodings and signatures.
VALIDATION = ("Sources/RSA/Keys/", "Sources/RSA/Encoding/", "Sources/RSA/Signature/")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guards", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--file", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    if not (options.guards or options.all or options.count or options.file):
        parser.error("one of --guards, --all, --count and --file")
    return options


def core():
    """The modules of the core, lowest first."""
    lines = subprocess.check_output([".ci/modules", "--core"], text=True).splitlines()
    return [line.split()[0] for line in lines]


def selected(mutants, options):
    if options.guards:
        mutants = [mutant for mutant in mutants
                   if mutant.path.startswith(VALIDATION) and mutant.kind in ("guard", "call")]
    if options.file:
        mutants = [mutant for mutant in mutants if any(part in mutant.path for part in options.file)]
    if options.count and options.count < len(mutants):
        chosen = set(random.Random(options.seed).sample([mutant.name for mutant in mutants], options.count))
        mutants = [mutant for mutant in mutants if mutant.name in chosen]
    return mutants


def control(suites, mutants):
    """A mutant that the tests must find, and that tests of something else must not."""
    mutant = next(mutant for mutant in mutants if mutant.kind in ("guard", "call") and any(
        mutant.number in reached for reached in suites.reached.values()) and suites.killer(mutant))
    stranger = next((suite for suite in suites.seconds if mutant.number not in suites.reached[suite]), None)
    if stranger is None or suites.run(stranger, {"RS256_MUTANT": str(mutant.number)})[0] != 0:
        raise SystemExit("error: a suite that does not reach a mutant fails with it")
    print(f"control: {mutant.name}: killed by {suites.killer(mutant)}, not by {stranger}")


def main():
    options = arguments()
    reasons, uncounted = explained()
    modules = core()
    tested = ["RSA"] if options.guards else modules
    mutated = ["RSA"] if options.guards else [
        module for module in modules
        if not options.file or any(part in str(path) for part in options.file
                                   for path in pathlib.Path("Sources", module).rglob("*.swift"))]
    folder = pathlib.Path(".build/mutation", "guards" if options.guards else "-".join(mutated)).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    program = Program(folder, mutated, tested)
    refused = program.build()
    suites = Suites(program)
    print(f"{len(program.mutants)} mutants compile, {len(refused)} do not; {len(suites.seconds)} suites "
          f"({time.monotonic() - begun:.0f} s)", flush=True)
    control(suites, program.mutants)

    killed, survivors = collections.Counter(), collections.defaultdict(list)
    mutants = selected(program.mutants, options)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for done, (mutant, killer) in enumerate(zip(mutants, pool.map(suites.killer, mutants))):
            if done % 100 == 99:
                print(f"{done + 1} of {len(mutants)} ({time.monotonic() - begun:.0f} s)", flush=True)
            if killer:
                killed[mutant.path] += 1
            else:
                survivors[mutant.path].append(mutant)
                if mutant.name not in reasons:
                    print(f"survives at line {mutant.line}: {mutant.name}", flush=True)
    if not options.all:
        reasons &= {mutant.name for mutant in mutants}
    report(mutants, killed, survivors, reasons, uncounted, enough=0 if options.guards else 95)
    print(f"{time.monotonic() - begun:.0f} s")


def report(mutants, killed, survivors, reasons, uncounted, enough):
    for path in sorted({mutant.path for mutant in mutants}):
        total = killed[path] + len(survivors[path])
        print(f"{path}: {killed[path]} of {total} killed")
    alive = {mutant.name for some in survivors.values() for mutant in some}
    unexplained = alive - reasons
    stale = reasons - alive
    for name in sorted(stale):
        print(f"explained, but killed or gone: {name}")
    outside = len(alive & uncounted)
    percent = 100 * sum(killed.values()) / (len(mutants) - outside)
    print(f"{len(mutants)} mutants, {outside} of them about an engine that is not in the build; of the others "
          f"{sum(killed.values())} killed ({percent:.1f} %), {len(alive & reasons - uncounted)} survivors explained, "
          f"{len(unexplained)} not")
    if unexplained or stale or percent < enough:
        raise SystemExit("error: tests are missing, or reasons in Tests/Mutation/survivors.txt are")


main()
