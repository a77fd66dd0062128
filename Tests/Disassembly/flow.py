"""Follows secrets through the machine code of one function, for x86-64 as objdump prints it (AT&T syntax).

What comes out of memory is secret, except what the function itself keeps on its stack, which is as secret as what was
put there. Constants and addresses are public, and so are the arguments, of which the counts and pointers are; what is
computed from a secret is secret. Reported are conditional jumps on secrets and memory addresses from secrets.
"""
import collections
import re

Instruction = collections.namedtuple("Instruction", "address mnemonic operands target")

_NAMES = {}
for _new, *_old in (
    ("rax", "eax", "ax", "al", "ah"), ("rbx", "ebx", "bx", "bl", "bh"), ("rcx", "ecx", "cx", "cl", "ch"),
    ("rdx", "edx", "dx", "dl", "dh"), ("rsi", "esi", "si", "sil"), ("rdi", "edi", "di", "dil"),
    ("rbp", "ebp", "bp", "bpl"), ("rsp", "esp", "sp", "spl"),
    *((f"r{i}", f"r{i}d", f"r{i}w", f"r{i}b") for i in range(8, 16)),
):
    _NAMES.update({name: _new for name in (_new, *_old)})

_MEMORY = re.compile(r"^(?:%[fg]s:)?(-?(?:0x)?[0-9a-f]*)\((%\w+)?(?:,(%\w+)(?:,\d)?)?\)$")
# Instructions whose result is the source alone: the old value of the destination is gone.
_MOVES = re.compile(r"^(v?mov|lea|movz|movs|vpbroadcast|vbroadcast|pop|bswap|kmov|set|rorx|vp?extract|mulx|[lt]zcnt|bs[fr])")
_WRITES_NO_FLAGS = re.compile(
    r"^(v|k(?!ortest|test)|mov|lea|push|pop|set|cmov|j|call|ret|nop|bswap|not|xchg|mulx|rorx|s[ah][lr]x|cvt|p(?!test)|c[lqw]t|cqto|lahf)")
_READS_FLAGS = re.compile(r"^(set|cmov|j(?!mp)|adc|sbb|adcx|adox|rc[lr])")
_THREE_OPERANDS = re.compile(r"^(v|k(?!mov|ortest|test)|imul|mulx|rorx|s[ah][lr]x|andn|bextr|bzhi|pext|pdep)")
# Results of these are public: sizes and places of buffers.
_PUBLIC_CALLS = re.compile(
    r"unprotectedBytes|\.count\.|SecretBytes\.init|WorkspaceCount|scratchCount|swift_(retain|release|allocObject|slowAlloc)|memset|memcpy|memmove")


def split_operands(text):
    text = text.split("#")[0].split("<")[0].strip()
    operands, depth, current = [], 0, ""
    for character in text:
        if character == "," and depth == 0:
            operands.append(current.strip())
            current = ""
            continue
        depth += (character == "(") - (character == ")")
        current += character
    return [*operands, current.strip()] if current.strip() else operands


def register(operand):
    """The whole register that an operand names, or None; `{%k1}{z}` after it is left out."""
    if not operand.startswith("%"):
        return None
    name = operand.split("{")[0][1:]
    name = re.sub(r"^[xyz]mm", "v", name)
    return _NAMES.get(name, name)


def registers_in(operand):
    return {_NAMES.get(name, re.sub(r"^[xyz]mm", "v", name)) for name in re.findall(r"%(\w+)", operand)}


class Function:
    """The instructions of a function, and the registers that point to structures of counts and pointers when it begins."""

    def __init__(self, instructions, public_structures=()):
        self.instructions = instructions
        self.index = {instruction.address: i for i, instruction in enumerate(instructions)}
        self.public_structures = set(public_structures)

    def leaks(self):
        """Conditional jumps and addresses that depend on secrets: a set of (index, what)."""
        leaks = set()
        # The secret places before each instruction, and those that point to public structures, whichever way leads there.
        states = {0: (frozenset(), frozenset(self.public_structures))}
        pending = [0]
        while pending:
            i = pending.pop()
            structures = set(states[i][1])
            state, found = self.step(self.instructions[i], set(states[i][0]), structures)
            leaks |= {(i, what) for what in found}
            self.follow_structures(self.instructions[i], structures)
            for successor in self.successors(i):
                secrets, pointers = states.get(successor, (frozenset(), structures))
                merged = frozenset(secrets | state), frozenset(pointers & structures)
                if merged != states.get(successor):
                    states[successor] = merged
                    pending.append(successor)
        return leaks

    def follow_structures(self, instruction, structures):
        """Which places point to public structures after an instruction: a copy of such a pointer is one, all else that is
        written is none."""
        operands = instruction.operands
        if instruction.mnemonic == "call":
            structures -= {"rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11"}
        elif re.match(r"i?mul|cqto|cltd", instruction.mnemonic) and len(operands) < 2:
            structures -= {"rax", "rdx"}
        elif operands and not re.match(r"(cmp|test|j|push|nop)", instruction.mnemonic):
            copied = instruction.mnemonic in ("mov", "movq") and self.place(operands[0]) in structures
            for operand in operands if instruction.mnemonic.startswith(("xchg", "mulx")) else operands[-1:]:
                structures.discard(self.place(operand))
            if copied and self.place(operands[-1]) is not None:
                structures.add(self.place(operands[-1]))

    def successors(self, i):
        instruction = self.instructions[i]
        following = []
        if instruction.mnemonic.startswith("j") and instruction.target in self.index:
            following.append(self.index[instruction.target])
        if not re.match(r"jmp|ret|ud2", instruction.mnemonic) and i + 1 < len(self.instructions):
            following.append(i + 1)
        return following

    def place(self, operand):
        """Where an operand's value is kept: a register, a stack slot, or None for other memory and constants."""
        if name := register(operand):
            return name
        if match := _MEMORY.match(operand):
            if match[2] in ("%rsp", "%rbp") and match[3] is None:
                return f"{match[2]}{match[1]}"
        return None

    def is_secret(self, operand, state, structures):
        if operand.startswith("$"):
            return False
        place = self.place(operand)
        if place is not None:
            return place in state
        # Constants of the program are addressed by %rip.
        return "(" in operand and not registers_in(operand) & {"rip", *structures}

    def step(self, instruction, state, structures):
        """The secret places after an instruction, and what it gives away."""
        mnemonic, operands = instruction.mnemonic, instruction.operands
        found = set()
        for operand in operands:
            if "(" in operand and not mnemonic.startswith("nop") and not mnemonic.startswith("prefetch"):
                if any(name in state for name in registers_in(operand) if not re.match(r"k\d", name)):
                    found.add("an address" if mnemonic != "lea" else None)
        found.discard(None)
        if mnemonic.startswith("j") and mnemonic != "jmp" and "flags" in state:
            found.add("a conditional jump")
        if mnemonic == "call":
            public = _PUBLIC_CALLS.search(instruction.target or "")
            for name in ("rax", "rdx", "rcx", "r8"):
                (state.discard if public else state.add)(name)
            return state, found
        if not operands:
            if mnemonic in ("cqto", "cltd"):
                self.assign(state, "rdx", "rax" in state)
            return state, found
        destination = operands[-1]
        if mnemonic.startswith("j") or mnemonic == "push":
            return state, found

        if mnemonic == "lea":
            secret = any(name in state for name in registers_in(operands[0]))
        else:
            secret = any(self.is_secret(operand, state, structures) for operand in operands[:-1])
        if mnemonic in ("mul", "imul", "mulq") and len(operands) == 1:
            secret = self.is_secret(operands[0], state, structures) or "rax" in state
            self.assign(state, "rax", secret)
            self.assign(state, "rdx", secret)
            self.assign(state, "flags", secret)
            return state, found
        if mnemonic.startswith("mulx"):
            secret = secret or "rdx" in state
            self.assign(state, self.place(operands[-2]), secret)
        reads_destination = not (_MOVES.match(mnemonic) or (_THREE_OPERANDS.match(mnemonic) and len(operands) > 2))
        reads_destination |= "{%k" in destination and "{z}" not in destination
        if mnemonic.startswith("vpmadd52"):
            reads_destination = True
        if reads_destination:
            secret = secret or self.is_secret(destination, state, structures)
        if "{%k" in destination:
            secret = secret or any(name in state for name in re.findall(r"%(k\d)", destination))
        if _READS_FLAGS.match(mnemonic):
            secret = secret or "flags" in state
        # x ^ x, x - x: zero, whatever it was. (`sbb x,x` is the carry.)
        if re.match(r"v?p?(xor|sub)", mnemonic) and len({register(o) for o in operands}) == 1 and register(destination):
            secret = False
        elif mnemonic.startswith("sbb") and len(set(operands)) == 1 and len(operands) == 2:
            secret = "flags" in state
        if not _WRITES_NO_FLAGS.match(mnemonic):
            self.assign(state, "flags", secret)
        if not re.match(r"(cmp|test|ucomis|ptest|vptest(?!n?m)|kortest|ktest|bt)[bwlqd]?$", mnemonic):
            self.assign(state, self.place(destination), secret)
            if mnemonic.startswith("xchg"):
                self.assign(state, self.place(operands[0]), secret)
        return state, found

    @staticmethod
    def assign(state, place, secret):
        if place is not None:
            (state.add if secret else state.discard)(place)
