"""The mutants that may survive, each with the reason: `survivors.txt`.

    Sources/File.swift: the line of source: the change
        why no test can tell it from the original
"""
import pathlib

PATH = pathlib.Path(__file__).with_name("survivors.txt")


def explained():
    """The names of the mutants with a reason, and those of them that do not count."""
    names, uncounted, name, counts = [], [], None, True
    for line in PATH.read_text().splitlines():
        if line.startswith("#") or not line.strip():
            counts = counts and not line.startswith("# Not counted")
            continue
        if not line.startswith(" "):
            if name is not None:
                raise SystemExit(f"error: {PATH.name} gives no reason for {name}")
            name = line
        elif name is not None:
            (names if counts else uncounted).append(name)
            name = None
    for name in [*names, *uncounted]:
        path, _, rest = name.partition(": ")
        if not any(line.strip() and rest.startswith(line.strip() + ": ") for line in open(path)):
            raise SystemExit(f"error: {PATH.name} explains a line that is gone: {name}")
    return {*names, *uncounted}, set(uncounted)
