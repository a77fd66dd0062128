"""A copy of the core with its tests in which every mutant is compiled."""
import json
import pathlib
import re
import subprocess
import sys

import mutants as finder

SUPPORT = """
import Glibc

/// The mutant that is active, by its number.
nonisolated(unsafe) let activeMutant = getenv("RS256_MUTANT").flatMap { Int(String(cString: $0)) } ?? -1

/// Where it is noted which mutants are reached.
nonisolated(unsafe) let reachedMutants: UnsafeMutablePointer<UInt8>? = {
    guard let path = getenv("RS256_MUTANTS_REACHED") else { return nil }
    let file = open(path, O_RDWR)
    guard let memory = mmap(nil, COUNT, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED else {
        exit(2)
    }
    return memory.assumingMemoryBound(to: UInt8.self)
}()

func isActive(_ number: Int) -> Bool {
    if let reachedMutants { reachedMutants[number] = 1 }
    return number == activeMutant
}

func mutated<T: FixedWidthInteger>(_ number: Int, _ value: T) -> T {
    isActive(number) ? value &+ 1 : value
}

func shortened<T: FixedWidthInteger>(_ number: Int, _ value: T) -> T {
    isActive(number) ? value &- 1 : value
}
"""


class Program:
    """A copy, in a folder of its own, of the modules `names`, mutated, with the tests of the modules `tested`.

    `mutants` are those that compile.
    """

    def __init__(self, folder, names, tested):
        self.folder = pathlib.Path(folder)
        package = json.loads(subprocess.check_output(["swift", "package", "dump-package"]))
        targets = {target["name"]: target for target in package["targets"]}
        # BigMod's kernels for AVX-512 are in no build with mutants.
        self.targets = {}
        for name in closure(tested, targets) + ["TestSupport"] + [name + "Tests" for name in tested]:
            self.targets[name] = (targets[name].get("path") or default_path(targets[name]), dependencies(targets[name]))
        self.texts, self.mutants = {}, []
        for name in names:
            for path in sorted(pathlib.Path(self.targets[name][0]).rglob("*.swift")):
                text = path.read_text()
                # Only code that can be inlined into other modules would have to see more than its own module.
                self.texts[str(path)] = re.sub(r"@(?:inlinable|usableFromInline|frozen|inline\(\w+\))", plain, text)
                self.mutants += finder.find(str(path), self.texts[str(path)])
        # Read once, so that a run is of one state of the sources, whatever is edited while it builds.
        self.files = {str(path): path.read_text()
                      for folder, _ in self.targets.values() for path in pathlib.Path(folder).rglob("*.swift")}
        for number, mutant in enumerate(self.mutants):
            mutant.number = number
        self.count = len(self.mutants)

    def write(self):
        """Writes the copy with the mutants there are."""
        files = {"Package.swift": self.manifest(), **self.files}
        declarations = {}
        for path, text in self.texts.items():
            mutated, declared = finder.rewrite(text, [mutant for mutant in self.mutants if mutant.path == path])
            files[path] = mutated
            module = "/".join(path.split("/")[:2])
            declarations[module] = declarations.get(module, "") + declared
        for module, declared in declarations.items():
            files[f"{module}/Mutants.swift"] = self.support(module.split("/")[1], declared)
        for old in [*self.folder.glob("Sources/**/*.swift"), *self.folder.glob("Tests/**/*.swift")]:
            if str(old.relative_to(self.folder)) not in files:
                old.unlink()
        for path, text in files.items():
            replace(self.folder / path, text)
        vectors = self.folder / "Vectors"
        if not vectors.exists():
            vectors.symlink_to(pathlib.Path("Vectors").resolve())

    def support(self, module, declarations):
        """What the mutants in `module` need."""
        text = SUPPORT.replace("COUNT", str(self.count)) + declarations
        if module != "ConstantTime" and "ConstantTime" not in self.targets[module][1]:
            return "".join(line for line in text.splitlines(True) if "Choice" not in line)
        return text if module == "ConstantTime" else "import ConstantTime\n" + text

    def manifest(self):
        lines = []
        for name, (path, needed) in self.targets.items():
            kind = "testTarget" if name.endswith("Tests") else "target"
            # The tests themselves are compiled without optimisation: that takes less time than it saves.
            flags = ["-Onone"] if kind == "testTarget" else []
            present = [other for other in needed if other in self.targets]
            lines.append(f'.{kind}(name: "{name}", dependencies: {json.dumps(present)}, path: "{path}", '
                         f'swiftSettings: settings + [.unsafeFlags({json.dumps(flags)})]),')
        return MANIFEST.replace("TARGETS", "\n        ".join(lines))

    def build(self):
        """Builds the copy; leaves out the mutants that the compiler refuses. Returns those."""
        # They are kept for the next time: finding them out costs a build for every few.
        known = self.folder / "refused.txt"
        names = set(known.read_text().splitlines()) if known.exists() else set()
        refused = [mutant for mutant in self.mutants if mutant.name in names]
        self.mutants = [mutant for mutant in self.mutants if mutant.name not in names]
        while True:
            known.write_text("".join(mutant.name + "\n" for mutant in refused))
            self.write()
            build = subprocess.run(
                ["swift", "build", "-c", "release", "--build-tests", "--package-path", self.folder, *FLAGS],
                capture_output=True, text=True)
            if build.returncode == 0:
                return refused
            output = build.stdout + build.stderr
            errors = [(str(pathlib.Path(path).resolve().relative_to(self.folder.resolve())), int(line), message)
                      for path, line, message in re.findall(r"^(/\S+\.swift):(\d+):\d+: error: (.*)", output, re.MULTILINE)]
            wrong = self.named(errors) or self.at(errors)
            if not wrong:
                sys.exit(f"error: the mutated program does not compile\n{output[-4000:]}")
            for mutant in wrong:
                self.mutants.remove(mutant)
                refused.append(mutant)

    def named(self, errors):
        """The mutants whose operators the errors name."""
        numbers = {number for _, _, message in errors for number in finder.numbers_in(message)}
        return [mutant for mutant in self.mutants if mutant.number in numbers]

    def at(self, errors):
        """The mutants in the lines of the errors or next to them."""
        wrong = []
        for path, line, _ in errors:
            # A long expression is reported where it begins, and what a closure should return where it is needed.
            near = min((abs(mutant.line - line) for mutant in self.mutants if mutant.path == path), default=0)
            there = [mutant for mutant in self.mutants if mutant.path == path and abs(mutant.line - line) == near]
            # All but literals first: an operator that the types do not have is the usual reason.
            wrong += [mutant for mutant in there if mutant.kind != "literal"] or there
        return [mutant for mutant in self.mutants if mutant in wrong]

    def runner(self):
        """The program that runs the tests."""
        return next(self.folder.glob(".build/release/*PackageTests.xctest")).resolve()


MANIFEST = """// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let package = Package(
    name: "Mutated",
    targets: [
        TARGETS
    ],
    swiftLanguageModes: [.v6]
)
"""

# Optimised, because the tests run once for every mutant; with assertions, which find what runs out of bounds.
FLAGS = ["-Xswiftc", "-enable-testing", "-Xswiftc", "-assert-config", "-Xswiftc", "Debug", "-Xswiftc", "-suppress-warnings"]


def plain(match):
    """As many spaces as the attribute has letters: no line and no column moves."""
    return " " * len(match.group())


def default_path(target):
    return ("Tests/" if target["type"] == "test" else "Sources/") + target["name"]


def dependencies(target):
    entries = [value for entry in target["dependencies"] for value in entry.values()]
    return [value[0] for value in entries if not (value[-1] or {}).get("traits")]


def closure(names, targets):
    order = []

    def visit(name):
        for dependency in dependencies(targets[name]):
            visit(dependency)
        if name not in order:
            order.append(name)

    for name in names:
        visit(name)
    return order


def replace(path, text):
    """Writes a file if that changes it, so that nothing is compiled in vain."""
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
