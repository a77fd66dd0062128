"""Examines the machine code of the constant-time functions.

    python3 Tests/Disassembly/check.py BIN CONTROL

BIN is the folder with the objects of a release build, CONTROL the object of Planted.swift. Of each function that
examined.py lists: only instructions of the allowed kinds; no conditional jump and no address depends on anything that
came out of memory. The functions of CONTROL have the mistakes that their names say.
"""
import collections
import pathlib
import sys

import examined
import flow
import listing


def findings(name, instructions, names):
    """The kinds of defects in a function, each with one instruction for an example and their number."""
    readable = [i._replace(target=names.get(i.target, i.target)) if i.mnemonic == "call" else i for i in instructions]
    found = collections.defaultdict(list)
    for instruction in readable:
        if examined.ALLOWED.match(instruction.mnemonic):
            continue
        if instruction.mnemonic.startswith("vpscatter") and examined.SCATTERS.match(name):
            continue
        found["an instruction that is not allowed"].append(instruction)
    public = [place for pattern, place in examined.PUBLIC_STRUCTURES.items() if examined.re.match(pattern, name)]
    leaks = flow.Function(readable, public).leaks()
    if len(leaks) not in (0, examined.EXCUSED.get(name)):
        for index, what in sorted(leaks):
            found[f"{what} that depends on a secret"].append(readable[index])
    return found, sum(i.mnemonic.startswith("j") and i.mnemonic != "jmp" for i in readable)


def functions_of(objects):
    functions = {name: code for name, code in listing.functions(objects).items() if code}
    calls = {i.target for code in functions.values() for i in code if i.mnemonic == "call" and i.target}
    return functions, listing.demangled({*functions, *calls})


def check_modules(folder):
    problems = []
    for module, patterns in examined.FUNCTIONS.items():
        objects = sorted((folder / f"{module}.build").glob("*.o"))
        functions, names = functions_of(objects)
        jumps, count, matched = 0, 0, set()
        for mangled, code in functions.items():
            name = names[mangled].replace("specialized ", "")
            fitting = [pattern for pattern in patterns if examined.re.fullmatch(pattern, name)]
            if not fitting:
                continue
            matched.update(fitting)
            found, jump_count = findings(name, code, names)
            jumps, count = jumps + jump_count, count + 1
            for what, where in found.items():
                example = f"{where[0].mnemonic} {','.join(where[0].operands)}"
                problems.append(f"{module}: {name}: {what}, {len(where)} times: {example}")
        problems += [f"{module}: no function matches {pattern}" for pattern in patterns if pattern not in matched]
        print(f"{module}: {count} functions, {jumps} conditional jumps, all by counts")
    return problems


def check_controls(planted):
    """Every planted mistake is found, and its correct twin is not reported."""
    expected = {
        "plantedEarlyExit(_:_:_:)": "a conditional jump that depends on a secret",
        "plantedConditionalSubtraction(_:_:)": "a conditional jump that depends on a secret",
        "plantedDivision(_:_:)": "an instruction that is not allowed",
        "plantedTableLookup(_:_:)": "an address that depends on a secret",
        "correctComparison(_:_:_:)": None,
        "correctSubtraction(_:_:_:)": None,
    }
    functions, names = functions_of([planted])
    functions = {names[mangled]: code for mangled, code in functions.items()}
    problems = []
    for name, what in expected.items():
        found, _ = findings(name, functions[name], names) if name in functions else ({}, 0)
        if name not in functions or (what not in found if what else found):
            problems.append(f"control: {name}: {what} expected, found {', '.join(found) or 'nothing'}")
        else:
            print(f"control {name}: {what or 'nothing, as it should be'}")
    return problems


if __name__ == "__main__":
    problems = check_modules(pathlib.Path(sys.argv[1])) + check_controls(pathlib.Path(sys.argv[2]))
    for problem in problems:
        print("error:", problem, file=sys.stderr)
    sys.exit(bool(problems))
