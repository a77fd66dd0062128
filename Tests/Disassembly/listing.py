"""Reads functions out of object files by objdump."""
import re
import subprocess

import flow


def functions(objects):
    """For each mangled name the instructions of the function; a call's target is the name of the callee."""
    text = subprocess.check_output(["objdump", "-dr", "--no-show-raw-insn", *map(str, objects)], text=True)
    found, name = {}, None
    for line in text.splitlines():
        if match := re.match(r"^[0-9a-f]+ <(.*)>:$", line):
            name = match[1]
            found[name] = []
        elif match := re.match(r"^\s+[0-9a-f]+: R_X86_64_(?:PLT32|PC32|GOTPCRELX?|REX_GOTPCRELX)\s+([^-+\s]+)", line):
            last = found[name][-1]
            if last.mnemonic in ("call", "jmp"):
                found[name][-1] = last._replace(target=match[1])
        elif (match := re.match(r"^\s+([0-9a-f]+):\s+(.*)$", line)) and name:
            words = re.sub(r"^((rep\w*|lock|data16|cs|notrack|bnd) )+", "", match[2]).split(None, 1)
            if not words:
                continue
            mnemonic, rest = words[0], words[1] if len(words) > 1 else ""
            target = None
            if mnemonic.startswith("j") and (address := re.match(r"([0-9a-f]+) <", rest)):
                target = int(address[1], 16)
            elif mnemonic == "call" and (callee := re.search(r"<([^>+]+)>", rest)):
                target = callee[1]
            found[name].append(flow.Instruction(int(match[1], 16), mnemonic, flow.split_operands(rest), target))
    return found


def demangled(names):
    names = list(names)
    text = subprocess.run(
        ["swift", "demangle", "--simplified", "--compact"], input="\n".join(names) + "\n", check=True,
        capture_output=True, text=True,
    ).stdout
    return dict(zip(names, text.splitlines()))
