"""Finds the places where a small change makes another program, and writes the change beside the original.

Every mutant is compiled into one program, which asks `isActive(number)` in each place: so hundreds of mutants cost one
build. An operator becomes one of its own, `a < b` to `a ⊕⊖ b`, whose function does one thing or the other; a literal
becomes `mutated(number, 1)`, one larger, or one smaller where it is the size of memory; a condition gets
`|| isActive(number)`. Lines stay where they were.
"""
import re
from dataclasses import dataclass, field

from tokens import tokens

# Each operator: what it becomes, the precedence, and the constraint on its operands.
OPERATORS = {
    "<": ("<=", "Comparison", "Comparable"), "<=": ("<", "Comparison", "Comparable"),
    ">": (">=", "Comparison", "Comparable"), ">=": (">", "Comparison", "Comparable"),
    "==": ("!=", "Comparison", "Equatable"), "!=": ("==", "Comparison", "Equatable"),
    "&+": ("&-", "Addition", "FixedWidthInteger"), "&-": ("&+", "Addition", "FixedWidthInteger"),
    "+": ("-", "Addition", "FixedWidthInteger"), "-": ("+", "Addition", "FixedWidthInteger"),
    "&": ("|", "Multiplication", "FixedWidthInteger"), "|": ("&", "Addition", "FixedWidthInteger"),
    "^": ("|", "Addition", "FixedWidthInteger"),
    "&&": ("||", "LogicalConjunction", "Bool"), "||": ("&&", "LogicalDisjunction", "Bool"),
    "&+=": ("&-=", "Assignment", "FixedWidthInteger"), "&-=": ("&+=", "Assignment", "FixedWidthInteger"),
    "+=": ("-=", "Assignment", "FixedWidthInteger"), "-=": ("+=", "Assignment", "FixedWidthInteger"),
    "|=": ("&=", "Assignment", "FixedWidthInteger"), "&=": ("|=", "Assignment", "FixedWidthInteger"),
}
# The digits of the names of operators.
ALPHABET = "⊕⊖⊗⊘⊙⊚⊛⊝⊞⊟"
EXITS = {"throw", "return", "continue", "break"}
# Assertions hold in a correct program whatever they compare.
ASSERTIONS = {"assert", "precondition", "assertionFailure", "preconditionFailure"}
# The order of edits at one place: what ends there, what begins there, what is replaced.
CLOSE, OPEN, REPLACE = range(3)


@dataclass
class Mutant:
    path: str
    line: int
    # The line of source, and the change made in it: with the path this names the mutant when lines have moved.
    text: str
    change: str
    kind: str
    # Replacements (start, order, end, text), in which # stands for the number and § for its operator, and the declaration that they need.
    edits: list = field(default_factory=list)
    declaration: str = ""
    number: int = 0

    @property
    def name(self):
        return f"{self.path}: {self.text}: {self.change}"


def find(path, text):
    """The mutants of one file."""
    lines = text.split("\n")
    everything = tokens(text)
    code = [token for token in everything if token.kind != "newline"]
    skipped = patterns(everything) | assertions(code)
    found = []

    def add(token, change, kind, edits, declaration=""):
        found.append(Mutant(path, token.line, lines[token.line - 1].strip(), change, kind, edits, declaration))

    for i, token in enumerate(code):
        if token.start in skipped:
            continue
        before, after = text[token.start - 1], text[token.end: token.end + 1]
        previous = code[i - 1] if i else token
        if token.kind == "operator" and token.text in OPERATORS and before == " " and after in " \n":
            # In BigMod + moves a view of limbs; it has no opposite.
            if previous.text == "func" or token.text in "+-" and "/BigMod/" in path:
                continue
            other, precedence, constraint = OPERATORS[token.text]
            add(token, f"{token.text} → {other}", "operator", [(token.start, REPLACE, token.end, "§")],
                declaration(token.text, other, precedence, constraint))
        elif token.kind == "number" and before != "." and not is_public_default(lines[token.line - 1], previous):
            # A view or a scratch area that is larger than needed is memory wasted; one that is smaller is an error.
            line = lines[token.line - 1]
            sign, function = "-", "shortened"
            if token.text == "0" or ".slice(" not in line and "cratchCount" not in line:
                sign, function = "+", "mutated"
            add(token, f"{token.text} → {token.text} {sign} 1", "literal",
                [(token.start, REPLACE, token.end, f"{function}(#, {token.text})")])
        elif token.text == "guard":
            end = next(j for j in range(i, len(code)) if code[j].text == "else" and code[j].depth == token.depth)
            conditions(code, i + 1, end, lambda first, last: add(
                first, f"without the condition {text[first.start:last.end]}", "guard",
                [(first.start, OPEN, first.start, "("), (last.end, CLOSE, last.end, ") || isActive(#)")]))
        elif token.text == "if":
            end = next(j for j in range(i, len(code)) if code[j].text == "{" and code[j].depth == token.depth)
            if code[end + 1].text in EXITS:
                conditions(code, i + 1, end, lambda first, last: add(
                    first, f"never {text[first.start:last.end]}", "guard",
                    [(first.start, OPEN, first.start, "("), (last.end, CLOSE, last.end, ") && !isActive(#)")]))
        elif token.text == "try":
            last = call_end(code, i)
            if last is not None and is_statement(text, token, last) and not is_result(text, code, i, last):
                add(token, f"without {text[token.start:last.end]}", "call",
                    [(token.start, OPEN, token.start, "if !isActive(#) { "), (last.end, CLOSE, last.end, " }")])
    for mutant in found:
        mutant.change = " ".join(mutant.change.split())
    number_repeats(found)
    return found


def is_public_default(line, previous):
    """Whether a literal is the default of a parameter of a public function, which callers see."""
    return previous.text == "=" and previous.depth > 0 and "public" in line and ("func" in line or "init" in line)


def number_repeats(found):
    """Tells equal changes of equal lines apart."""
    seen = {}
    for mutant in found:
        seen[mutant.name] = seen.get(mutant.name, 0) + 1
        if seen[mutant.name] > 1:
            mutant.change += f" ({seen[mutant.name]})"


def declaration(original, other, precedence, constraint):
    """The operator that does one or the other; those on bits take choices and vectors too."""
    operands = [("<T: FixedWidthInteger>", "T")]
    if original in ("&", "|", "^", "&=", "|=", "^="):
        operands += [("", "Choice"), ("<T: SIMD>", "T")]
    elif constraint == "Bool":
        operands = [("", "Bool")]
    elif precedence == "Comparison":
        operands = [(f"<T: {constraint}>", "T")]
    text = f"infix operator § : {precedence}Precedence\n"
    for generic, type in operands:
        constrained = " where T.Scalar: FixedWidthInteger" if "SIMD" in generic else ""
        if precedence == "Assignment":
            # Choices have no such operators.
            if type == "Choice":
                continue
            signature = f"{generic}(a: inout {type}, b: {type})"
            body = f"if isActive(#) {{ a {other} b }} else {{ a {original} b }}"
        elif type == "Bool":
            signature = "(a: Bool, b: @autoclosure () -> Bool) -> Bool"
            body = f"isActive(#) ? (a {other} b()) : (a {original} b())"
        else:
            result = "Bool" if precedence == "Comparison" else type
            signature = f"{generic}(a: {type}, b: {type}) -> {result}"
            body = f"isActive(#) ? (a {other} b) : (a {original} b)"
        text += f"func § {signature}{constrained} {{ {body} }}\n"
    return text


def conditions(code, start, end, found):
    """Calls `found` with the first and last token of each condition without a binding in code[start..<end]."""
    first = start
    for j in range(start, end + 1):
        if j == end or code[j].text == "," and code[j].depth == code[start].depth:
            if code[first].text not in ("let", "var", "case", "#available"):
                found(code[first], code[j - 1])
            first = j + 1


def call_end(code, i):
    """The last token of the call that follows `try`, if the statement is nothing but a call."""
    j = i + 1
    while j < len(code) and (code[j].kind == "word" or code[j].text == "."):
        j += 1
    if j == i + 1 or j >= len(code) or code[j].text != "(" or code[j - 1].text == "init":
        return None
    return next((code[k] for k in range(j + 1, len(code)) if code[k].text == ")" and code[k].depth == code[j].depth), None)


def is_statement(text, first, last):
    """Whether what stands from `first` to `last` fills its line, or the block of an `if` on one line."""
    before, after = text[:first.start].split("\n")[-1].strip(), text[last.end:].split("\n")[0].strip()
    return before == after == "" or before.startswith("if ") and before.endswith("{") and after == "}"


def is_result(text, code, i, last):
    """Whether the call is all there is in a function or closure, whose result it may be."""
    after = code[code.index(last) + 1]
    if code[i - 1].text not in ("{", "in") or after.text != "}":
        return False
    opener = next(token for token in reversed(code[:i]) if token.text == "{" and token.depth < code[i].depth)
    words = text[:opener.start].split("\n")[-1].strip().removeprefix("} ").split(" ")
    return words[0] not in ("if", "else", "for", "while", "do", "guard")


def patterns(everything):
    """Where the tokens of patterns and cases are: they must be literals."""
    places, depth = set(), None
    for i, token in enumerate(everything):
        if token.text == "case":
            depth = token.depth
        elif depth is not None:
            ends_line = token.kind == "newline" and everything[i - 1].text != ","
            if token.depth <= depth and (token.text in (":", "=", "{") or ends_line):
                # What stands after the `=` of a case with a raw value is a literal too.
                if token.text != "=" or everything[i + 1].kind != "number":
                    depth = None
            else:
                places.add(token.start)
    return places


def assertions(code):
    """Where the tokens of assertions are."""
    places = set()
    for i, token in enumerate(code):
        if token.text in ASSERTIONS and code[i + 1].text == "(":
            j = i + 2
            while code[j].depth > code[i + 1].depth:
                places.add(code[j].start)
                j += 1
    return places


def numbers_in(message):
    """The numbers of the operators that a message of the compiler names."""
    return {int("".join(str(ALPHABET.index(digit)) for digit in name)) for name in re.findall(f"[{ALPHABET}]+", message)}


def operator_name(number):
    return "".join(ALPHABET[int(digit)] for digit in str(number))


def rewrite(text, mutants):
    """The source with these mutants in it, and the declarations that they need."""
    edits, declarations = [], ""
    for mutant in mutants:
        fill = lambda piece: piece.replace("§", operator_name(mutant.number)).replace("#", str(mutant.number))
        edits += [(start, order, end, fill(piece)) for start, order, end, piece in mutant.edits]
        declarations += fill(mutant.declaration)
    result, position = [], 0
    for start, _, end, piece in sorted(edits, key=lambda edit: edit[:3]):
        result += [text[position:start], piece]
        position = end
    return "".join(result) + text[position:], declarations
