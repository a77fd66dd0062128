"""Runs libFuzzer over the targets of Tests/Fuzzing one after the other and prints a table: .ci/fuzz builds the fuzzer
and calls this.

    campaign.py FUZZER WORK [--runs N | --seconds N | --minimize] [TARGET...]

Each target starts from its folder in Corpus and goes on from what earlier runs have found, which is kept in
WORK/corpus. An input that breaks a rule is written to WORK/found, and the run fails.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

COMMITTED = pathlib.Path(__file__).parent / "Corpus"
# What is committed of a target: enough for a replay to see most of the reader, little enough to look at.
MOST_FILES, MOST_BYTES = 72, 24_000
# How many inputs a control may take.
CONTROL_RUNS = 1_000_000


class Fuzzer:
    def __init__(self, program, work):
        self.program, self.work = program, pathlib.Path(work)
        # A crash must end the program at once instead of being explained.
        self.environment = os.environ | {"SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "detect_leaks=0:quarantine_size_mb=16"}
        lines = subprocess.check_output([program], env=self.environment, text=True).splitlines()
        entries = [line.split() for line in lines]
        self.targets = {name: int(length) for kind, name, length in entries if kind == "target"}
        self.controls = {name: int(length) for kind, name, length in entries if kind == "control"}

    def run(self, target, length, *arguments):
        """The status and the output of a run with these arguments of libFuzzer."""
        found = self.work / "found"
        found.mkdir(parents=True, exist_ok=True)
        command = [self.program, f"-max_len={length}", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"]
        result = subprocess.run(
            command + [f"-artifact_prefix={found}/{target}-"] + [str(argument) for argument in arguments],
            env=self.environment | {"FUZZ_TARGET": target}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output = result.stdout.decode(errors="replace")
        (self.work / f"{target}.log").write_text(output)
        return result.returncode, output

    def grown(self, target):
        """The folder of what runs have found."""
        folder = self.work / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def number(pattern, output):
    """The last number that the pattern finds, or 0."""
    return int((re.findall(pattern, output) or [0])[-1])


def campaign(fuzzer, names, budget):
    print(f"{'target':<14} {'executions':>12} {'exec/s':>8} {'coverage':>8} {'features':>8} {'corpus':>6}")
    total, broken = 0, []
    for name in names:
        status, output = fuzzer.run(
            name, fuzzer.targets[name], budget, fuzzer.grown(name), COMMITTED / name)
        executions = number(r"stat::number_of_executed_units:\s+(\d+)", output)
        total += executions
        rate = number(r"stat::average_exec_per_sec:\s+(\d+)", output)
        coverage, features = number(r"cov: (\d+)", output), number(r"ft: (\d+)", output)
        corpus = number(r"corp: (\d+)", output)
        print(f"{name:<14} {executions:>12,} {rate:>8,} {coverage:>8,} {features:>8,} {corpus:>6,}", flush=True)
        if status != 0:
            broken.append(name)
            print("\n".join(output.splitlines()[-30:]), file=sys.stderr)
    print(f"{'all':<14} {total:>12,}")
    return broken


def find_planted(fuzzer):
    """The controls, which start from nothing and have to end with a finding."""
    missed = []
    for name, length in fuzzer.controls.items():
        status, output = fuzzer.run(name, length, f"-runs={CONTROL_RUNS}", "-seed=1")
        executions = number(r"stat::number_of_executed_units:\s+(\d+)", output)
        violations = re.findall(r"^violation: (.*)$", output, re.MULTILINE)
        if status == 0 or not violations:
            missed.append(name)
        print(f"{name}: {'found' if violations else 'NOT FOUND'} after {executions:,} inputs")
        for file in (fuzzer.work / "found").glob(name + "-*"):
            file.unlink()
    return missed


def minimize(fuzzer, names):
    """Commits what covers most: libFuzzer keeps the smallest inputs that have all features, and of these the ones that
    had to be there (seeds and regressions) and the smallest others are taken up to the limits."""
    for name in names:
        merged = fuzzer.work / "merged" / name
        shutil.rmtree(merged, ignore_errors=True)
        merged.mkdir(parents=True)
        fuzzer.run(name, fuzzer.targets[name], "-merge=1", merged, COMMITTED / name, fuzzer.grown(name))
        kept = [file for file in (COMMITTED / name).iterdir() if not re.fullmatch(r"[0-9a-f]{40}", file.name)]
        contents = {file.read_bytes() for file in kept}
        for file in (COMMITTED / name).iterdir():
            if file not in kept:
                file.unlink()
        count, size = len(kept), sum(len(content) for content in contents)
        candidates = sorted(merged.iterdir(), key=lambda file: (file.stat().st_size, file.name))
        # Of all sizes: the smallest ones alone would be the beginnings only.
        step = max(1, len(candidates) // max(1, MOST_FILES - count))
        for file in candidates[::step]:
            content = file.read_bytes()
            if content in contents or count >= MOST_FILES or size + len(content) > MOST_BYTES:
                continue
            shutil.copy(file, COMMITTED / name / file.name)
            count, size = count + 1, size + len(content)
        print(f"{name:<14} {len(candidates):>6} inputs have all features; {count} files, {size:,} bytes are committed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fuzzer")
    parser.add_argument("work")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--runs", type=int, default=5000)
    group.add_argument("--seconds", type=int)
    group.add_argument("--minimize", action="store_true")
    parser.add_argument("targets", nargs="*")
    arguments = parser.parse_intermixed_args()

    fuzzer = Fuzzer(arguments.fuzzer, arguments.work)
    unknown = set(arguments.targets) - set(fuzzer.targets)
    if unknown:
        sys.exit(f"error: no such target: {' '.join(sorted(unknown))}; there are: {' '.join(fuzzer.targets)}")
    names = arguments.targets or list(fuzzer.targets)
    if arguments.minimize:
        return minimize(fuzzer, names)
    budget = f"-max_total_time={arguments.seconds}" if arguments.seconds else f"-runs={arguments.runs}"
    broken = campaign(fuzzer, names, budget)
    missed = find_planted(fuzzer)
    if broken:
        sys.exit(f"error: a rule is broken: {' '.join(broken)}; the inputs are in {arguments.work}/found")
    if missed:
        sys.exit(f"error: control: a planted defect was not found: {' '.join(missed)}")


main()
