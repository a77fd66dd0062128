"""Prints how many regions of each module the tests ran, and fails where that is not enough.

    python3 Tests/Coverage/report.py REPORT MODULE …

REPORT is what `swift test --show-codecov-path` names, in the format of llvm-cov export.
"""
import collections
import json
import pathlib
import sys

# In per cent, for every module.
ENOUGH = 95
# What must be run completely.
COMPLETE = ["Sources/DER/", "Sources/RSA/Keys/", "Sources/RSA/Signature/EncodedMessage.swift"]


class Count:
    def __init__(self):
        self.run = self.all = self.messages = 0

    def add(self, other):
        self.run += other.run
        self.all += other.all
        self.messages += other.messages

    def __str__(self):
        percent = 100 * self.run / self.all if self.all else 0
        messages = f", and {self.messages} messages of assertions" if self.messages else ""
        return f"{self.run} of {self.all} regions, {percent:.1f} %{messages}"


def not_run(file):
    """The places (line, column) where a region begins that was not run."""
    # A segment: line, column, count, whether it has a count, whether a region begins, whether it is a gap.
    return [(line, column) for line, column, count, counted, begins, gap in file["segments"]
            if counted and begins and not gap and count == 0]


def main(report, modules):
    root = pathlib.Path.cwd()
    counts, missing = collections.defaultdict(Count), collections.defaultdict(list)
    for file in json.loads(pathlib.Path(report).read_text())["data"][0]["files"]:
        path = pathlib.Path(file["filename"])
        if root not in path.parents or path.relative_to(root).parts[0] != "Sources":
            continue
        name, lines, count = str(path.relative_to(root)), path.read_text().split("\n"), Count()
        for line, column in not_run(file):
            if "precondition(" in lines[line - 1] or "assert(" in lines[line - 1]:
                count.messages += 1
            else:
                missing[name].append(f"{name}:{line}:{column}: {lines[line - 1].strip()}")
        regions = file["summary"]["regions"]
        count.run, count.all = regions["covered"], regions["count"] - count.messages
        counts[name].add(count)

    failures = []
    total = Count()
    for module in modules:
        count = Count()
        for name in counts:
            if name.startswith(f"Sources/{module}/"):
                count.add(counts[name])
        # The umbrella has nothing to run.
        if count.all == 0:
            continue
        total.add(count)
        print(f"{module}: {count}")
        if 100 * count.run < ENOUGH * count.all:
            failures.append(f"{module} is below {ENOUGH} %")
    print(f"core: {total}")
    for prefix in COMPLETE:
        count = Count()
        for name in counts:
            if name.startswith(prefix):
                count.add(counts[name])
        print(f"{prefix}: {count}")
        if count.all == 0 or count.run < count.all:
            failures.append(f"{prefix} is not run completely")
    print("not run:")
    for name in sorted(missing):
        if name.split("/")[1] in modules:
            print("\n".join("    " + place for place in missing[name]))
    if failures:
        sys.exit("error: " + "; ".join(failures))


main(sys.argv[1], sys.argv[2:])
