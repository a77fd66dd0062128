"""Does what README.md says: runs its shell commands and its Swift programs.

    python3 Tests/Interop/readme.py RS256 FOLDER

RS256 is the program `rs256`. In FOLDER, a package that depends on this one is made for each Swift program.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Program",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "RS256", path: "{root}")],
    targets: [.executableTarget(name: "Program", dependencies: [{products}])])
"""


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", (root / "README.md").read_text(), re.MULTILINE | re.DOTALL)


def run_commands(program, folder):
    """All shell blocks as one script, stopping at the first command that fails."""
    script = "set -euo pipefail\n" + "\n".join(blocks("sh"))
    path = f"{program.resolve().parent}:{os.environ['PATH']}"
    print(script)
    subprocess.run(["bash", "-c", script], check=True, cwd=folder, env={**os.environ, "PATH": path})


def run_program(number, source, folder):
    """Builds one Swift block as the main program of a package of its own, and runs it where the shell commands ran."""
    package = folder / "program"
    main = package / "Sources/Program/main.swift"
    main.parent.mkdir(parents=True, exist_ok=True)
    main.write_text(source)
    ours = set(re.findall(r'\.library\(name: "(\w+)"', (root / "Package.swift").read_text()))
    used = sorted(ours & set(re.findall(r"^import (\w+)", source, re.MULTILINE)))
    products = ", ".join(f'.product(name: "{name}", package: "RS256")' for name in used)
    (package / "Package.swift").write_text(MANIFEST.format(root=root, products=products))
    print(f"program {number}: imports {' '.join(used)}")
    subprocess.run(["swift", "build", "--package-path", package], check=True)
    binary = subprocess.check_output(["swift", "build", "--package-path", package, "--show-bin-path"], text=True).strip()
    subprocess.run([f"{binary}/Program"], check=True, cwd=folder)


def main(program, folder):
    # The packages keep their builds; what the commands made goes.
    folder.mkdir(parents=True, exist_ok=True)
    for item in folder.iterdir():
        if item.name != "program":
            shutil.rmtree(item) if item.is_dir() else item.unlink()
    commands, programs = blocks("sh"), blocks("swift")
    if not commands or not programs:
        sys.exit("error: README.md has no shell commands or no Swift program")
    run_commands(program, folder)
    for number, source in enumerate(programs, 1):
        run_program(number, source, folder)
    print(f"{len(commands)} blocks of commands and {len(programs)} programs of README.md ran")


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
