"""JSON by RFC 8259, strictly: a reader that says which rule a text breaks and at which octet."""

LITERALS = {b"t": (b"true", True), b"f": (b"false", False), b"n": (b"null", None)}
ESCAPES = {b'"': '"', b"\\": "\\", b"/": "/", b"b": "\b", b"f": "\f", b"n": "\n", b"r": "\r", b"t": "\t"}
DIGITS = b"0123456789"
HEXADECIMAL = b"0123456789abcdefABCDEF"

# The limits of a reader that is not told others.
LIMITS = {"maximumByteCount": 1 << 20, "maximumDepth": 64, "maximumValueCount": 1 << 16}


class Refused(Exception):
    def __init__(self, kind, offset):
        self.kind, self.offset = kind, offset


class Number(str):
    """A number as it is written."""


class Object(list):
    """The members as pairs, in their order."""


class Reader:
    def __init__(self, text, limits):
        self.text, self.limits = text, LIMITS | limits
        self.position = self.values = 0

    def peek(self):
        return self.text[self.position : self.position + 1]

    def fail(self, kind, offset=None):
        """At the position, unless an offset is given; at the end of the text it is the end that is unexpected."""
        if offset is None:
            kind, offset = kind if self.peek() else "unexpectedEnd", self.position
        raise Refused(kind, offset)

    def skip_white_space(self):
        while self.peek() and self.peek() in b" \t\n\r":
            self.position += 1

    def document(self):
        if len(self.text) > self.limits["maximumByteCount"]:
            self.fail("tooLarge", self.limits["maximumByteCount"])
        if self.text.startswith(b"\xef\xbb\xbf"):
            self.fail("byteOrderMark", 0)
        value = self.value(0)
        self.skip_white_space()
        if self.peek():
            self.fail("trailingData")
        return value

    def value(self, depth):
        self.skip_white_space()
        self.values += 1
        if self.values > self.limits["maximumValueCount"]:
            self.fail("tooManyValues")
        first = self.peek()
        if first in (b"[", b"{"):
            if depth == self.limits["maximumDepth"]:
                self.fail("tooDeep")
            self.position += 1
            return self.array(depth + 1) if first == b"[" else self.object(depth + 1)
        if first == b'"':
            return self.string()
        if first == b"-" or first and first in DIGITS:
            return self.number()
        if first in LITERALS:
            literal, value = LITERALS[first]
            if not self.text.startswith(literal, self.position):
                self.fail("invalidLiteral", self.position)
            self.position += len(literal)
            return value
        self.fail("valueExpected")

    def more(self, end):
        """Whether a comma follows; the closing bracket otherwise."""
        self.skip_white_space()
        if self.peek() == end:
            self.position += 1
            return False
        if self.peek() != b",":
            self.fail("commaOrEndExpected")
        self.position += 1
        self.skip_white_space()
        if self.peek() == end:
            self.fail("trailingComma")
        return True

    def array(self, depth):
        elements = []
        self.skip_white_space()
        if self.peek() == b"]":
            self.position += 1
            return elements
        while True:
            elements.append(self.value(depth))
            if not self.more(b"]"):
                return elements

    def object(self, depth):
        members, seen, repeated = Object(), set(), []
        self.skip_white_space()
        if self.peek() == b"}":
            self.position += 1
            return members
        while True:
            start = self.position
            if self.peek() != b'"':
                self.fail("nameExpected")
            name = self.string()
            repeated += [start] if name in seen else []
            seen.add(name)
            self.skip_white_space()
            if self.peek() != b":":
                self.fail("colonExpected")
            self.position += 1
            members.append((name, self.value(depth)))
            if not self.more(b"}"):
                if repeated:
                    self.fail("duplicateName", repeated[0])
                return members

    def digits(self):
        start = self.position
        while self.peek() and self.peek() in DIGITS:
            self.position += 1
        if self.position == start:
            self.fail("digitExpected")
        return self.text[start : self.position]

    def number(self):
        start = self.position
        self.position += self.peek() == b"-"
        first = self.position
        integer = self.digits()
        if len(integer) > 1 and integer.startswith(b"0"):
            self.fail("leadingZero", first)
        if self.peek() == b".":
            self.position += 1
            self.digits()
        if self.peek() in (b"e", b"E"):
            self.position += 1
            self.position += self.peek() in (b"+", b"-")
            self.digits()
        return Number(self.text[start : self.position].decode())

    def unit(self, escape):
        """The four digits of the escape that begins at `escape`."""
        digits = b""
        for _ in range(4):
            if not self.peek():
                self.fail("unexpectedEnd")
            if self.peek() not in HEXADECIMAL:
                self.fail("invalidEscape", escape)
            digits += self.peek()
            self.position += 1
        return int(digits, 16)

    def escape(self):
        start = self.position
        self.position += 1
        kind = self.peek()
        if kind in ESCAPES:
            self.position += 1
            return ESCAPES[kind]
        if kind != b"u":
            self.fail("unexpectedEnd") if not kind else self.fail("invalidEscape", start)
        self.position += 1
        unit = self.unit(start)
        if not 0xD800 <= unit < 0xE000:
            return chr(unit)
        if unit >= 0xDC00 or not self.text.startswith(b"\\u", self.position):
            self.fail("loneSurrogate", start)
        self.position += 2
        low = self.unit(self.position - 2)
        if not 0xDC00 <= low < 0xE000:
            self.fail("loneSurrogate", start)
        return chr(0x10000 + (unit - 0xD800 << 10) + low - 0xDC00)

    def string(self):
        self.position += 1
        result = ""
        while octet := self.peek():
            if octet == b'"':
                self.position += 1
                return result
            if octet == b"\\":
                result += self.escape()
            elif octet < b" ":
                self.fail("controlCharacter")
            elif octet < b"\x80":
                result += octet.decode()
                self.position += 1
            else:
                result += self.multibyte()
        self.fail("unexpectedEnd")

    def multibyte(self):
        for count in 2, 3, 4:
            try:
                character = self.text[self.position : self.position + count].decode("utf-8")
            except UnicodeDecodeError:
                continue
            self.position += count
            return character
        self.fail("invalidUTF8", self.position)


def read(text, limits={}):
    """The value of the text, or Refused."""
    return Reader(text, limits).document()


def written(value):
    """The value without white space, in ASCII: escapes only where they must be, numbers as they are."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Number():
            return str(value)
        case str():
            return '"' + "".join(map(character, value)) + '"'
        case Object():
            return "{" + ",".join(f"{written(name)}:{written(item)}" for name, item in value) + "}"
        case list():
            return "[" + ",".join(map(written, value)) + "]"


def character(scalar):
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
    if scalar in short:
        return short[scalar]
    if " " <= scalar <= "~":
        return scalar
    units = scalar.encode("utf-16-be").hex()
    return "".join("\\u" + units[i : i + 4] for i in range(0, len(units), 4))
