"""Swift source as tokens: enough of the language to know what is code and what is comment, string or inactive."""
import re
from dataclasses import dataclass

PATTERN = re.compile(r"""
    (?P<space>[ \t]+) | (?P<newline>\n)
  | (?P<comment>//[^\n]*) | (?P<directive>\#(?:if|elseif|else|endif)\b[^\n]*)
  | (?P<string>\"\"\".*?\"\"\" | \#*"(?:\\.|[^"\\\n])*"\#*)
  | (?P<number>0x[0-9a-fA-F_]+|0b[01_]+|[0-9][0-9_]*)
  | (?P<word>[@\#$`]?[^\W\d]\w*`?|\$[0-9]+)
  | (?P<operator>[-+*/%<>=!&|^~?.]+)
  | (?P<mark>.)
""", re.VERBOSE | re.DOTALL)

# What a #if may ask for in the build in which the mutants run.
FACTS = {
    "hasFeature(Embedded)": False, "os(Linux)": True, "arch(x86_64)": True, "_pointerBitWidth(_64)": True,
    "canImport(Glibc)": True, "RS256_": False,
}


@dataclass
class Token:
    kind: str
    text: str
    start: int
    line: int
    # How many brackets are open before it.
    depth: int = 0

    @property
    def end(self):
        return self.start + len(self.text)


def tokens(text):
    """The tokens of the code that is compiled, without white space and comments but with line ends."""
    result, line, depth, active = [], 1, 0, [True]
    for match in PATTERN.finditer(text):
        kind, piece = match.lastgroup, match.group()
        if kind == "directive":
            follow(piece, active)
        elif kind == "string" or all(active) and kind not in ("space", "comment"):
            if kind == "mark" and piece in ")]}":
                depth -= 1
            if all(active):
                result.append(Token(kind, piece, match.start(), line, depth))
            if kind == "mark" and piece in "([{":
                depth += 1
        line += piece.count("\n")
    return result


def follow(directive, active):
    """Keeps in `active` whether each open #if is in a branch that is compiled: True, False, or None for never again."""
    word, _, condition = directive.partition(" ")
    if word == "#if":
        active.append(holds(condition))
    elif word == "#endif":
        active.pop()
    elif word == "#else":
        active[-1] = active[-1] is False
    else:
        active[-1] = None if active[-1] is not False else holds(condition)


def holds(condition):
    """Whether the condition of a #if holds."""
    condition = condition.split("//")[0]
    for fact, value in FACTS.items():
        condition = re.sub(re.escape(fact) + r"\w*", str(value), condition)
    condition = re.sub(r"(?:os|arch|canImport)\(\w+\)", "False", condition)
    return eval(condition.replace("&&", " and ").replace("||", " or ").replace("!", " not "))  # noqa: S307
